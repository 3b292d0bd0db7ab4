/** Whether people send a thank-you note after an interview. */
export type ThankYouCustom = 'recommended' | 'optional' | 'unusual'

/** How well a custom is known: `source`: somebody there says so; `inference`: our reasoning from neighbours. */
export type CustomStrength = 'source' | 'inference'

/** One custom with where it comes from. */
export interface CustomEntry<T> {
  readonly value: T
  /** Shown to people who ask why. */
  readonly source: string
  readonly strength: CustomStrength
}

/** How people of a country go about the time after an interview. Advice, never a rule. */
export interface Custom {
  /** ISO 3166-1 alpha-2, or `*` where nothing is known of the country. */
  readonly country: string
  readonly thankYou: CustomEntry<ThankYouCustom>
  /** Business days to wait before a check-in, after the stated date or, without one, the interview. */
  readonly checkInAfter: CustomEntry<{ readonly from: number; readonly to: number }>
}

/**
 * The custom of a country, given as ISO 3166-1 (`DE`) or 3166-2 (`DE-BY`), in any case. A country
 * that is not in {@link customs} gets the advice that most sources share, marked as inference.
 */
export function customOf(country: string | undefined): Custom {
  const code = (country ?? '').slice(0, 2).toUpperCase()
  return customs.find((custom) => custom.country === code) ?? elsewhere
}

const week = { from: 5, to: 5 } as const

const centres =
  'Career centres in North America agree on one week: Georgetown, Iowa State, Yale Law (read in November 2026)'

const noPage = 'No page about this country was read'

function inferred<T>(value: T, source: string): CustomEntry<T> {
  return { value, source, strength: 'inference' }
}

function sourced<T>(value: T, source: string): CustomEntry<T> {
  return { value, source, strength: 'source' }
}

const elsewhere: Custom = {
  country: '*',
  thankYou: inferred('optional', `${noPage}; a short note is read as courtesy in most places`),
  checkInAfter: inferred(week, `${noPage}. ${centres}`),
}

/** What is known, by country. Customs differ by country more than by language. */
export const customs: readonly Custom[] = [
  {
    country: 'US',
    thankYou: sourced(
      'recommended',
      'Robert Half 2017: 80 % of HR managers take notes into account, 24 % of applicants send one; Yale Law: not generally expected in the Northeast, on the West Coast and in big cities',
    ),
    checkInAfter: sourced(week, centres),
  },
  {
    country: 'CA',
    thankYou: sourced(
      'recommended',
      'Robert Half Canada: 42 % of managers take notes into account, 28 % of applicants send one; Waterloo: within 48 hours',
    ),
    checkInAfter: inferred(week, `As in the United States. ${centres}`),
  },
  {
    country: 'NL',
    thankYou: sourced(
      'optional',
      'TU Delft advises a note within 24 to 48 hours, in the words of a page from the United States; how usual it is was not found',
    ),
    checkInAfter: inferred(week, `${noPage}. ${centres}`),
  },
  {
    country: 'BE',
    thankYou: sourced(
      'optional',
      'Robert Walters Belgium advises a note after 48 hours and not at once; how usual it is was not found',
    ),
    checkInAfter: inferred(week, `${noPage}. ${centres}`),
  },
  {
    country: 'DE',
    thankYou: sourced(
      'optional',
      'Advice pages call it less common in Germany than in the United States',
    ),
    checkInAfter: sourced(
      { from: 7, to: 10 },
      'German advice: follow up after 7 to 10 business days',
    ),
  },
  {
    country: 'AT',
    thankYou: inferred('optional', `${noPage}; as in Germany`),
    checkInAfter: inferred({ from: 7, to: 10 }, `${noPage}; as in Germany`),
  },
  {
    country: 'CH',
    thankYou: inferred('optional', `${noPage}; as in Germany`),
    checkInAfter: inferred({ from: 7, to: 10 }, `${noPage}; as in Germany`),
  },
  {
    country: 'PT',
    thankYou: sourced(
      'optional',
      'Advice pages call it less common in Portugal than in the United States',
    ),
    checkInAfter: inferred(week, `${noPage}. ${centres}`),
  },
  {
    country: 'JP',
    thankYou: sourced('unusual', 'Advice pages call it not customary in Japan'),
    checkInAfter: inferred({ from: 10, to: 10 }, `${noPage}; patience is the safer side`),
  },
  {
    country: 'GB',
    thankYou: inferred('optional', `${noPage}; less usual than in the United States`),
    checkInAfter: inferred(week, `${noPage}. ${centres}`),
  },
  {
    country: 'FR',
    thankYou: inferred('optional', noPage),
    checkInAfter: inferred(
      { from: 5, to: 10 },
      `${noPage}; between North American and German advice`,
    ),
  },
  {
    country: 'ES',
    thankYou: inferred('optional', noPage),
    checkInAfter: inferred(
      { from: 5, to: 10 },
      `${noPage}; between North American and German advice`,
    ),
  },
]

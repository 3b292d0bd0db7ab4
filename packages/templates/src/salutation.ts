import type { AddressForm } from './letter-pack.ts'
import { languageOf } from './locale-chain.ts'
import { type Gender, readName, titleOf } from './salutation-name.ts'

/** Whom a letter greets, and how. */
export interface SalutationInput {
  /** BCP 47: the locale of the letter's text. A language without forms of its own is greeted in English. */
  readonly locale: string
  /** Default: `informal` in Dutch and Spanish, `formal` in German and French; English has no choice. */
  readonly address?: AddressForm
  /** The whole name as the person writes it. Empty or left out: the team is greeted. */
  readonly name?: string
  /** The first name, where it is known to be one and the two are on such terms. Used informally only. */
  readonly givenName?: string
  /** The family name, where the end of `name` is not it. Used with a gender or a title only. */
  readonly familyName?: string
  /** Left out: the form is neutral. */
  readonly gender?: Gender
  /** A title that is spoken before the name, such as `Dr.`. Posts such as `CTO` are passed over. */
  readonly title?: string
}

/**
 * The whole opening line of a letter with its mark: `Dear Alex Kim,` or `Hola, Alex Kim:`.
 *
 * | | whole name only | with a gender | nobody in particular |
 * | --- | --- | --- | --- |
 * | en | `Dear Alex Kim,` | `Dear Ms Kim,` | `Dear hiring team,` |
 * | nl je | `Beste Alex Kim,` | the same | `Beste selectieteam,` |
 * | nl u | `Geachte Alex Kim,` | `Geachte mevrouw Kim,` | `Geacht selectieteam,` |
 * | de du | `Hallo Alex Kim,` | the same | `Hallo zusammen,` |
 * | de Sie | `Guten Tag Alex Kim,` | `Sehr geehrte Frau Kim,` | `Guten Tag,` |
 * | fr tu | `Bonjour Alex Kim,` | the same | `Bonjour,` |
 * | fr vous | `Bonjour Alex Kim,` | `Madame,` | `Madame, Monsieur,` |
 * | es tú | `Hola, Alex Kim:` | the same | `Hola, equipo:` |
 * | es usted | `Buenos días, Alex Kim:` | `Estimada Alex Kim:` | `Estimado equipo de selección:` |
 *
 * Without a gender nothing in the line has one. The whole name is used unless `givenName` is given
 * (`Hallo Alex,`) or a gender or title asks for the family name; see {@link SalutationInput.familyName}.
 * @throws AfterviewError `locale-invalid`
 */
export function salutation(input: SalutationInput): string {
  const forms = formsOf(input.locale)
  const addressee = addresseeOf(input)
  const isInformal = (input.address ?? forms.address) === 'informal'
  if (addressee.full === '') return isInformal ? forms.team.informal : forms.team.formal
  return isInformal ? forms.informal(addressee) : forms.formal(addressee)
}

/** The form of address of a locale when none is asked for; `undefined` where the language has no choice. */
export function defaultAddress(locale: string): AddressForm | undefined {
  return formsOf(locale).address
}

interface Addressee {
  readonly full: string
  readonly given: string | undefined
  readonly family: string | undefined
  readonly title: string | undefined
  readonly gender: Gender | undefined
  readonly region: string | undefined
}

interface Forms {
  readonly address: AddressForm | undefined
  readonly informal: (addressee: Addressee) => string
  readonly formal: (addressee: Addressee) => string
  readonly team: Readonly<Record<AddressForm, string>>
}

function addresseeOf(input: SalutationInput): Addressee {
  const name = readName(input.name ?? '')
  const given = textOf(input.givenName)
  const family = textOf(input.familyName)
  const parts = [given, family].filter((part) => part !== undefined)
  return {
    full: name.full === '' ? parts.join(' ') : name.full,
    given,
    family: family ?? name.family,
    title: titleOf(input.title) ?? name.title,
    gender: input.gender ?? name.gender,
    region: new Intl.Locale(input.locale).region,
  }
}

function textOf(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim()
}

function english({ full, given, family, title, gender, region }: Addressee): string {
  const dot = region === 'US' || region === 'CA' ? '.' : ''
  const spoken = title ?? (gender && `${{ feminine: 'Ms', masculine: 'Mr' }[gender]}${dot}`)
  if (given !== undefined && spoken === undefined) return `Dear ${given},`
  if (spoken === undefined || (title === undefined && family === undefined)) return `Dear ${full},`
  return `Dear ${spoken} ${family ?? full},`
}

// Academic titles do not belong in a Dutch opening; only the word professor does.
function dutch({ full, family, title, gender, region }: Addressee): string {
  const isProfessor = /^prof/iu.test(title ?? '')
  const spoken = isProfessor
    ? 'professor'
    : gender && { feminine: 'mevrouw', masculine: 'heer' }[gender]
  if (spoken === undefined || family === undefined) return `Geachte ${full},`
  // In Belgium a name keeps the spelling of its register.
  return `Geachte ${spoken} ${region === 'BE' ? family : capitalized(family)},`
}

function german({ full, family, title, gender }: Addressee): string {
  const titled = title === undefined ? '' : `${title} `
  if (gender === undefined || family === undefined) return `Guten Tag ${titled}${full},`
  const spoken = { feminine: 'Sehr geehrte Frau', masculine: 'Sehr geehrter Herr' }[gender]
  return `${spoken} ${titled}${family},`
}

// "Madame" stands alone: with the family name it is a greeting of speech.
function french({ full, title, gender }: Addressee): string {
  if (title !== undefined) return `Bonjour ${title} ${full},`
  return gender === undefined
    ? `Bonjour ${full},`
    : { feminine: 'Madame,', masculine: 'Monsieur,' }[gender]
}

// With the whole name there is no need to know which of the surnames is used.
function spanish({ full, title, gender }: Addressee): string {
  const titled = title === undefined ? full : `${title} ${full}`
  if (gender === undefined) return `Buenos días, ${titled}:`
  return `${{ feminine: 'Estimada', masculine: 'Estimado' }[gender]} ${titled}:`
}

const forms = {
  en: {
    address: undefined,
    informal: english,
    formal: (addressee) => english({ ...addressee, given: undefined }),
    team: { informal: 'Dear hiring team,', formal: 'Dear hiring team,' },
  },
  nl: {
    address: 'informal',
    informal: ({ given, full }) => `Beste ${given ?? full},`,
    formal: dutch,
    team: { informal: 'Beste selectieteam,', formal: 'Geacht selectieteam,' },
  },
  de: {
    address: 'formal',
    informal: ({ given, full }) => `Hallo ${given ?? full},`,
    formal: german,
    team: { informal: 'Hallo zusammen,', formal: 'Guten Tag,' },
  },
  fr: {
    address: 'formal',
    informal: ({ given, full }) => `Bonjour ${given ?? full},`,
    formal: french,
    team: { informal: 'Bonjour,', formal: 'Madame, Monsieur,' },
  },
  es: {
    address: 'informal',
    informal: ({ given, full }) => `Hola, ${given ?? full}:`,
    formal: spanish,
    team: { informal: 'Hola, equipo:', formal: 'Estimado equipo de selección:' },
  },
} as const satisfies Readonly<Record<string, Forms>>

function formsOf(locale: string): Forms {
  const language = languageOf(locale)
  return isKnown(language) ? forms[language] : forms.en
}

function isKnown(language: string): language is keyof typeof forms {
  return Object.hasOwn(forms, language)
}

function capitalized(family: string): string {
  return family.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

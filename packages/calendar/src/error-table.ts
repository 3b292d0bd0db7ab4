import { AfterviewError, type ErrorFacts } from '@afterview/time'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every misuse of this package: its code, what happened, and the one action that mends it. */
const table = {
  'domain-malformed': (d: { domain: string }): Facts => ({
    happened: `the domain "${d.domain}" cannot stand in a UID`,
    fix: 'pass 1 to 200 letters, digits, dots and hyphens, such as jobs.example.org',
  }),
  'locale-unknown': (d: { locale: string; known: readonly string[] }): Facts => ({
    happened: `no words are known for the locale "${d.locale}"`,
    fix: `pass one that begins with ${d.known.join(', ')}`,
  }),
  'organizer-malformed': (d: { email: string }): Facts => ({
    happened: `the organizer's address "${d.email}" is no e-mail address`,
    fix: 'pass an address such as me@example.org',
  }),
  'option-out-of-range': (d: { name: string; value: unknown; range: string }): Facts => ({
    happened: `the option ${d.name} is ${String(d.value)}`,
    fix: `pass ${d.range}`,
  }),
  'token-bytes-wrong': (d: { given: number; wanted: number }): Facts => ({
    happened: `a token was to be made of ${d.given} random bytes`,
    fix: `pass ${d.wanted} bytes from a cryptographic source, or none`,
  }),
  'skeleton-refused': (d: { reason: string }): Facts => ({
    happened: `the ics package did not write a plain event: ${d.reason}`,
    fix: 'install the version of ics that this package was tested with',
  }),
  'item-unusable': (d: { itemId: string; why: string }): Facts => ({
    happened: `agenda item "${d.itemId}" cannot become a calendar entry: ${d.why}`,
    fix: 'mend the item, or look at the problems that `file` reports for it',
  }),
} as const

type Table = typeof table

/** A stable error code of this package. */
export type CalendarErrorCode = keyof Table

/** Makes the error of one code; `details` are the values of its text. */
export function calendarError<Code extends CalendarErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
): AfterviewError {
  const facts = (table[code] as (details: Parameters<Table[Code]>[0]) => Facts)(details)
  return new AfterviewError(code, { ...facts, details })
}

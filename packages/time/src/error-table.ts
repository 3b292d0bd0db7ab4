import { AfterviewError, type ErrorFacts } from './error.ts'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every error of zones, dates and business days: its code, what happened, and the one action that mends it. */
const table = {
  'instant-malformed': (d: { text: unknown; why: string }): Facts => ({
    happened: `"${String(d.text)}" is no instant: ${d.why}`,
    fix: 'write date, time and offset as in 2026-11-25T15:30:00+01:00 or 2026-11-25T14:30:00Z',
  }),
  'instant-out-of-range': (d: { ms: number }): Facts => ({
    happened: `${d.ms} ms since 1970 is no instant of the years 1970 to 2199`,
    fix: 'check the number that was added or passed',
  }),
  'date-malformed': (d: { text: unknown; why: string }): Facts => ({
    happened: `"${String(d.text)}" is no date: ${d.why}`,
    fix: 'write it as YYYY-MM-DD, such as 2026-11-25',
  }),
  'date-out-of-range': (d: { from: string; result: string }): Facts => ({
    happened: `counting from ${d.from} leads to ${d.result}, outside the years 1970 to 2199`,
    fix: 'check the number that was added',
  }),
  'count-malformed': (d: { name: string; value: unknown }): Facts => ({
    happened: `${d.name} is ${String(d.value)}, not a whole number`,
    fix: `pass a whole number as ${d.name}`,
  }),
  'local-malformed': (d: { text: unknown; why: string }): Facts => ({
    happened: `"${String(d.text)}" is no wall time: ${d.why}`,
    fix: 'write it as YYYY-MM-DDTHH:mm without offset, such as 2026-11-25T15:30',
  }),
  'time-malformed': (d: { text: unknown }): Facts => ({
    happened: `"${String(d.text)}" is no time of day`,
    fix: 'write it as HH:mm from 00:00 to 23:59, such as 09:00',
  }),
  'disambiguation-unknown': (d: { value: unknown }): Facts => ({
    happened: `"${String(d.value)}" is no way to resolve a wall time`,
    fix: 'pass compatible, earlier, later or reject',
  }),
  'wall-time-missing': (d: { local: string; zone: string; suggestions: readonly string[] }) => ({
    happened: `${d.local} does not exist in ${d.zone}, where clocks jump over it`,
    fix: `choose ${d.suggestions.join(' or ')}`,
  }),
  'wall-time-ambiguous': (d: { local: string; zone: string; choices: readonly string[] }) => ({
    happened: `${d.local} happens twice in ${d.zone}, where clocks are set back`,
    fix: `choose ${d.choices.join(' or ')}`,
  }),
  'zone-abbreviation': (d: { zone: string; suggestions: readonly string[] }): Facts => ({
    happened: `"${d.zone}" is an abbreviation, not a time zone: it means different clocks in different places`,
    fix: `name the place, such as ${d.suggestions.join(' or ')}`,
  }),
  'zone-fixed-offset': (d: { zone: string }): Facts => ({
    happened: `"${d.zone}" is a fixed offset, which is wrong as soon as clocks change`,
    fix: 'name the place as Area/City, such as Europe/Amsterdam',
  }),
  'zone-unknown': (d: { zone: unknown; suggestions: readonly string[] }): Facts => ({
    happened: `no time zone is named "${String(d.zone)}"`,
    fix:
      d.suggestions.length > 0
        ? `use ${d.suggestions.join(' or ')}`
        : 'name the place as Area/City, such as Europe/Amsterdam',
  }),
  'weekend-malformed': (d: { weekend: unknown; why: string }): Facts => ({
    happened: `the weekend ${JSON.stringify(d.weekend)} cannot be used: ${d.why}`,
    fix: 'list the ISO weekdays of rest, 1 for Monday to 7 for Sunday, usually [6, 7]',
  }),
  'holiday-year-out-of-range': (d: { region: string; date: string; range: readonly string[] }) => ({
    happened: `the holidays of ${d.region} are known for ${d.range.join(' to ')}, not for ${d.date}`,
    fix: 'pass a holiday calendar that covers the year',
  }),
  'holiday-region-unknown': (d: { region: unknown; suggestions: readonly string[] }): Facts => ({
    happened: `no holidays are known for the region "${String(d.region)}"`,
    fix:
      d.suggestions.length > 0
        ? `use ${d.suggestions.join(' or ')}, or pass a HolidayCalendar of your own`
        : 'see holidayRegions(), or pass a HolidayCalendar of your own',
  }),
  'business-day-none': (d: { date: string; days: number }): Facts => ({
    happened: `no business day lies within ${d.days} days of ${d.date}`,
    fix: 'check the weekend and the holiday calendar',
  }),
  'roll-convention-unknown': (d: { value: unknown }): Facts => ({
    happened: `"${String(d.value)}" is no roll convention`,
    fix: 'pass following, preceding or modifiedFollowing',
  }),
  'send-hours-malformed': (d: { from: string; to: string }): Facts => ({
    happened: `sending is allowed from ${d.from} to ${d.to}, which is no stretch of one day`,
    fix: 'pass a `from` that is not later than `to`',
  }),
  'send-delay-malformed': (d: { minDelayHours: unknown; maxDelayHours: unknown }): Facts => ({
    happened: `the delay from ${String(d.minDelayHours)} to ${String(d.maxDelayHours)} hours is no window`,
    fix: 'pass hours from 0, with the maximum not below the minimum',
  }),
} as const

type Table = typeof table

/** A stable error code of this package's zones, dates and business days. */
export type TimeErrorCode = keyof Table

/** Makes the error of one code. `details` are the values of its text, and travel with it. */
export function timeError<Code extends TimeErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
): AfterviewError {
  const facts = (table[code] as (details: Parameters<Table[Code]>[0]) => Facts)(details)
  return new AfterviewError(code, { ...facts, details })
}

/** Which days are public holidays in one country or region. Dates only: no clock, no zone. */
export interface HolidayCalendar {
  /** ISO 3166-1 code, or ISO 3166-2 where regions differ: `ES-MD`, not only `ES`. */
  readonly region: string
  /** First and last year it really knows, as `YYYY`. Asking outside is an error, never "no holiday". */
  readonly range?: readonly [from: string, to: string]
  /** The holiday's name on that day (`YYYY-MM-DD`), or `false`. */
  isHoliday(date: string): string | false
}

/** What makes a day a working day: the weekly rest and the holidays of a place. */
export interface BusinessCalendar {
  /** ISO weekdays of rest, 1 = Monday … 7 = Sunday. Usually `[6, 7]`. */
  readonly weekend: readonly number[]
  /** Absent: only the weekend counts. */
  readonly holidays?: HolidayCalendar
}

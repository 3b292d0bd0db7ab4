/** One way to understand a phrase. */
export interface Reading {
  /** Stable name of this understanding, such as `by`, `saturday-works` or `next-weekday`. */
  readonly id: string
  /** First date, `YYYY-MM-DD`, inclusive. */
  readonly earliest: string
  /** Last date, inclusive; `null` where the words set no end. */
  readonly latest: string | null
  readonly businessDays: boolean
  /** Why the words can be understood this way, as a sentence in English without a final stop. */
  readonly reason: string
}

/** What an employer's words say about when the answer comes. Dates are local to the zone that was passed. */
export interface Timeframe {
  /** First date on which the answer may come, `YYYY-MM-DD`, inclusive. */
  readonly earliest: string
  /** Last date, inclusive; `null` where the words set no end ("not before Monday"). */
  readonly latest: string | null
  /** Time of day, `HH:mm`, from which on the first date. Absent where the words name none. */
  readonly earliestTime?: string
  /** Time of day, `HH:mm`, until which on the last date. Absent where the words name none. */
  readonly latestTime?: string
  /** Whether the words counted business days. */
  readonly businessDays: boolean
  /** `firm` where the words bind the speaker (see {@link parseTimeframe}), else `soft`. */
  readonly commitment: 'firm' | 'soft'
  /** The part of the text that the window was read from. */
  readonly matchedText: string
  /** Where that part begins and ends, in UTF-16 units of the text. */
  readonly matchedRange: readonly [start: number, end: number]
  /** Every understanding of that part: the chosen one first. Never empty. */
  readonly readings: readonly Reading[]
  /** Language whose table read the text: `en`, `nl`, `de`, `fr` or `es`. */
  readonly locale: string
}

import { AfterviewError } from '../error.ts'
import type { BusinessCalendar, HolidayCalendar } from '../holiday-calendar.ts'
import { annotate } from './annotate.ts'
import { chooseAnswer } from './answer.ts'
import { describe } from './describe.ts'
import { lexiconOf } from './lexicon.ts'
import type { Table } from './locale-table.ts'
import { detectTable, tableFor } from './locales.ts'
import { findMentions } from './mention.ts'
import { type Scan, codesOf } from './scan.ts'
import type { Timeframe } from './timeframe.ts'
import { todayAt } from './today.ts'
import { tokenize } from './tokenize.ts'

/** When and where words were said. */
export interface TimeframeOptions {
  /** The instant at which the words were said, ISO 8601 with offset. */
  readonly reference: string
  /** IANA zone of the employer: dates are those of its clocks. */
  readonly zone: string
  /** BCP 47 tag. Its language chooses the table; an unknown language or none leaves it to the text. */
  readonly locale?: string
  /** Holidays, or weekend and holidays, by which business days are counted. Default: Saturday and Sunday are free. */
  readonly holidays?: HolidayCalendar | BusinessCalendar
}

/**
 * What an employer's words say about when the answer comes, as a window of dates, or `null` where
 * they say nothing about it. Reads whole spoken sentences in English, Dutch, German, French and
 * Spanish; of several statements the last one counts. Never reads the clock.
 *
 * No text makes it throw. Malformed options do (`instant-malformed`, `zone-unknown`,
 * `weekend-malformed`), and so do holidays that do not know a year that has to be counted through
 * (`holiday-year-out-of-range`) or that leave no day to work on (`business-day-none`).
 */
export function parseTimeframe(text: string, options: TimeframeOptions): Timeframe | null {
  const today = todayAt(options.reference, options.zone)
  const tokens = tokenize(text)
  const table = tableFor(options.locale ?? '') ?? detectTable(tokens)
  const { lexemes, hedges } = annotate(tokens, lexiconOf(table))
  const scan: Scan = {
    lexemes,
    codes: codesOf(lexemes),
    today: today.day,
    minute: today.minute,
    habits: (table['habits'] ?? '').split(' '),
    calendar: calendarOf(options.holidays),
    isMonthFirst: isMonthFirst(options, table),
    anchor: null,
    inside: null,
    isAgain: false,
    choice: null,
    met: new Set(),
    counted: new Map(),
  }
  const mentions = findMentions(scan)
  const answer = mentions.length === 0 ? null : chooseAnswer(scan, mentions)
  return (
    answer && describe({ text, locale: table['language'] ?? '', scan, mentions, hedges, answer })
  )
}

function calendarOf(holidays: TimeframeOptions['holidays']): BusinessCalendar {
  if (holidays === undefined) return { weekend: [6, 7] }
  if (!('weekend' in holidays)) return { weekend: [6, 7], holidays }
  if (holidays.weekend.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    return holidays
  throw new AfterviewError('weekend-malformed', {
    happened: `the weekend is ${JSON.stringify(holidays.weekend)}`,
    fix: 'list ISO weekdays from 1 to 7, such as [6, 7]',
    details: { weekend: holidays.weekend },
  })
}

/** Americans write the month first: `en-US`, or English without a region in an American zone. */
function isMonthFirst({ locale = '', zone }: TimeframeOptions, table: Table): boolean {
  if (table['language'] !== 'en') return false
  const region = locale.split(/[-_]/)[1]
  return region === undefined ? zone.startsWith('America/') : region.toUpperCase() === 'US'
}

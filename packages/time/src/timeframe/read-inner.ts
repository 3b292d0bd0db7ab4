import { readDate, readYear } from './read-date.ts'
import { readDayWord } from './read-day.ts'
import { readFeast } from './read-feast.ts'
import { readMonthInside } from './read-month.ts'
import { readBareUnit, readUnit } from './read-unit.ts'
import { readWeekday } from './read-weekday.ts'
import type { Rule } from './rule.ts'
import type { At, Scan } from './scan.ts'
import { type Span, yearOf } from './span.ts'

/** What a part or an ordinal can be taken of: anything but another part, and units without a pointing word. */
export const innerRules: readonly Rule[] = [
  readWeekday,
  readDate,
  readUnit,
  readMonthInside,
  readFeast,
  readDayWord,
  readYearInside,
  readBareUnit,
]

function readYearInside(scan: Scan, at: number): At<Span> | null {
  const year = readYear(scan, at)
  return year && { value: yearOf(year.value), end: year.end }
}

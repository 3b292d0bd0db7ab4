import { readDate, readYear } from './read-date.ts'
import { readDayWord } from './read-day.ts'
import { readFeast } from './read-feast.ts'
import { readMonthInside } from './read-month.ts'
import { readBareUnit, readUnit } from './read-unit.ts'
import { readWeekday } from './read-weekday.ts'
import type { Rule } from './rule.ts'
import { type Found, type Scan, upTo } from './scan.ts'
import { yearOf } from './span.ts'

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

function readYearInside(scan: Scan, at: number): Found | null {
  const year = readYear(scan, at)
  return year && upTo(yearOf(year[0]), year[1])
}

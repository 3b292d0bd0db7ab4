import { reach } from './length.ts'
import { readDayWord } from './read-day.ts'
import { readLength } from './read-length.ts'
import { landmarkRules } from './read-neighbour.ts'
import { readWeekday } from './read-weekday.ts'
import { longest } from './rule.ts'
import { type Count, type Found, type Scan, hasHabit, is, skip, upTo } from './scan.ts'
import { daySpan, stretch, workEnd } from './span.ts'

/** *A week from Monday*, *two weeks before Christmas*, *a week on Tuesday*, *a week later*. */
export function readShifted(scan: Scan, at: number): Found | null {
  const length = readLength(scan, at)
  if (!length || length.isNext) return null
  const [day, end] = readBase(scan, length.end) ?? []
  if (day === undefined || end === undefined) return null
  const isBefore = is(scan, length.end, 'rel:before')
  const { least, most } = length
  const mirrored = isBefore ? { ...length, least: -most, most: -least } : length
  const [first, last] = reach(scan, day, mirrored)
  return upTo(first === last ? daySpan(first) : stretch(first, last), end)
}

/** What a length is counted from: *from Monday*, *after Christmas*, *after the interview*, *later*. */
function readBase(scan: Scan, at: number): Count | null {
  const isBritish = hasHabit(scan, 'weekday-week')
  if (is(scan, at, 'back|part:later')) return afterAnchor(scan, at + 1)
  if (is(scan, at, isBritish ? 'rel:before/after/from/on' : 'rel:before/after/from')) {
    return baseBehind(scan, at + 1)
  }
  const isDirect = isBritish && is(scan, at, 'day|weekday')
  const day = isDirect ? longest(scan, at, [readWeekday, readDayWord]) : null
  return day && [day.from, day.end]
}

function baseBehind(scan: Scan, at: number): Count | null {
  const start = skip(scan, at)
  if (is(scan, start, 'event|now')) return [scan.today, start + 1]
  if (is(scan, start, 'back')) return afterAnchor(scan, start + 1)
  const point = longest(scan, at, landmarkRules)
  if (point) return [point.edge ?? point.from, point.end]
  return is(scan, at, '(?<=rel:after)(?=$|mark|link)') ? afterAnchor(scan, at) : null
}

function afterAnchor({ anchor, today }: Scan, end: number): Count | null {
  return anchor && [anchor.edge ?? workEnd(anchor, today), end]
}

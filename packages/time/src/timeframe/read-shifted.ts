import { reach } from './length.ts'
import { readDayWord } from './read-day.ts'
import { readLength } from './read-length.ts'
import { landmarkRules } from './read-neighbour.ts'
import { readWeekday } from './read-weekday.ts'
import { longest } from './rule.ts'
import { type At, type Scan, is, isAny, isEnd, skipFill } from './scan.ts'
import { type Span, daySpan, workEnd } from './span.ts'

/** *A week from Monday*, *two weeks before Christmas*, *a week on Tuesday*, *a week later*. */
export function readShifted(scan: Scan, at: number): At<Span> | null {
  const length = readLength(scan, at)
  if (!length || length.value.isNext) return null
  const base = readBase(scan, length.end)
  if (!base) return null
  const [first, last] = base.value.isBefore
    ? mirrored(scan, base.value.day, length)
    : reach(scan, base.value.day, length.value)
  const span: Span = first === last ? daySpan(first) : { from: first, to: last, grain: 'part' }
  return { value: span, end: base.end }
}

interface Base {
  readonly day: number
  readonly isBefore: boolean
}

function mirrored(
  scan: Scan,
  day: number,
  length: NonNullable<ReturnType<typeof readLength>>,
): readonly [number, number] {
  const { least, most } = length.value
  const [first, last] = reach(scan, day, { ...length.value, least: -most, most: -least })
  return [first, last]
}

/** What a length is counted from: *from Monday*, *after Christmas*, *after the interview*, *later*. */
function readBase(scan: Scan, at: number): At<Base> | null {
  const isBefore = is(scan, at, 'rel', 'before')
  const isAfter = is(scan, at, 'rel', 'after', 'from')
  const isOn = scan.habits.hasWeekdayWeek === true && is(scan, at, 'rel', 'on')
  if (is(scan, at, 'back') || is(scan, at, 'part', 'later')) return afterAnchor(scan, at + 1)
  if (isBefore || isAfter || isOn) return baseBehind(scan, at, isBefore)
  const isDirect = scan.habits.hasWeekdayWeek === true && isAny(scan, at, 'day', 'weekday')
  const day = isDirect ? longest(scan, at, [readWeekday, readDayWord]) : null
  return day && { value: { day: day.value.from, isBefore: false }, end: day.end }
}

function baseBehind(scan: Scan, at: number, isBefore: boolean): At<Base> | null {
  const start = skipFill(scan, at + 1)
  if (isAny(scan, start, 'event', 'now'))
    return { value: { day: scan.today, isBefore }, end: start + 1 }
  if (is(scan, start, 'back')) return afterAnchor(scan, start + 1)
  const point = longest(scan, at + 1, landmarkRules)
  if (point)
    return { value: { day: point.value.edge ?? point.value.from, isBefore }, end: point.end }
  const isBare =
    is(scan, at, 'rel', 'after') && (isEnd(scan, at + 1) || isAny(scan, at + 1, 'link'))
  return isBare ? afterAnchor(scan, at + 1) : null
}

function afterAnchor(scan: Scan, end: number): At<Base> | null {
  const { anchor } = scan
  return (
    anchor && { value: { day: anchor.edge ?? workEnd(anchor, scan.today), isBefore: false }, end }
  )
}

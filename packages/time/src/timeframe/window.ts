import { isBusinessUnit, reach } from './length.ts'
import type { Phrase, Subject } from './phrase.ts'
import { type Scan, has, hasHabit, takes } from './scan.ts'
import { type Hours, type Span, mondayOf, workEnd } from './span.ts'
import { plusWorkdays } from './workday.ts'

/** How a phrase places the answer; the id of its reading. */
export type Placing = 'on' | 'in' | 'by' | 'within' | 'before' | 'after' | 'not-before' | 'at-least'

/** The days on which an answer may come, as days since 1970-01-01. */
export interface Window {
  readonly placing: Placing
  readonly earliest: number
  readonly latest: number | null
  readonly isBusiness: boolean
  /** A last day that the speaker called the last one, or a time of day as the deadline. */
  readonly isStrict: boolean
  /** One day that was named, without *by*. */
  readonly isNamedDay: boolean
  readonly hours?: Hours
}

/** The window of a phrase, or `null` where it lies in the past or sets no time for an answer. */
export function windowOf(scan: Scan, phrase: Phrase, isNegated: boolean): Window | null {
  const { relations, subject } = phrase
  if (has(relations, 'rel:ago/since')) return null
  const isNot = isNegated || phrase.isNegated
  const window = subject.span
    ? windowOfSpan(scan, relations, subject.span, isNot)
    : windowOfLength(scan, relations, subject, isNot)
  const { today } = scan
  const isMeant =
    window &&
    window.earliest <= today + horizon &&
    (window.latest === null || (window.latest >= today && window.latest <= today + 2 * horizon))
  return isMeant ? { ...window, earliest: Math.max(window.earliest, today) } : null
}

/** A window further away than this is a plan for life, not the time of an answer. */
const horizon = 460

function isOpen(relations: string, isNot: boolean): boolean {
  if (has(relations, 'rel:latest')) return false
  if (has(relations, 'rel:earliest')) return true
  if (has(relations, 'rel:atLeast')) return !has(relations, 'rel:before')
  return isNot && has(relations, 'rel:before/until')
}

const deadline = 'rel:latest/atMost/by/until'

function windowOfSpan(scan: Scan, relations: string, span: Span, isNot: boolean): Window | null {
  const { grain } = span
  const isDay = grain === 'day'
  // *Within* some stretch is in its course, within a length of time until it is over.
  const isDeadline = has(relations, isDay ? 'rel:latest/atMost/by/until/within' : deadline)
  const isFor = has(relations, 'rel:for') && hasHabit(scan, 'for-as-by') && grain !== 'week'
  const isAfter = has(relations, 'rel:after')
  if (isOpen(relations, isNot)) {
    return isAfter ? { ...after(scan, span), latest: null } : notBefore(span)
  }
  if (isNot && isAfter) return by(scan, relations, span)
  if (has(relations, 'rel:before')) return before(scan, relations, span)
  if (isAfter) return after(scan, span)
  if (has(relations, 'rel:from') && !span.isRange && !has(relations, 'rel:by')) {
    return isNot ? null : notBefore(span)
  }
  if (isNot) return isDeadline ? null : notIn(scan, span)
  if (isDeadline || isFor || (isDay && has(relations, 'rel:towards'))) {
    return by(scan, relations, span)
  }
  return has(relations, 'rel:about/towards') ? around(scan, span) : on(scan, span)
}

function windowOn(placing: Placing, earliest: number, latest: number | null): Window {
  return { placing, earliest, latest, isBusiness: false, isStrict: false, isNamedDay: false }
}

function on(scan: Scan, span: Span): Window {
  const { from, isNewYear, grain, hours } = span
  // *In the new year* begins when people are back at work.
  const start = isNewYear ? workdayAfter(scan, from) : from
  const window = windowOn('on', start, Math.max(start, workEnd(span, scan.today)))
  return { ...window, isNamedDay: grain === 'day', ...(hours && { hours }) }
}

/** Two days on either side of a date, the whole of anything longer. */
function around(scan: Scan, span: Span): Window {
  const { from, to, grain } = span
  const isShort = grain === 'day' || grain === 'feast'
  return isShort ? windowOn('on', from - 2, to + 2) : on(scan, span)
}

function by(scan: Scan, relations: string, span: Span): Window {
  const to = span.hours?.to
  return {
    ...windowOn('by', scan.today, lastDay(scan, span)),
    isStrict: has(relations, 'rel:latest') || span.hours !== undefined,
    ...(to !== undefined && { hours: { to } }),
  }
}

/** *By January* is by its first day; *by Christmas* and *by the weekend* are by the day before. */
function lastDay(scan: Scan, span: Span): number {
  const { from, to, grain, edge } = span
  if (edge !== undefined) return edge
  // Said on the feast itself, it is by today; of one that is over, the day has passed.
  if (grain === 'feast' || grain === 'weekend')
    return to < scan.today ? to : Math.max(scan.today, from - 1)
  const isMonthAhead = grain === 'month' && from > scan.today
  return isMonthAhead && !takes(scan, 'period-end') ? from : workEnd(span, scan.today)
}

/** Before something excludes it, but before the end of something is by its end. */
function before(scan: Scan, relations: string, span: Span): Window {
  const { from, to, edge, grain, hours } = span
  if (hours !== undefined || edge === to) return by(scan, relations, span)
  const isLoose = grain === 'day' && hasHabit(scan, 'loose-before') && takes(scan, 'day-included')
  const last = (edge ?? from) - (isLoose ? 0 : 1)
  return { ...windowOn('before', scan.today, last), isStrict: has(relations, 'rel:latest') }
}

/** From the day after; after a break for two working weeks, after a weekend for two days. */
function after(scan: Scan, { from, to, edge = to, grain, isBreak, isNewYear }: Span): Window {
  if (!isBreak) return windowOn('after', edge + 1, null)
  const first = workdayAfter(scan, isNewYear ? from : edge)
  const monday = mondayOf(first + 13)
  return windowOn(
    'after',
    first,
    grain === 'weekend' ? first + 1 : Math.min(first + 13, monday + 4),
  )
}

function workdayAfter(scan: Scan, day: number): number {
  return plusWorkdays(day, 1, scan.calendar)
}

function notBefore({ from, edge = from }: Span): Window {
  return windowOn('not-before', edge, null)
}

/** *Not this week*: when it is over. Not on some day says nothing of the others. */
function notIn({ today }: Scan, { from, to, grain }: Span): Window | null {
  const isFar = grain === 'day' && from > today + 1
  if (grain === 'feast' || isFar) return null
  return windowOn('not-before', (grain === 'week' ? from + 6 : to) + 1, null)
}

function windowOfLength(
  scan: Scan,
  relations: string,
  { length, from }: Extract<Subject, { span: null }>,
  isNot: boolean,
): Window | null {
  const [first, last] = reach(scan, from, length)
  const isBusiness = isBusinessUnit(length.leastUnit)
  const isNever = isNot && has(relations, 'rel:for/in')
  if (isOpen(relations, isNot) || isNever || (!isNot && has(relations, 'rel:after'))) {
    return { ...windowOn('at-least', first, null), isBusiness }
  }
  if (isNot || has(relations, 'rel:for/from')) return null
  const isBefore = has(relations, 'rel:before')
  if (isBefore && !hasHabit(scan, 'before-length')) return null
  if (has(relations, 'rel:during') && !length.isNext) return null
  const isWithin = isBefore || length.isNext || has(relations, 'rel:latest/atMost/by/until/within')
  if (!isWithin) return { ...windowOn('in', first, last), isBusiness }
  const isSoft = length.softness === 'both'
  const sharp = isSoft ? reach(scan, from, { ...length, softness: undefined })[1] : last
  return {
    ...windowOn('within', from, sharp),
    isBusiness,
    isStrict: has(relations, 'rel:latest'),
  }
}

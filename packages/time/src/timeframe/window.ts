import { type Length, isBusinessUnit, reach } from './length.ts'
import type { Phrase } from './phrase.ts'
import { type Scan, takes } from './scan.ts'
import { type Hours, type Span, workEnd } from './span.ts'
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
  if (relations.has('ago') || relations.has('since')) return null
  const isNot = isNegated || phrase.isNegated
  const window =
    subject.kind === 'span'
      ? windowOfSpan(scan, phrase, subject.span, isNot)
      : windowOfLength(scan, phrase, subject.length, isNot)
  return window && inFuture(scan, window)
}

/** A window further away than this is a plan for life, not the time of an answer. */
const horizon = 460

function inFuture(scan: Scan, window: Window): Window | null {
  const { today } = scan
  if (window.latest !== null && window.latest < today) return null
  if (window.earliest > today + horizon) return null
  if (window.latest !== null && window.latest > today + 2 * horizon) return null
  return { ...window, earliest: Math.max(window.earliest, today) }
}

function isOpen({ relations }: Phrase, isNot: boolean): boolean {
  if (relations.has('latest')) return false
  if (relations.has('earliest')) return true
  if (relations.has('atLeast')) return !relations.has('before')
  return isNot && (relations.has('before') || relations.has('until'))
}

/** *Within* some stretch is in its course, within a length of time until it is over. */
function isDeadline({ relations, subject }: Phrase): boolean {
  const isCourse = subject.kind === 'span' && subject.span.grain !== 'day'
  return ['latest', 'atMost', 'by', 'until', ...(isCourse ? [] : ['within'])].some((each) =>
    (relations as ReadonlySet<string>).has(each),
  )
}

function windowOfSpan(scan: Scan, phrase: Phrase, span: Span, isNot: boolean): Window | null {
  const { relations } = phrase
  if (isOpen(phrase, isNot)) return open(scan, phrase, span)
  if (isNot && relations.has('after')) return by(scan, phrase, span)
  if (relations.has('before')) return before(scan, phrase, span)
  if (relations.has('after')) return isNot ? null : after(scan, span)
  if (relations.has('from') && !span.isRange && !relations.has('by'))
    return isNot ? null : notBefore(span)
  if (isNot) return isDeadline(phrase) ? null : notIn(scan, span)
  const isFor = relations.has('for') && scan.habits.hasForAsBy === true && span.grain !== 'week'
  if (isDeadline(phrase) || isFor) return by(scan, phrase, span)
  if (relations.has('towards') && span.grain === 'day') return by(scan, phrase, span)
  return relations.has('about') || relations.has('towards') ? around(scan, span) : on(scan, span)
}

function open(scan: Scan, { relations }: Phrase, span: Span): Window {
  return relations.has('after') ? { ...after(scan, span), latest: null } : notBefore(span)
}

function windowOn(placing: Placing, earliest: number, latest: number | null): Window {
  return { placing, earliest, latest, isBusiness: false, isStrict: false, isNamedDay: false }
}

function on(scan: Scan, span: Span): Window {
  const from = startOf(scan, span)
  const window = windowOn('on', from, Math.max(from, workEnd(span, scan.today)))
  return { ...window, isNamedDay: span.grain === 'day', ...hours(span) }
}

/** *In the new year* begins when people are back at work. */
function startOf(scan: Scan, span: Span): number {
  return span.isNewYear === true ? workdayAfter(scan, span.from) : span.from
}

/** Two days on either side of a date, the whole of anything longer. */
function around(scan: Scan, span: Span): Window {
  if (span.grain === 'day') return windowOn('on', span.from - 2, span.to + 2)
  return span.grain === 'feast' ? windowOn('on', span.from - 2, span.to + 2) : on(scan, span)
}

function by(scan: Scan, phrase: Phrase, span: Span): Window {
  const isStrict = phrase.relations.has('latest') || span.hours !== undefined
  const window = windowOn('by', scan.today, lastDay(scan, span))
  return {
    ...window,
    isStrict,
    ...hours({ ...span, hours: { ...(span.hours?.to !== undefined && { to: span.hours.to }) } }),
  }
}

function hours({ hours }: Span): Pick<Window, 'hours'> {
  return hours ? { hours } : {}
}

/** *By January* is by its first day; *by Christmas* and *by the weekend* are by the day before. */
function lastDay(scan: Scan, span: Span): number {
  if (span.edge !== undefined) return span.edge
  if (span.grain === 'feast' || span.grain === 'weekend') return Math.max(scan.today, span.from - 1)
  const isMonthAhead = span.grain === 'month' && span.from > scan.today
  if (isMonthAhead && !takes(scan, 'period-end')) return span.from
  return workEnd(span, scan.today)
}

/** Before something excludes it, but before the end of something is by its end. */
function before(scan: Scan, phrase: Phrase, span: Span): Window | null {
  if (span.hours !== undefined) return by(scan, phrase, span)
  const isEnd = span.edge !== undefined && span.edge === span.to
  if (isEnd) return by(scan, phrase, span)
  const isLoose = scan.habits.hasLooseBefore === true && span.grain === 'day'
  const last = (span.edge ?? span.from) - (isLoose && takes(scan, 'day-included') ? 0 : 1)
  return { ...windowOn('before', scan.today, last), isStrict: phrase.relations.has('latest') }
}

/** From the day after; after a break for two working weeks, after a weekend for two days. */
function after(scan: Scan, span: Span): Window {
  const edge = span.edge ?? span.to
  if (span.isBreak !== true) return windowOn('after', edge + 1, null)
  const first = workdayAfter(scan, span.isNewYear === true ? span.from : edge)
  const last = span.grain === 'weekend' ? first + 1 : beforeWeekend(first + 13)
  return windowOn('after', first, last)
}

function beforeWeekend(day: number): number {
  const weekday = ((day + 3) % 7) + 1
  return weekday > 5 ? day - (weekday - 5) : day
}

function workdayAfter(scan: Scan, day: number): number {
  return plusWorkdays(day, 1, scan.calendar)
}

function notBefore(span: Span): Window {
  return windowOn('not-before', span.edge ?? span.from, null)
}

/** *Not this week*: when it is over. Not on some day says nothing of the others. */
function notIn(scan: Scan, span: Span): Window | null {
  if (span.grain === 'feast') return null
  const isNow = span.from <= scan.today + 1
  if (span.grain === 'day' && !isNow) return null
  return windowOn('not-before', (span.grain === 'week' ? span.from + 6 : span.to) + 1, null)
}

function windowOfLength(scan: Scan, phrase: Phrase, length: Length, isNot: boolean): Window | null {
  const { relations, subject } = phrase
  const from = subject.kind === 'length' ? subject.from : scan.today
  const [first, last] = reach(scan, from, length)
  const isBusiness = isBusinessUnit(length.leastUnit)
  if (isOpen(phrase, isNot) || (isNot && (relations.has('for') || relations.has('in')))) {
    return { ...windowOn('at-least', first, null), isBusiness }
  }
  if (isNot) return null
  if (relations.has('after')) return { ...windowOn('at-least', first, null), isBusiness }
  if (['for', 'from'].some((each) => relations.has(each as 'for'))) return null
  if (relations.has('before') && scan.habits.hasBeforeLength !== true) return null
  if (relations.has('during') && length.isNext !== true) return null
  return { ...lengthWindow(scan, phrase, length, [first, last]), isBusiness }
}

function lengthWindow(
  scan: Scan,
  phrase: Phrase,
  length: Length,
  [first, last]: readonly [number, number],
): Window {
  const from = phrase.subject.kind === 'length' ? phrase.subject.from : scan.today
  const isWithin = isDeadline(phrase) || phrase.relations.has('before') || length.isNext === true
  if (!isWithin) return windowOn('in', first, last)
  const [, sharp] =
    length.softness === 'both' ? reach(scan, from, withoutSoftness(length)) : [0, last]
  return { ...windowOn('within', from, sharp), isStrict: phrase.relations.has('latest') }
}

function withoutSoftness({ softness: _, ...length }: Length): Length {
  return length
}

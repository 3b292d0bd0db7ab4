import type { Length } from './length.ts'
import { readLength } from './read-length.ts'
import { readSpan } from './read-span.ts'
import { readBareUnit } from './read-unit.ts'
import { type Scan, has, hasHabit, is, match, skip, takes, valueAt } from './scan.ts'
import { type Span, stretch, workEnd } from './span.ts'
import { codeOf } from './terms.ts'

/** What a phrase places the answer by: a stretch of days, or a length of time from a day on. */
export type Subject =
  | { readonly span: Span }
  | { readonly span: null; readonly length: Length; readonly from: number }

/** A relation and its subject, as they stand in the text: *by the end of next week*. */
export interface Phrase {
  /** Codes of the relations, in the order of the words. */
  readonly relations: string
  /** A word of negation stands inside, before its relation. */
  readonly isNegated: boolean
  readonly subject: Subject
  /** Index of the first lexeme. */
  readonly start: number
  /** Index after the last. */
  readonly end: number
}

type FoundSubject = Subject & { readonly end: number }

/** The phrase that begins at an index, or `null`. */
export function readPhrase(scan: Scan, at: number): Phrase | null {
  const opening = readOpening(scan, at)
  const { relations, isNegated } = opening
  const subject =
    readRolling(scan, opening) ?? readSubject(scan, opening) ?? readRunningUnit(scan, opening)
  if (!subject) return null
  const [closing, end] = readClosing(scan, subject.end, subject)
  return { relations: relations + closing, isNegated, subject, start: at, end }
}

/** Whether a lexeme can begin a phrase at all; keeps the way through other text short. */
export function canBegin(scan: Scan, at: number): boolean {
  return is(
    scan,
    at,
    'rel|not|article|fill|mod|part|num|ord|quant|dozen|day|time|clock|pair|triple|iso|range|weekday|month|feast|unit|units|biweekly|weekOf|weekNumber|quarterOfYear',
  )
}

interface Opening {
  readonly relations: string
  readonly isNegated: boolean
  readonly hasArticle: boolean
  readonly end: number
}

/** Relations, negations and articles that stand before the subject; at most eight words. */
function readOpening(scan: Scan, at: number): Opening {
  let relations = ''
  let end = at
  for (; end < at + 8; end++) {
    if (is(scan, end, 'rel') && !isLengthWord(scan, end)) relations += scan.codes[end]
    else if (is(scan, end, '(?<=rel:between)now conj:and')) {
      relations += codeOf('rel:by')
      end++
    } else if (!is(scan, end, 'not|article|fill|(?<=rel:latest/earliest/atLeast/atMost),')) break
  }
  const words = scan.codes.slice(at, end)
  return { relations, isNegated: has(words, 'not'), hasArticle: has(words, 'article'), end }
}

/** *About* before a number belongs to the number. */
function isLengthWord(scan: Scan, at: number): boolean {
  return is(scan, at, 'rel:about _(?:num|quant|dozen|pair)') && readLength(scan, at) !== null
}

/** The longer of a length and a point. */
function readSubject(scan: Scan, { relations, end, hasArticle }: Opening): FoundSubject | null {
  if (is(scan, end, 'biweekly')) return readBiweekly(scan, end)
  const start = hasArticle ? backToArticle(scan, end) : end
  const isBetween = has(relations, 'rel:between/from')
  const length = readLength(scan, end, isBetween)
  const span = readSpan(scan, start, isBetween)
  if (span && (!length || span.end > length.end)) return { span, end: span.end }
  return length && !isRate(scan, length.end)
    ? { span: null, length, from: scan.today, end: length.end }
    : null
}

function backToArticle(scan: Scan, end: number): number {
  let start = end
  while (start > end - 4 && is(scan, start, '(?<=article|fill)')) start--
  return start
}

/** *Every two weeks*, so within two; or else twice a week. Before a noun it says nothing of the answer. */
function readBiweekly(scan: Scan, at: number): FoundSubject | null {
  if (!is(scan, at + 1, '$|mark')) return null
  return takes(scan, 'twice-a-week')
    ? rolling(scan, 4, 'day', at + 1)
    : rolling(scan, 2, 'week', at + 1)
}

/** So many units from now on. */
function rolling(scan: Scan, count: number, unit: string, end: number): FoundSubject {
  const length = { least: count, leastUnit: unit, most: count, mostUnit: unit, isNext: true }
  return { span: null, length, from: scan.today, end }
}

/** Whether a length is one of *40 hours a week*, *three days per month*. */
export function isRate(scan: Scan, at: number): boolean {
  return is(scan, at, 'per|article unit(?!mod)|quant:one(?!unit:half)unit')
}

/** *In the next week*, *within the next month*: so long from now on, or else that calendar week. */
function readRolling(scan: Scan, { relations, end, hasArticle }: Opening): FoundSubject | null {
  const isRolling = hasHabit(scan, 'rolling-next') && hasArticle
  if (!has(relations, isRolling ? 'rel:within/in/during' : 'rel:within')) return null
  const next = match(scan, end, 'mod:next/coming(unit:day/week/fortnight/month)(rel:about)?')
  if (!next || readLength(scan, end) || takes(scan, 'calendar-week')) return null
  const [behind = end, unit = 0, about = -1] = next
  const found = rolling(scan, 1, valueAt(scan, unit), behind)
  if (about < 0 || found.span) return found
  return { ...found, length: { ...found.length, softness: 'upper' } }
}

/**
 * *Within the week*, *im Laufe des Tages*, *before the month is out*: the running unit. *From the 17th
 * on we go on, and call you in the course of the week*: the week of the 17th.
 */
function readRunningUnit(scan: Scan, { relations, end }: Opening): FoundSubject | null {
  const unit = has(relations, 'rel:within/during/before') ? readBareUnit(scan, end) : null
  if (!unit) return null
  if (has(relations, 'rel:before')) {
    const last = workEnd(unit, scan.today)
    return { span: stretch(unit.from, last, last), end: unit.end }
  }
  const { anchor } = scan
  const isAhead = anchor !== null && anchor.from > unit.to
  const span = (isAhead && readBareUnit({ ...scan, inside: anchor }, end)) || unit
  return { span, end: unit.end }
}

/** Relations that may stand behind: *at the latest*, *or more*, *onwards*, *ago*, *at most*. */
function readClosing(scan: Scan, at: number, { span }: Subject): readonly [string, number] {
  let relations = ''
  let end = at
  while (relations.length < 3) {
    const behind = skip(scan, end, ',')
    const closes = span
      ? 'rel:latest/earliest/atLeast/atMost/from/about'
      : 'rel:latest/earliest/atLeast/atMost/ago'
    if (!is(scan, behind, `(?:${closes})(?!num|rel|article:plural)`) || opensNext(scan, behind + 1))
      break
    relations += scan.codes[behind]
    end = behind + 1
  }
  return [relations, end]
}

function opensNext(scan: Scan, at: number): boolean {
  return readLength(scan, at) !== null || readSpan(scan, at, false) !== null
}

import type { Length } from './length.ts'
import { readLength } from './read-length.ts'
import type { RelationName } from './locale-table.ts'
import { readBareUnit } from './read-unit.ts'
import { readSpan } from './read-span.ts'
import { type At, type Scan, is, isAny, isEnd, skipFill, takes, valueAt } from './scan.ts'
import { type Span, workEnd } from './span.ts'

/** What a phrase places the answer by: a stretch of days, or a length of time from a day on. */
export type Subject =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'length'; readonly length: Length; readonly from: number }

/** A relation and its subject, as they stand in the text: *by the end of next week*. */
export interface Phrase {
  readonly relations: ReadonlySet<RelationName>
  /** A word of negation stands inside, before its relation. */
  readonly isNegated: boolean
  readonly subject: Subject
  /** Index of the first lexeme. */
  readonly start: number
  /** Index after the last. */
  readonly end: number
}

/** The phrase that begins at an index, or `null`. */
export function readPhrase(scan: Scan, at: number): Phrase | null {
  const opening = readOpening(scan, at)
  const subject =
    readRolling(scan, opening) ?? readSubject(scan, opening) ?? readRunningUnit(scan, opening)
  if (!subject) return null
  const closing = readClosing(scan, subject.end, subject.value)
  return {
    relations: new Set([...opening.relations, ...closing.relations]),
    isNegated: opening.isNegated,
    subject: subject.value,
    start: at,
    end: closing.end,
  }
}

/** Whether a lexeme can begin a phrase at all; keeps the way through other text short. */
export function canBegin(scan: Scan, at: number): boolean {
  const kind = scan.lexemes[at]?.kind
  return kind !== undefined && beginnings.has(kind)
}

const beginnings: ReadonlySet<string> = new Set(
  'rel not article fill mod part num ord quant dozen day time clock pair triple iso range weekday month feast unit units biweekly weekOf weekNumber quarterOfYear'.split(
    ' ',
  ),
)

interface Opening {
  readonly relations: readonly RelationName[]
  readonly isNegated: boolean
  readonly hasArticle: boolean
  readonly end: number
}

/** Relations, negations and articles that stand before the subject; at most eight words. */
function readOpening(scan: Scan, at: number): Opening {
  const relations: RelationName[] = []
  let isNegated = false
  let hasArticle = false
  let end = at
  for (; end < at + 8; end++) {
    if (is(scan, end, 'rel')) {
      if (isLengthWord(scan, end)) break
      relations.push(valueAt(scan, end) as RelationName)
    } else if (isFromNow(scan, end)) {
      relations.push('by')
      end++
    } else if (is(scan, end, 'not')) isNegated = true
    else if (is(scan, end, 'article')) hasArticle = true
    else if (is(scan, end, 'mark', ',') && isEdge(scan, end - 1)) continue
    else if (!is(scan, end, 'fill')) break
  }
  return { relations, isNegated, hasArticle, end }
}

/** *Between now and Friday* */
function isFromNow(scan: Scan, at: number): boolean {
  return (
    is(scan, at, 'now') && is(scan, at + 1, 'conj', 'and') && is(scan, at - 1, 'rel', 'between')
  )
}

/** *At the latest, by Monday*: such a relation may be set off by a comma. */
function isEdge(scan: Scan, at: number): boolean {
  return is(scan, at, 'rel', 'latest', 'earliest', 'atLeast', 'atMost')
}

/** *About* before a number belongs to the number. */
function isLengthWord(scan: Scan, at: number): boolean {
  return (
    is(scan, at, 'rel', 'about') &&
    isAny(scan, skipFill(scan, at + 1), 'num', 'quant', 'dozen', 'pair') &&
    readLength(scan, at) !== null
  )
}

/** The longer of a length and a point. */
function readSubject(scan: Scan, { relations, end, hasArticle }: Opening): At<Subject> | null {
  if (is(scan, end, 'biweekly')) return readBiweekly(scan, end)
  const start = hasArticle ? backToArticle(scan, end) : end
  const isBetween = relations.includes('between') || relations.includes('from')
  const length = readLength(scan, end, isBetween)
  const point = readSpan(scan, start, isBetween)
  if (point && (!length || point.end > length.end)) {
    return { value: { kind: 'span', span: point.value }, end: point.end }
  }
  if (!length || isRate(scan, length.end)) return null
  const value: Subject = { kind: 'length', length: length.value, from: scan.today }
  return { value, end: length.end }
}

/** *Every two weeks*, so within two; or else twice a week. Before a noun it says nothing of the answer. */
function readBiweekly(scan: Scan, at: number): At<Subject> | null {
  if (!isEnd(scan, at + 1)) return null
  const isTwice = takes(scan, 'twice-a-week')
  const [most, unit] = isTwice ? ([4, 'day'] as const) : ([2, 'week'] as const)
  const length: Length = { least: most, leastUnit: unit, most, mostUnit: unit, isNext: true }
  return { value: { kind: 'length', length, from: scan.today }, end: at + 1 }
}

function backToArticle(scan: Scan, end: number): number {
  let start = end
  while (start > end - 4 && isAny(scan, start - 1, 'article', 'fill')) start--
  return start
}

/** Whether a length is one of *40 hours a week*, *three days per month*. */
export function isRate(scan: Scan, at: number): boolean {
  if (is(scan, at, 'per')) return true
  if (is(scan, at, 'article') && is(scan, at + 1, 'unit') && !is(scan, at + 2, 'mod')) return true
  return (
    is(scan, at, 'quant', 'one') && isAny(scan, at + 1, 'unit') && !is(scan, at + 1, 'unit', 'half')
  )
}

/** *In the next week*, *within the next month*: so long from now on, or else that calendar week. */
function readRolling(scan: Scan, opening: Opening): At<Subject> | null {
  const { relations, end, hasArticle } = opening
  const isWithin = relations.includes('within')
  const isRolling =
    scan.habits.hasRollingNext === true &&
    hasArticle &&
    (relations.includes('in') || relations.includes('during'))
  if (!(isWithin || isRolling) || !is(scan, end, 'mod', 'next', 'coming')) return null
  if (
    !is(scan, end + 1, 'unit', 'day', 'week', 'fortnight', 'month') ||
    readLength(scan, end) ||
    takes(scan, 'calendar-week')
  )
    return null
  const unit = valueAt(scan, end + 1) as Length['leastUnit']
  const length: Length = { least: 1, leastUnit: unit, most: 1, mostUnit: unit, isNext: true }
  const isSoft = is(scan, end + 2, 'rel', 'about')
  return {
    value: {
      kind: 'length',
      length: isSoft ? { ...length, softness: 'upper' } : length,
      from: scan.today,
    },
    end: isSoft ? end + 3 : end + 2,
  }
}

/** *Within the week*, *im Laufe des Tages*, *before the month is out*: the running unit. */
function readRunningUnit(scan: Scan, { relations, end }: Opening): At<Subject> | null {
  const isRunning = relations.some(
    (each) => each === 'within' || each === 'during' || each === 'before',
  )
  const unit = isRunning ? readBareUnit(scan, end) : null
  if (!unit) return null
  const span: Span = relations.includes('before') ? untilEnd(scan, unit.value) : unit.value
  return { value: { kind: 'span', span }, end: unit.end }
}

function untilEnd(scan: Scan, { from, to, grain }: Span): Span {
  const last = workEnd({ from, to, grain }, scan.today)
  return { from, to: last, grain: 'part', edge: last }
}

interface Closing {
  readonly relations: readonly RelationName[]
  readonly end: number
}

/** Relations that may stand behind: *at the latest*, *or more*, *onwards*, *ago*, *at most*. */
function readClosing(scan: Scan, at: number, subject: Subject): Closing {
  const relations: RelationName[] = []
  let end = at
  while (end < at + 3) {
    const comma = is(scan, end, 'mark', ',') ? end + 1 : end
    if (!isClosing(scan, comma, subject)) break
    relations.push(valueAt(scan, comma) as RelationName)
    end = comma + 1
  }
  return { relations, end }
}

function isClosing(scan: Scan, at: number, subject: Subject): boolean {
  if (!is(scan, at, 'rel') || isAny(scan, at + 1, 'num', 'rel')) return false
  const opensNext = readLength(scan, at + 1) !== null || readSpan(scan, at + 1, false) !== null
  if (opensNext) return false
  if (is(scan, at, 'rel', 'latest', 'earliest', 'atLeast', 'atMost', 'ago')) return true
  return is(scan, at, 'rel', 'from', 'about') && subject.kind === 'span'
}

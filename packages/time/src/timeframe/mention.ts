import type { Lexeme } from './lexeme.ts'
import { readLength } from './read-length.ts'
import { reach } from './length.ts'
import { type Phrase, canBegin, isRate, readPhrase } from './phrase.ts'
import { placesWorthReading } from './outlook.ts'
import { readPoint } from './read-point.ts'
import { type Scan, is, isAny, isEnd, over, skipFill } from './scan.ts'
import { type Span, daySpan } from './span.ts'

/** A phrase of the text with what was said before it. */
export interface Mention {
  readonly phrase: Phrase
  /** What *after that* would refer to here. */
  readonly anchor: Span | null
}

/** Every phrase of a text, in order. None overlaps another. */
export function findMentions(scan: Scan): Mention[] {
  const mentions: Mention[] = []
  const places = placesWorthReading(scan.lexemes)
  let anchor: Span | null = null
  for (let at = firstOf(places); at < scan.lexemes.length;) {
    const here: Scan = places.has(at) ? { ...scan, anchor } : scan
    const phrase = here === scan ? null : phraseAt(here, at, mentions)
    if (!phrase || isHabit(scan, phrase.end)) {
      at = phrase?.end ?? afterHabit(scan, at)
      continue
    }
    const placed = isAfterBack(scan, mentions, at) ? fromAnchor(here, phrase) : phrase
    mentions.push({ phrase: placed, anchor })
    anchor = anchorOf(here, placed)
    at = phrase.end
  }
  return mentions
}

/** Places were collected from the end. */
function firstOf(places: ReadonlySet<number>): number {
  return places.size === 0 ? Infinity : Math.min(...places)
}

/** *After that* stands before, in the same sentence. */
function isAfterBack(scan: Scan, mentions: readonly Mention[], at: number): boolean {
  const end = mentions.at(-1)?.phrase.end ?? 0
  if (!is(scan, end - 1, 'back') || at - end > longestClause) return false
  return !scan.lexemes.slice(end, at).some((each) => each.kind === 'mark' && each.value === '.')
}

/** So many words may stand between *after that* and the length that is counted from there. */
const longestClause = 12

function phraseAt(scan: Scan, at: number, before: readonly Mention[]): Phrase | null {
  if (isAny(scan, at, 'back', 'thereupon')) return readBack(scan, at)
  if (!canBegin(scan, at)) return null
  return readPhrase(scan, at) ?? readRepeated(scan, at, before.at(-1)?.phrase)
}

/** *After that* and, at the end of a thought, *then*. */
function readBack(scan: Scan, at: number): Phrase | null {
  const { anchor } = scan
  const isThen = is(scan, at, 'thereupon')
  if (anchor === null || (isThen && !isEnd(scan, at + 1))) return null
  return {
    relations: new Set(isThen ? [] : (['after'] as const)),
    isNegated: false,
    subject: { kind: 'span', span: withoutBreak(anchor) },
    start: at,
    end: at + 1,
  }
}

function withoutBreak({ isBreak: _, ...span }: Span): Span {
  return span
}

/** *In a week, or let's say two*: a number that takes its unit and its relation from the phrase before. */
function readRepeated(scan: Scan, at: number, before: Phrase | undefined): Phrase | null {
  if (!before || at - before.end > 5) return null
  if (before.subject.kind !== 'length' || !isAny(scan, at, 'num', 'quant')) {
    return readElliptical(scan, at, before)
  }
  const isMostBehind = is(scan, at + 1, 'rel', 'atMost')
  const isMost = isMostBehind || is(scan, at - 1, 'rel', 'atMost', 'latest')
  const isCorrected = isMost || scan.lexemes.slice(before.end, at).some(isCorrection)
  const unit = scan.lexemes.slice(before.start, before.end).findLast((each) => isUnit(each.kind))
  const number = scan.lexemes[at]
  if (!isCorrected || !unit || !number) return null
  const length = readLength(over(scan, [number, unit]), 0)
  if (!length) return null
  const subject = { kind: 'length', length: length.value, from: scan.today } as const
  const relations = isMost ? new Set(['atMost'] as const) : before.relations
  return {
    ...before,
    relations,
    subject,
    start: isMost && !isMostBehind ? at - 1 : at,
    end: isMostBehind ? at + 2 : at + 1,
  }
}

function isCorrection({ kind }: Lexeme): boolean {
  return kind === 'correct' || kind === 'not'
}

/** *Not this week, but the next*: a pointing word that takes its unit from the phrase before. */
function readElliptical(scan: Scan, at: number, before: Phrase): Phrase | null {
  let end = at
  while (end < at + 6 && isAny(scan, end, 'mod', 'part', 'article', 'fill', 'rel')) end++
  const hasMod = end > at && is(scan, end - 1, 'mod', 'next', 'nexts', 'coming', 'following')
  const unit = scan.lexemes.slice(before.start, before.end).findLast((each) => isUnit(each.kind))
  if (!hasMod || !unit || isAny(scan, end, 'unit', 'units', 'word')) return null
  const lexemes = [...scan.lexemes.slice(at, end), unit]
  const phrase = readPhrase(over(scan, lexemes), 0)
  return phrase?.end === lexemes.length ? { ...phrase, start: at, end } : null
}

function isUnit(kind: string): boolean {
  return kind === 'unit' || kind === 'units'
}

/** *After that … within a week*: counted from what was said before. */
function fromAnchor(scan: Scan, phrase: Phrase): Phrase {
  const { subject } = phrase
  if (subject.kind !== 'length' || scan.anchor === null) return phrase
  return { ...phrase, subject: { ...subject, from: scan.anchor.edge ?? scan.anchor.to } }
}

function anchorOf(scan: Scan, { subject, relations }: Phrase): Span | null {
  if (subject.kind === 'span') return subject.span
  if (relations.has('ago')) return scan.anchor
  return daySpan(reach(scan, subject.from, subject.length)[1])
}

/** *The first Tuesday of every month* is no day in particular. */
function isHabit(scan: Scan, at: number): boolean {
  return is(scan, skipFill(scan, at), 'every')
}

/** Past *every Monday*, which is no day in particular, and *40 hours a week*; else just past the lexeme. */
function afterHabit(scan: Scan, at: number): number {
  const length = isAny(scan, at, 'num', 'quant', 'pair') ? readLength(scan, at) : null
  if (length && isRate(scan, length.end)) return length.end + 2
  if (!is(scan, at, 'every')) return at + 1
  return readPoint(scan, at + 1)?.end ?? (isAny(scan, at + 1, 'unit', 'weekday') ? at + 2 : at + 1)
}

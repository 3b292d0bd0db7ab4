import { readLength } from './read-length.ts'
import { reach } from './length.ts'
import { type Phrase, canBegin, readPhrase } from './phrase.ts'
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
  let here = scan
  let isAfterBack = false
  for (let at = 0; at < scan.lexemes.length;) {
    const phrase = phraseAt(here, at, mentions)
    if (phrase && isHabit(here, phrase.end)) at = phrase.end
    else if (phrase) {
      const placed = isAfterBack ? fromAnchor(here, phrase) : phrase
      mentions.push({ phrase: placed, anchor: here.anchor })
      here = { ...here, anchor: anchorOf(here, placed) }
      at = phrase.end
      isAfterBack = phrase.relations.has('after') && is(scan, phrase.end - 1, 'back')
    } else {
      if (is(scan, at, 'mark', '.', '!', '?')) isAfterBack = false
      at = afterHabit(here, at)
    }
  }
  return mentions
}

/** Places were collected from the end. */
function firstOf(places: ReadonlySet<number>): number {
  return places.size === 0 ? Infinity : Math.min(...places)
}

function phraseAt(scan: Scan, at: number, before: readonly Mention[]): Phrase | null {
  if (isAny(scan, at, 'back', 'then')) return readBack(scan, at)
  if (!canBegin(scan, at)) return null
  return readPhrase(scan, at) ?? readRepeated(scan, at, before.at(-1)?.phrase)
}

/** *After that* and, at the end of a thought, *then*. */
function readBack(scan: Scan, at: number): Phrase | null {
  const { anchor } = scan
  const isThen = is(scan, at, 'then')
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
  const isCorrected = scan.lexemes.slice(before.end, at).some((each) => each.kind === 'correct')
  const unit = scan.lexemes.slice(before.start, before.end).findLast((each) => isUnit(each.kind))
  const number = scan.lexemes[at]
  if (!isCorrected || !unit || !number) return null
  const length = readLength(over(scan, [number, unit]), 0)
  if (!length) return null
  const subject = { kind: 'length', length: length.value, from: scan.today } as const
  return { ...before, subject, start: at, end: at + 1 }
}

/** *Not this week, but the next*: a pointing word that takes its unit from the phrase before. */
function readElliptical(scan: Scan, at: number, before: Phrase): Phrase | null {
  let end = at
  while (end < at + 6 && isAny(scan, end, 'mod', 'part', 'article', 'fill', 'rel')) end++
  const hasMod = isAny(scan, end - 1, 'mod') && end > at
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

/** Past *every Monday*, which is no day in particular; else just past the lexeme. */
function afterHabit(scan: Scan, at: number): number {
  if (!is(scan, at, 'every')) return at + 1
  return readPoint(scan, at + 1)?.end ?? (isAny(scan, at + 1, 'unit', 'weekday') ? at + 2 : at + 1)
}

import { reach } from './length.ts'
import { placesWorthReading } from './outlook.ts'
import { type Phrase, canBegin, isRate, readPhrase } from './phrase.ts'
import { readLength } from './read-length.ts'
import { readPoint } from './read-point.ts'
import { type Scan, has, is, match, over, skip } from './scan.ts'
import { type Span, daySpan } from './span.ts'
import { codeOf, patternOf } from './terms.ts'

/** A phrase of the text with what was said before it. */
export interface Mention {
  readonly phrase: Phrase
  /** What *after that* would refer to here. */
  readonly anchor: Span | null
}

/** Every phrase of a text, in order. None overlaps another. */
export function findMentions(scan: Scan): Mention[] {
  const mentions: Mention[] = []
  const places = placesWorthReading(scan.codes)
  let anchor: Span | null = null
  // Places were collected from the end.
  for (let at = Math.min(...places, scan.codes.length); at < scan.codes.length;) {
    const here: Scan = { ...scan, anchor }
    const before = mentions.at(-1)?.phrase
    const phrase = places.has(at) ? phraseAt(here, at, before) : null
    if (!phrase || is(scan, phrase.end, '_every')) {
      at = phrase?.end ?? afterHabit(scan, at)
      continue
    }
    const isCounted = isAfterBack(scan, before, at) || isFollowing(scan, phrase)
    const placed = isCounted ? fromAnchor(here, phrase) : phrase
    mentions.push({ phrase: underMeeting(scan, placed), anchor })
    const span = anchorOf(here, placed)
    anchor = span && leadsOn(scan, placed, span) ? { ...span, isStep: true } : span
    at = phrase.end
  }
  return mentions
}

/** *Until the board meets* on the 10th: the relation is to that day. */
function underMeeting({ codes }: Scan, phrase: Phrase): Phrase {
  const meeting = '(?:rel:before/after/until)(?:article|fill|word|person){0,4}step(?:past|word)?$'
  const before = codes.slice(Math.max(0, phrase.start - 7), phrase.start)
  const [relation] = patternOf(meeting, '').exec(before)?.[0] ?? ''
  return relation ? { ...phrase, relations: relation + phrase.relations } : phrase
}

/** *After that* stands before, in the same sentence, not more than twelve words away. */
function isAfterBack(scan: Scan, before: Phrase | undefined, at: number): boolean {
  const end = before?.end ?? 0
  return is(scan, end, '(?<=back)') && at - end < 13 && !scan.codes.slice(end, at).includes('.')
}

/** *In the three days that follow*. */
function isFollowing({ codes }: Scan, { start, end }: Phrase): boolean {
  return has(codes.slice(start, end), 'mod:following')
}

function phraseAt(scan: Scan, at: number, before: Phrase | undefined): Phrase | null {
  const end = match(scan, at, backward)?.[0]
  if (end !== undefined) return readBack(scan, at, end)
  // *The far side of Christmas*: what is unknown may turn the meaning.
  if (
    !canBegin(scan, at) ||
    is(scan, at, '(?:(?<=word)article:of|(?<=word article:of))(?:feast|month|mod)')
  )
    return null
  return (
    readPhrase(scan, at) ?? (before && at - before.end < 9 ? readRepeated(scan, at, before) : null)
  )
}

/**
 * *After that*, *by then*, *before that* and, at the end of a thought, *then*. *Until then* is a farewell.
 */
const backward =
  '(?:rel:by/before/from/towards)(?:thereupon|(?:mod:same|article|fill)(?=$|mark|link|conj))|back|thereupon(?=$|mark)'

function readBack(scan: Scan, start: number, end: number): Phrase | null {
  if (!scan.anchor) return null
  const { isBreak: _, ...span } = scan.anchor
  const word = scan.codes.charAt(start)
  const relations = has(word, 'rel') ? word : has(word, 'back') ? codeOf('rel:after') : ''
  return { relations, isNegated: false, subject: { span }, start, end }
}

/** *In a week, or let's say two*: a number that takes its unit and its relation from the phrase before. */
function readRepeated(scan: Scan, at: number, before: Phrase): Phrase | null {
  const unit = scan.lexemes
    .slice(before.start, before.end)
    .findLast(({ code }) => has(code, 'unit|units'))
  if (!unit) return null
  if (before.subject.span || !is(scan, at, 'num|quant')) return readElliptical(scan, at, unit)
  const isMostBehind = is(scan, at + 1, 'rel:atMost')
  const isMost = isMostBehind || is(scan, at, '(?<=rel:atMost/latest)')
  const isCorrected =
    isMost ||
    has(scan.codes.slice(before.end, at), 'correct|not') ||
    (scan.lexemes[at]?.isHedged && is(scan, at + 1, '$|mark'))
  const length = readLength(over(scan, [...scan.lexemes.slice(at, at + 1), unit]), 0)
  if (!isCorrected || !length) return null
  return {
    ...before,
    relations: isMost ? codeOf('rel:atMost') : before.relations,
    subject: { span: null, length, from: scan.today },
    start: isMost && !isMostBehind ? at - 1 : at,
    end: isMostBehind ? at + 2 : at + 1,
  }
}

/** *Not this week, but the next*: a pointing word that takes its unit from the phrase before. */
function readElliptical(scan: Scan, at: number, unit: Scan['lexemes'][number]): Phrase | null {
  const words =
    '(?:mod|part|article|fill|rel){1,6}(?<=mod:next/nexts/coming/following)(?!mod|part|article|fill|rel|unit|units|word)'
  const end = match(scan, at, words)?.[0]
  if (end === undefined) return null
  const lexemes = [...scan.lexemes.slice(at, end), unit]
  const phrase = readPhrase(over(scan, lexemes), 0)
  return phrase?.end === lexemes.length ? { ...phrase, start: at, end } : null
}

/** *After that … within a week*: counted from what was said before. */
function fromAnchor({ anchor }: Scan, phrase: Phrase): Phrase {
  const { subject } = phrase
  if (subject.span || !anchor) return phrase
  return { ...phrase, subject: { ...subject, from: anchor.edge ?? anchor.to } }
}

/** Days further away are no steps that the answer waits for. */
const nearDays = 21

/**
 * *We meet next Wednesday; you hear on Thursday*: a day that something else happens on, that lasts
 * until it, or that *and* goes on from. The candidate's own interview and the first day of work are none.
 */
function leadsOn(scan: Scan, phrase: Phrase, { from, to }: Span): boolean {
  const { codes, today } = scan
  const { start, end, relations } = phrase
  if (to - from > 6 || to > today + nearDays) return false
  if (has(relations, 'rel:until')) return true
  const edge = patternOf('mark|link|condition|conj:and', '')
  const before =
    codes
      .slice(Math.max(0, start - 12), start)
      .split(edge)
      .at(-1) ?? ''
  const behind = codes.slice(end, end + 12).split(edge)[0] ?? ''
  const around = before + behind + codes.charAt(end + behind.length)
  if (has(around, 'aside|event|request|past|[?]')) return false
  const isDeadline = has(around, 'answer') || has(relations, 'rel:by/within/before')
  return is(scan, end, ',?conj:and/or') || (!isDeadline && has(around, 'step|word'))
}

function anchorOf(scan: Scan, { subject, relations }: Phrase): Span | null {
  if (subject.span) return subject.span
  if (has(relations, 'rel:ago')) return scan.anchor
  return daySpan(reach(scan, subject.from, subject.length)[1])
}

/** Past *every Monday*, which is no day in particular, and *40 hours a week*; else just past the lexeme. */
function afterHabit(scan: Scan, at: number): number {
  const length = is(scan, at, 'num|quant|pair') ? readLength(scan, at) : null
  if (length && isRate(scan, length.end)) return length.end + 2
  if (!is(scan, at, 'every')) return at + 1
  return readPoint(scan, at + 1)?.end ?? skip(scan, at, 'every(?:unit|weekday)?')
}

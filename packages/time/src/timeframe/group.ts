import type { Mention } from './mention.ts'
import { type Phrase, readPhrase } from './phrase.ts'
import { reach } from './length.ts'
import { type Scan, has, is } from './scan.ts'
import { type Span, weekSpan } from './span.ts'
import { type Window, windowOf } from './window.ts'

/** Phrases that make one window together: *Friday, or Monday at the latest*. */
export interface Group {
  /** Index of the first mention. */
  readonly first: number
  /** Index of the last. */
  readonly last: number
  /** The mention whose relation the first one borrows: *by Thursday — sorry, Friday*. */
  readonly lender: number | null
}

/** What stands between two phrases. */
interface Bridge {
  readonly isCorrected: boolean
  /** Corrected without a new thought, so that the relation is still in the ear. */
  readonly isLent: boolean
  readonly isAlternative: boolean
  readonly hasStop: boolean
}

/** Groups of mentions in the order of the text. */
export function groupMentions(scan: Scan, mentions: readonly Mention[]): Group[] {
  const groups: Group[] = []
  for (let index = 0; index < mentions.length; index++) {
    const bridge = index > 0 ? bridgeBetween(scan, mentions, index) : null
    const before = groups.at(-1)
    if (before && bridge && joins(scan, mentions, index, bridge)) {
      groups[groups.length - 1] = { ...before, last: index }
    } else {
      groups.push({ first: index, last: index, lender: bridge?.isLent ? index - 1 : null })
    }
  }
  return groups
}

/** The window of a group: its first phrase, changed by those that follow. */
export function windowOfGroup(
  scan: Scan,
  mentions: readonly Mention[],
  group: Group,
  isNegated: (mention: number) => boolean,
): Window | null {
  let window = windowAt(scan, mentions, group.first, group.lender, isNegated)
  for (let index = group.first + 1; index <= group.last; index++) {
    window =
      refine(scan, mentions, index) ??
      combine(window, windowBehind(scan, mentions, index, window, isNegated))
  }
  return window
}

/** *Not before Monday, but by Friday*: a day that ends what another began lies behind it. */
function windowBehind(
  scan: Scan,
  mentions: readonly Mention[],
  index: number,
  before: Window | null,
  isNegated: (mention: number) => boolean,
): Window | null {
  const window = windowAt(scan, mentions, index, index - 1, isNegated)
  const isTooEarly =
    before !== null && window !== null && window.latest !== null && window.latest < before.earliest
  const isFirm = mentions[index - 1]?.phrase.relations !== ''
  if (!isTooEarly || before.latest !== null || !isFirm) return window
  const later: Scan = { ...scan, today: before.earliest, isAgain: true }
  return windowAt(later, mentions, index, index - 1, isNegated)
}

/** No more words than this may stand between two phrases that belong together. */
const longestBridge = 6

function bridgeBetween(scan: Scan, mentions: readonly Mention[], index: number): Bridge | null {
  const from = mentions[index - 1]?.phrase.end ?? 0
  const to = mentions[index]?.phrase.start ?? 0
  if (to - from > longestBridge) return null
  const between = scan.codes.slice(from, to)
  const words = 'mark|conj|link|correct|plain|thereupon|condition|not(?=$|mark)'
  if (!is(scan, from, `(?:${words}){${to - from}}`)) return null
  const isHedged = scan.lexemes[to]?.isHedged === true
  const isCorrected = has(between, 'correct|not')
  return {
    isCorrected,
    isLent: isCorrected && !has(between, 'link'),
    isAlternative: has(between, 'conj:or') || isHedged,
    hasStop: has(between, '[.?!]'),
  }
}

function joins(scan: Scan, mentions: readonly Mention[], index: number, bridge: Bridge): boolean {
  const [first, second] = [mentions[index - 1]?.phrase, mentions[index]?.phrase]
  if (!first || !second || bridge.isCorrected || bridge.hasStop) return false
  if (has(first.relations, 'rel:ago/since')) return false
  if (bridge.isAlternative || isContinued(first, second)) return true
  return isLimit(second) || refinedPhrase(scan, first, second) !== null
}

/** *End of November, early December* is one stretch. */
function isContinued(first: Phrase, second: Phrase): boolean {
  const [one, other] = [first.subject.span, second.subject.span]
  if (!one || !other) return false
  const isParts = one.grain === 'part' && other.grain === 'part' && second.relations === ''
  return isParts && other.from > one.from && other.from - one.to <= 7
}

/** *Monday at the latest* limits what was said before it; so does *before Friday* behind *after Monday*. */
function isLimit({ relations }: Phrase): boolean {
  return has(relations, 'rel:latest/by/until/before/atMost/earliest')
}

function windowAt(
  scan: Scan,
  mentions: readonly Mention[],
  index: number,
  lender: number | null,
  isNegated: (mention: number) => boolean,
): Window | null {
  const mention = mentions[index]
  if (!mention) return null
  const phrase = scan.isAgain ? readAgain(scan, mention) : mention.phrase
  const lent = lender === null ? undefined : mentions[lender]?.phrase
  const isOpen =
    lent !== undefined && has(lent.relations, 'rel:after') && !isEither(scan, lent, phrase)
  const whole =
    lent && !isOpen && phrase.relations === '' && !lent.subject.span === !phrase.subject.span
      ? { ...phrase, relations: lent.relations }
      : phrase
  return windowOf(scan, whole, isNegated(index))
}

/** *After Christmas or New Year* is after both; but *after Christmas, perhaps in January* is not after January. */
function isEither({ codes }: Scan, first: Phrase, second: Phrase): boolean {
  return has(codes.slice(first.end, second.start), 'conj:or')
}

/** The phrase as this scan reads it: under a second meaning, or said on another day. */
function readAgain(scan: Scan, { phrase, anchor }: Mention): Phrase {
  const again = readPhrase({ ...scan, anchor }, phrase.start)
  return again?.end === phrase.end
    ? { ...withBase(again, phrase), relations: phrase.relations }
    : phrase
}

/** What a length was counted from stays. */
function withBase(again: Phrase, { subject }: Phrase): Phrase {
  if (again.subject.span || subject.span) return again
  return { ...again, subject: { ...again.subject, from: subject.from } }
}

/** *Next week, probably Tuesday*: the second phrase read inside the stretch of the first. */
function refine(scan: Scan, mentions: readonly Mention[], index: number): Window | null {
  const [first, second] = [mentions[index - 1]?.phrase, mentions[index]?.phrase]
  const inside = first ? stretchOf(scan, first) : null
  const inner = first && second ? refinedPhrase(scan, first, second) : null
  const refined = inner && windowOf(scan, inner, false)
  if (!refined || !inside || refined.latest === null) return null
  return { ...refined, earliest: Math.max(refined.earliest, inside.from) }
}

function refinedPhrase(scan: Scan, first: Phrase, second: Phrase): Phrase | null {
  const inside = stretchOf(scan, first)
  if (!inside || !second.subject.span || isWide(second.subject.span)) return null
  const inner = readPhrase({ ...scan, inside }, second.start)
  if (!inner?.subject.span || inner.end !== second.end) return null
  const { from, to } = inner.subject.span
  return from >= inside.from && to <= inside.to ? inner : null
}

/** A stretch that days can lie inside of: a week or month, or the week that a length of weeks leads to. */
function stretchOf(scan: Scan, { subject, relations, isNegated }: Phrase): Span | null {
  if (isNegated || has(relations, 'rel:by/before/after/latest/until/from')) return null
  if (subject.span) return stretchOfSpan(subject.span)
  const isWeeks = subject.length.leastUnit === 'week' && has(relations, 'rel:in')
  return isWeeks ? weekSpan(reach(scan, subject.from, subject.length)[0], 0) : null
}

function stretchOfSpan(span: Span): Span | null {
  if (span.grain === 'week' || span.grain === 'month') return span
  const week = weekSpan(span.from, 0)
  return span.grain === 'part' && span.to <= week.to ? { ...span, grain: 'week' } : null
}

function isWide({ from, to }: Span): boolean {
  return to - from > 6
}

/** Alternatives span both; a limit behind an open or named start ends it. */
function combine(first: Window | null, second: Window | null): Window | null {
  if (!first || !second) return second ?? first
  const { latest } = second
  // *After the holidays, probably the week of the 11th.*
  if (first.placing === 'after' && latest !== null && isInside(first, second)) return second
  const isFromFirst = first.latest === null || first.placing === 'on' || first.placing === 'in'
  const earliest =
    isFromFirst && latest !== null ? first.earliest : Math.min(first.earliest, second.earliest)
  if (latest !== null && latest < earliest) return second
  // A start behind the limit is one that has passed, read as that of the next month or year.
  if (second.placing === 'not-before' && first.latest !== null && first.latest < second.earliest) {
    return first
  }
  if (latest === null && first.latest !== null && first.latest >= second.earliest) {
    return { ...first, earliest: second.earliest, isNamedDay: false }
  }
  return {
    ...second,
    earliest: second.latest === null ? Math.min(first.earliest, second.earliest) : earliest,
    latest:
      latest === null
        ? null
        : Math.max(latest, isLimiting(second) ? latest : (first.latest ?? latest)),
    isNamedDay: false,
    isBusiness: first.isBusiness || second.isBusiness,
  }
}

function isInside(outer: Window, { earliest, latest }: Window): boolean {
  return earliest >= outer.earliest && (latest ?? Infinity) <= (outer.latest ?? -Infinity)
}

function isLimiting({ placing }: Window): boolean {
  return placing === 'by' || placing === 'before'
}

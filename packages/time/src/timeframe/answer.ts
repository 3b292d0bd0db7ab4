import { type Clause, type Clauses, readClauses, unknownIn } from './clause.ts'
import { type Group, groupMentions, windowOfGroup } from './group.ts'
import type { Mention } from './mention.ts'
import { type Scan, has, hasHabit, is } from './scan.ts'
import type { Window } from './window.ts'

/** What a text says about the answer: the group of phrases, its window, and the clause it stands in. */
export interface Answer {
  readonly group: Group
  readonly window: Window
  readonly clause: Clause
  /** Whether a mention is denied by a word outside it. */
  readonly isNegated: (mention: number) => boolean
}

/** The last group that speaks of the answer, else the last that may; `null` where none does. */
export function chooseAnswer(scan: Scan, mentions: readonly Mention[]): Answer | null {
  const clauses = readClauses(scan, mentions)
  const isNegated = (mention: number): boolean => isDenied(scan, clauses, mentions, mention)
  let fallback: Answer | null = null
  for (const group of groupMentions(scan, mentions).toReversed()) {
    const clause = clauses.clauses[clauses.ofMention[group.first] ?? 0]
    const first = mentions[group.first]
    if (!clause || !first || !canSpeak(scan, first, clause, clauses)) continue
    if (fallback && !isCertain(clause)) continue
    const window = windowOfGroup(scan, mentions, group, isNegated)
    if (!window || !isPlausible(scan, window, clause)) continue
    const answer = { group, window, clause, isNegated }
    if (isCertain(clause)) return answer
    fallback = answer
  }
  return fallback
}

/** A clause that speaks of the answer or of nothing else, give or take a word. */
function isCertain({ role, codes }: Clause): boolean {
  return role === 'answer' || role === 'fragment' || (role === 'other' && unknownIn(codes) < 2)
}

/** Whether a clause leaves it possible that its phrase is about the answer. */
function canSpeak(scan: Scan, mention: Mention, clause: Clause, clauses: Clauses): boolean {
  const { role } = clause
  if (role === 'aside' || isFigureOfSpeech(scan, mention) || isWorkingWeek(scan, mention))
    return false
  if (role !== 'answer' && clauses.questions.has(clause.sentence)) return false
  const { relations, subject, end } = mention.phrase
  // *Geben Sie uns bis Freitag Bescheid* asks the candidate.
  if (has(relations, 'rel:within rel:until') && is(scan, end, '(?:quant|plain|fill){0,2}answer'))
    return false
  const isPlaced = relations !== '' && !has(relations, 'rel:on/at/in')
  if (role === 'condition' && !(isPlaced && clause.isSatellite)) return false
  if (role === 'past' && !isPlaced) return false
  if (subject.span || subject.length.isNext || relations !== '') return true
  // *38,5 Stunden* are a working week.
  const { least, leastUnit } = subject.length
  if (leastUnit === 'hour' && least > 24 && least < 48) return false
  return role === 'fragment' || has(clause.codes, 'take')
}

/** Beyond this, a sentence that says nothing of an answer names a day for something else. */
const nearDays = 75

/**
 * A sentence without any word for answering ("our fiscal year ends in March", "we will have someone
 * in the seat by March") counts where it sets a limit, or where a person speaks, or the future, of days that are near.
 * Of what is already running ("I am late today") it speaks only with the future or a hope.
 */
function isPlausible(scan: Scan, window: Window, { role, codes, isHedged }: Clause): boolean {
  const isFragment = role === 'fragment'
  if (role === 'answer' || (isFragment && !has(codes, 'person'))) return true
  if (!/^(on|in|after)$/.test(window.placing)) return true
  const isAhead = isHedged || has(codes, 'future|take')
  if (window.earliest <= scan.today) return isAhead
  const speaks = isAhead || hasHabit(scan, 'bare-verbs') || has(codes, 'person')
  return isFragment || (speaks && window.earliest <= scan.today + nearDays)
}

const closeOfDay = 17 * 60

/** *At the end of the day, it is their choice*: at the start of a sentence that goes on, it is no time. */
function isFigureOfSpeech(scan: Scan, { phrase }: Mention): boolean {
  const { start, end, relations, subject } = phrase
  if (!subject.span || has(relations, 'rel:by/latest')) return false
  const { from, hours } = subject.span
  const isToday = from === scan.today && hours?.to === closeOfDay
  return isToday && is(scan, start, '(?<=^|mark|link)') && !is(scan, end, 'mark?$')
}

/** *Monday to Friday* is when people work. */
function isWorkingWeek({ lexemes, codes }: Scan, { phrase }: Mention): boolean {
  const { start, end, relations } = phrase
  const words = lexemes.slice(start, end).filter(({ code }) => has(code, 'weekday'))
  const isElsewhere = has(codes.slice(start, end), 'unit|mod|num|month')
  return (
    words.map(({ n }) => n[0]).join() === '1,5' && !isElsewhere && !has(relations, 'rel:between')
  )
}

/**
 * Whether a word of negation applies to a mention: one before it in its clause, or, for *before*
 * and *until* at the start of a sentence, one behind it: "before Monday we cannot say anything".
 * Shortly behind a time it denies that: "diese Woche nicht", "on Friday we will not know"; but not
 * right behind a relation inside a clause: "heb je op vrijdag niets gehoord, …".
 */
function isDenied(
  scan: Scan,
  clauses: Clauses,
  mentions: readonly Mention[],
  mention: number,
): boolean {
  const index = clauses.ofMention[mention] ?? 0
  const clause = clauses.clauses[index]
  const phrase = mentions[mention]?.phrase
  if (!clause || !phrase || has(clause.codes, 'condition')) return false
  // *On ne saura que lundi*, but not *je ne crois pas que lundi*.
  if (is(scan, phrase.start, '(?<=only)') && !has(clause.codes, '(not).*not')) return false
  const isBound = has(phrase.relations, 'rel:before/until')
  const next = clauses.clauses[index + 1]
  // *Hören Sie bis Freitag nichts, melden Sie sich* is a condition.
  if (next?.sentence === clause.sentence && has(next.codes, 'request')) return false
  if (clause.negation >= 0) {
    return clause.negation < phrase.end || isBound || isSoonBehind(scan, clause.negation, phrase)
  }
  const isOpening = clause.isFirstInSentence && clause.codes === ''
  if (!isOpening || !isBound || next?.sentence !== clause.sentence) return false
  return next.negation >= 0 && !has(next.codes, 'condition')
}

/** *Next week we will not decide*: so few words behind, it still denies the time. */
const furthestNot = 5

function isSoonBehind(
  scan: Scan,
  negation: number,
  { start, end, relations }: Mention['phrase'],
): boolean {
  const isFree = negation > end || relations === '' || is(scan, start, '(?<=^|mark|link)')
  return isFree && negation < end + furthestNot
}

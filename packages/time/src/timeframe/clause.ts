import type { LexemeKind } from './lexeme.ts'
import type { Mention } from './mention.ts'
import { type Scan, is, isAny, isEnd } from './scan.ts'

/** What a clause is about: the answer to the candidate, something else, or nothing by itself. */
export type Role = 'answer' | 'aside' | 'condition' | 'past' | 'fragment' | 'other'

/** A stretch of a sentence between commas, marks and conjunctions. */
export interface Clause {
  readonly role: Role
  /** Which kinds of words it has outside its phrases. */
  readonly kinds: ReadonlySet<LexemeKind>
  /** How many of its words are unknown. */
  readonly unknown: number
  /** Index of its first word of negation, or `-1`. */
  readonly negation: number
  readonly sentence: number
  readonly isFirstInSentence: boolean
  readonly hasPhrase: boolean
  /** It has a word of doubt or hope. */
  readonly isHedged: boolean
  /** It takes its role from a clause beside it. */
  readonly isSatellite: boolean
}

/** The clauses of a text, and for each mention the index of its clause. */
export interface Clauses {
  readonly clauses: readonly Clause[]
  readonly ofMention: readonly number[]
  /** Sentences that end in a question mark. */
  readonly questions: ReadonlySet<number>
}

/** Splits a text, from a little before its first phrase to a little behind its last, at marks and conjunctions outside phrases. */
export function readClauses(scan: Scan, mentions: readonly Mention[]): Clauses {
  const from = Math.max(0, (mentions[0]?.phrase.start ?? 0) - surroundings)
  const to = Math.min(scan.lexemes.length, (mentions.at(-1)?.phrase.end ?? 0) + surroundings)
  const clauses: Draft[] = [draft(0, true)]
  const ofMention: number[] = []
  const questions = new Set<number>()
  let sentence = 0
  for (let at = from; at < to;) {
    const mention = mentions[ofMention.length]
    const current = clauses.at(-1) ?? draft(0, true)
    if (scan.lexemes[at]?.isHedged) current.isHedged = true
    if (mention?.phrase.start === at) {
      ofMention.push(clauses.length - 1)
      current.hasPhrase = true
      at = mention.phrase.end
      continue
    }
    if (is(scan, at, 'mark', '?')) questions.add(sentence)
    if (isSentenceEnd(scan, at)) clauses.push(draft(++sentence, true))
    else if (isBoundary(scan, at))
      clauses.push(draft(sentence, !hasContent(current) && current.isFirstInSentence))
    else note(scan, at, current)
    if (is(scan, at, 'link') || is(scan, at, 'condition')) note(scan, at, clauses.at(-1) ?? current)
    at++
  }
  return { clauses: withRoles(clauses), ofMention, questions }
}

/** Words further before the first phrase and behind the last say nothing about them. */
const surroundings = 100

interface Draft {
  readonly sentence: number
  readonly isFirstInSentence: boolean
  readonly kinds: Set<LexemeKind>
  unknown: number
  negation: number
  hasPhrase: boolean
  isHedged: boolean
}

function draft(sentence: number, isFirstInSentence: boolean): Draft {
  return {
    sentence,
    isFirstInSentence,
    kinds: new Set(),
    unknown: 0,
    negation: -1,
    hasPhrase: false,
    isHedged: false,
  }
}

function hasContent(clause: Draft): boolean {
  return clause.hasPhrase || clause.kinds.size > 0
}

function note(scan: Scan, at: number, clause: Draft): void {
  const kind = scan.lexemes[at]?.kind
  if (kind === undefined) return
  clause.kinds.add(kind)
  if (kind === 'word' || kind === 'counted') clause.unknown++
  const isInterjection = isEnd(scan, at + 1) && isEnd(scan, at - 1)
  if (kind === 'not' && clause.negation < 0 && !isInterjection) clause.negation = at
}

function isSentenceEnd(scan: Scan, at: number): boolean {
  return is(scan, at, 'mark', '.', '?', '!', '…')
}

function isBoundary(scan: Scan, at: number): boolean {
  return (
    is(scan, at, 'mark', ',', ';', ':', '–', '(', ')') ||
    isAny(scan, at, 'link', 'condition') ||
    is(scan, at, 'conj', 'and')
  )
}

function withRoles(drafts: readonly Draft[]): Clause[] {
  const roles = drafts.map(roleOf)
  return drafts.map((each, index) => {
    const role = inContext(drafts, roles, index)
    return { ...each, role, isSatellite: role !== roles[index] }
  })
}

function roleOf({ kinds, unknown }: Draft): Role {
  if (kinds.has('answer')) return 'answer'
  if (kinds.has('condition')) return 'condition'
  if (kinds.has('aside') || kinds.has('event')) return 'aside'
  if (kinds.has('past') && !kinds.has('future')) return 'past'
  return unknown > 0 ? 'other' : 'fragment'
}

/** How many clauses a fragment looks ahead for the one it belongs to. */
const lookahead = 4

/**
 * A phrase by itself belongs to what it stands beside: at the start of a sentence to the clause
 * that follows ("next week, I am on leave"), else to an aside before it that has no time yet.
 */
function inContext(drafts: readonly Draft[], roles: readonly Role[], index: number): Role {
  const role = roles[index] ?? 'other'
  const draft = drafts[index]
  if (role !== 'fragment' || !draft?.hasPhrase) return role
  if (!draft.isFirstInSentence) {
    const before = roles[index - 1]
    const isBeside = drafts[index - 1]?.hasPhrase === false
    return isBeside && (before === 'aside' || before === 'condition') ? before : role
  }
  for (let next = index + 1; next <= index + lookahead; next++) {
    if (drafts[next]?.sentence !== draft.sentence || drafts[next]?.hasPhrase) return role
    const found = roles[next]
    if (found === 'answer' || found === 'aside') return found
  }
  return role
}

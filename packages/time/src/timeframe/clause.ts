import type { Mention } from './mention.ts'
import { type Scan, has, is } from './scan.ts'
import { patternOf } from './terms.ts'

/** What a clause is about: the answer to the candidate, something else, or nothing by itself. */
export type Role = 'answer' | 'aside' | 'condition' | 'past' | 'fragment' | 'other'

/** A stretch of a sentence between commas, marks and conjunctions. */
export interface Clause {
  readonly role: Role
  /** Codes of its words outside its phrases. */
  readonly codes: string
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

/** Words further before the first phrase and behind the last say nothing about them. */
const surroundings = 100

/** Splits a text, from a little before its first phrase to a little behind its last, at marks and conjunctions outside phrases. */
export function readClauses(scan: Scan, mentions: readonly Mention[]): Clauses {
  const from = Math.max(0, (mentions[0]?.phrase.start ?? 0) - surroundings)
  const to = Math.min(scan.codes.length, (mentions.at(-1)?.phrase.end ?? 0) + surroundings)
  let current = draft(0, true)
  const clauses: Draft[] = [current]
  const ofMention: number[] = []
  const questions = new Set<number>()
  for (let at = from; at < to;) {
    const phrase = mentions[ofMention.length]?.phrase
    current.isHedged ||= scan.lexemes[at]?.isHedged === true
    if (phrase?.start === at) {
      ofMention.push(clauses.length - 1)
      current.hasPhrase = true
      at = phrase.end
      continue
    }
    const { sentence } = current
    const isEnd = is(scan, at, '[.?!…]')
    if (is(scan, at, '\\?')) questions.add(sentence)
    if (isEnd || is(scan, at, '[,;:–()]|link|condition|conj:and')) {
      const isBegun = current.hasPhrase || current.codes !== ''
      current = isEnd
        ? draft(sentence + 1, true)
        : draft(sentence, !isBegun && current.isFirstInSentence)
      clauses.push(current)
    }
    if (!is(scan, at, '[.?!…,;:–()]|conj:and')) note(scan, at, current)
    at++
  }
  return { clauses: withRoles(clauses), ofMention, questions }
}

interface Draft {
  readonly sentence: number
  readonly isFirstInSentence: boolean
  codes: string
  negation: number
  hasPhrase: boolean
  isHedged: boolean
}

function draft(sentence: number, isFirstInSentence: boolean): Draft {
  return { sentence, isFirstInSentence, codes: '', negation: -1, hasPhrase: false, isHedged: false }
}

/** A negation between two marks is an interjection. */
function note(scan: Scan, at: number, clause: Draft): void {
  clause.codes += scan.codes[at]
  const isNot = is(scan, at, '(?<!conj:or)(?:not(?!$|mark)|(?<!^|mark)not)')
  if (isNot && clause.negation < 0) clause.negation = at
}

/** How many words of a clause are unknown. */
export function unknownIn(codes: string): number {
  return codes.match(patternOf('word', 'g'))?.length ?? 0
}

function withRoles(drafts: readonly Draft[]): Clause[] {
  const roles = drafts.map(({ codes }) => roleOf(codes))
  return drafts.map((each, index) => {
    const role = inContext(drafts, roles, index)
    return { ...each, role, isSatellite: role !== roles[index] }
  })
}

function roleOf(codes: string): Role {
  if (has(codes, 'request')) return 'aside'
  if (has(codes, 'answer')) return 'answer'
  if (has(codes, 'condition')) return 'condition'
  if (has(codes, 'aside|step|event')) return 'aside'
  if (has(codes, 'past') && !has(codes, 'future')) return 'past'
  return has(codes, 'word') ? 'other' : 'fragment'
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

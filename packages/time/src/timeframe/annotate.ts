import type { Lexeme, Meaning } from './lexeme.ts'
import type { Lexicon, WordNode } from './lexicon.ts'
import { readNumeral } from './numeral.ts'
import type { Token } from './tokenize.ts'

/** A text as lexemes. */
export interface Annotated {
  readonly lexemes: readonly Lexeme[]
  /** Offsets of the words of doubt or hope, which are no lexemes. */
  readonly hedges: readonly number[]
}

/**
 * Gives tokens their meaning: the longest phrase of the lexicon at each place, numbers by their
 * shape, and `word` for everything else. Words of hesitation and doubt leave the sequence, with
 * the commas around them, so that a window reads the same with and without them.
 */
export function annotate(tokens: readonly Token[], lexicon: Lexicon): Annotated {
  const lexemes: Lexeme[] = []
  const hedges: number[] = []
  let isHedged = false
  for (let at = 0; at < tokens.length;) {
    const found = meaningAt(tokens, at, lexicon)
    const kind = found.meanings[0]?.kind
    const start = tokens[at]?.start ?? 0
    if (kind === 'hedge' || kind === 'filler') {
      if (kind === 'hedge') hedges.push(start)
      isHedged ||= kind === 'hedge'
      at = afterDropped(tokens, found.end, lexemes)
      continue
    }
    const end = tokens[found.end - 1]?.end ?? start
    for (const meaning of found.meanings) lexemes.push(lexeme(meaning, start, end, isHedged))
    isHedged = false
    at = isAbbreviation(tokens, found, lexicon) ? found.end + 1 : found.end
  }
  return { lexemes, hedges }
}

/** Every lexeme has the same fields in the same order, which keeps long texts fast. */
function lexeme(meaning: Meaning, start: number, end: number, isHedged: boolean): Lexeme {
  const { kind, value, n, isWeak = false, isSpelled = false } = meaning
  return { kind, value, n, start, end, isWeak, isSpelled, isHedged }
}

interface Found {
  readonly meanings: readonly Meaning[]
  /** Index after the last token of the phrase. */
  readonly end: number
}

/** Short words that stand in no table are pronouns, particles and the like. */
const short: readonly Meaning[] = [{ kind: 'plain', value: '', n: [] }]
const past: readonly Meaning[] = [{ kind: 'past', value: '', n: [] }]
const word: readonly Meaning[] = [{ kind: 'word', value: '', n: [] }]

function meaningAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Found {
  const token = tokens[at]
  if (token?.kind === 'word') {
    return longestPhrase(tokens, at, lexicon) ?? { meanings: word, end: at + 1 }
  }
  if (token?.kind === 'number') return { meanings: numberAt(tokens, at), end: at + 1 }
  return { meanings: [{ kind: 'mark', value: token?.text ?? '', n: [] }], end: at + 1 }
}

function longestPhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): Found | null {
  let node: WordNode | undefined = lexicon.root
  let found: Found | null = null
  for (let end = at; node && tokens[end]?.kind === 'word';) {
    node = childOf(node, tokens[end]?.text ?? '', lexicon)
    end++
    if (node?.meanings) found = { meanings: node.meanings, end }
  }
  if (found) return quarterAt(tokens, found) ?? found
  const meanings = stemMeanings(tokens[at]?.text ?? '', lexicon)
  return meanings && { meanings, end: at + 1 }
}

/** Stems have three letters at the least and ten at the most. */
function stemMeanings(text: string, { stems, table }: Lexicon): readonly Meaning[] | null {
  for (let length = Math.min(text.length, 10); length >= 3; length--) {
    const meanings = stems.get(text.slice(0, length))
    if (meanings) return meanings
  }
  if (table.pastEnding !== undefined && text.endsWith(table.pastEnding)) return past
  return text.length < 4 && text !== '' ? short : null
}

function childOf(node: WordNode, text: string, lexicon: Lexicon): WordNode | undefined {
  const child = node.next?.get(text)
  if (child !== undefined || lexicon.table.habits.hasDigraphs !== true) return child
  return /[aou]e/.test(text) ? node.next?.get(text.replace(/([aou])e/g, '$1')) : undefined
}

/** *Q1* and *T 1*. */
function quarterAt(tokens: readonly Token[], found: Found): Found | null {
  if (found.meanings[0]?.kind !== 'quarterNumber') return null
  const quarter = Number(tokens[found.end]?.text)
  if (!(quarter >= 1 && quarter <= 4)) return { meanings: word, end: found.end }
  return { meanings: [{ kind: 'quarterOfYear', value: '', n: [quarter] }], end: found.end + 1 }
}

/** *Ca. 10 Tage*: the full stop belongs to the word. */
function isAbbreviation(
  tokens: readonly Token[],
  { meanings, end }: Found,
  lexicon: Lexicon,
): boolean {
  if (meanings[0]?.value !== 'about' || tokens[end]?.text !== '.') return false
  const next = tokens[end + 1]
  const kind = lexicon.root.next?.get(next?.text ?? '')?.meanings?.[0]?.kind
  return next?.kind === 'number' || kind === 'num' || kind === 'quant'
}

const moneyBefore = new Set('€$£+#@&')
const moneyAfter = new Set('%€$£')

/** Prices, percentages and telephone numbers are words. */
function numberAt(tokens: readonly Token[], at: number): readonly Meaning[] {
  const isAmount =
    moneyBefore.has(tokens[at - 1]?.text ?? '') || moneyAfter.has(tokens[at + 1]?.text ?? '')
  const meaning = isAmount ? null : readNumeral(tokens[at]?.text ?? '')
  return meaning ? [meaning] : word
}

/**
 * Where to go on after a dropped word: behind the comma that closes it, if one opened it. The
 * opening comma goes too.
 */
function afterDropped(tokens: readonly Token[], end: number, lexemes: Lexeme[]): number {
  const before = lexemes.at(-1)
  const isOpened = before === undefined || before.kind === 'mark'
  if (tokens[end]?.text !== ',' || !isOpened) return end
  if (before?.value === ',') lexemes.pop()
  return end + 1
}

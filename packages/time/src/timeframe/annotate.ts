import type { Lexeme, Meaning } from './lexeme.ts'
import { type FoundPhrase, type Lexicon, longestPhrase } from './lexicon.ts'
import { readNumeral } from './numeral.ts'
import { codeOf, patternOf } from './terms.ts'
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
  const [hedge, filler] = [codeOf('hedge'), codeOf('filler')]
  let isHedged = false
  for (let at = 0; at < tokens.length;) {
    const found = meaningAt(tokens, at, lexicon)
    const code = found.meanings[0]?.code
    const start = tokens[at]?.start ?? 0
    if (code === hedge || code === filler) {
      if (code === hedge) hedges.push(start)
      isHedged ||= code === hedge
      at = afterDropped(tokens, found.end, lexemes)
      continue
    }
    const end = tokens[found.end - 1]?.end ?? start
    for (const { code, n } of found.meanings) lexemes.push({ code, n, start, end, isHedged })
    isHedged = false
    at = isAbbreviation(tokens, found, lexicon) ? found.end + 1 : found.end
  }
  return { lexemes, hedges }
}

function meaningAt(tokens: readonly Token[], at: number, lexicon: Lexicon): FoundPhrase {
  const { kind, text } = tokens[at] ?? { kind: 'mark', text: '' }
  const end = at + 1
  if (kind === 'mark') return { meanings: [{ code: text, n: [] }], end }
  if (kind === 'number') return { meanings: [numberAt(tokens, at) ?? meaning('word')], end }
  const found = longestPhrase(lexicon, tokens, at)
  if (found) return quarterAt(tokens, found) ?? found
  return { meanings: [meaning(unknown(text, lexicon))], end }
}

function meaning(term: string, n: readonly number[] = []): Meaning {
  return { code: codeOf(term), n }
}

/** Short words that stand in no table are pronouns, particles and the like. */
function unknown(text: string, { table, phrases }: Lexicon): string {
  if (table['pastShape'] && new RegExp(table['pastShape']).test(text)) return 'past'
  if (table['habits']?.includes('compounds') && endsInAside(text, phrases)) return 'aside'
  return text.length < 4 && text !== '' ? 'plain' : 'word'
}

/** *Herbstferien*, *Zweitgespräche*: the last part says what the whole is. */
function endsInAside(text: string, phrases: Lexicon['phrases']): boolean {
  for (let start = 3; start <= Math.min(text.length, longestCompound) - 5; start++) {
    if (patternOf('aside|step', '').test(phrases.get(`${text.slice(start)} `)?.[0]?.code ?? ''))
      return true
  }
  return false
}

const longestCompound = 40

/** *Q1* and *T 1*. */
function quarterAt(tokens: readonly Token[], { meanings, end }: FoundPhrase): FoundPhrase | null {
  if (meanings[0]?.code !== codeOf('quarterNumber')) return null
  const quarter = Number(tokens[end]?.text)
  if (!(quarter >= 1 && quarter <= 4)) return { meanings: [meaning('word')], end }
  return { meanings: [meaning('quarterOfYear', [quarter])], end: end + 1 }
}

/** *Ca. 10 Tage*: the full stop belongs to the word. */
function isAbbreviation(
  tokens: readonly Token[],
  { meanings, end }: FoundPhrase,
  lexicon: Lexicon,
): boolean {
  if (meanings[0]?.code !== codeOf('rel:about') || tokens[end]?.text !== '.') return false
  const next = longestPhrase(lexicon, tokens, end + 1)?.meanings[0]?.code ?? ''
  return tokens[end + 1]?.kind === 'number' || patternOf('num|quant', '').test(next)
}

/** Prices, percentages and telephone numbers are words. */
function numberAt(tokens: readonly Token[], at: number): Meaning | null {
  const isAmount =
    /^[€$£+#@&]/.test(tokens[at - 1]?.text ?? '') || /^[%€$£]/.test(tokens[at + 1]?.text ?? '')
  return isAmount ? null : readNumeral(tokens[at]?.text ?? '')
}

/**
 * Where to go on after a dropped word: behind the comma that closes it, if one opened it. The
 * opening comma goes too.
 */
function afterDropped(tokens: readonly Token[], end: number, lexemes: Lexeme[]): number {
  const before = lexemes.at(-1)
  const isOpened = before === undefined || patternOf('mark', '').test(before.code)
  if (tokens[end]?.text !== ',' || !isOpened) return end
  if (before?.code === ',') lexemes.pop()
  return end + 1
}

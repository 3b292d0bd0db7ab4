import type { Meaning } from './lexeme.ts'
import type { Table } from './locale-table.ts'
import { codeOf, termNames } from './terms.ts'
import { type Token, tokenize } from './tokenize.ts'

/** The words of a language in the form in which texts are read. */
export interface Lexicon {
  readonly table: Table
  /**
   * What phrases mean, each word followed by a space; `null` where they only begin longer ones.
   * Stems, which stand for all words that begin so, end in `*` instead.
   */
  readonly phrases: ReadonlyMap<string, readonly Meaning[] | null>
}

/** Meanings and the index after the last token that has them. */
export interface FoundPhrase {
  readonly meanings: readonly Meaning[]
  readonly end: number
}

/** The lexicon of a table. Built once per table, at its first use. */
export function lexiconOf(table: Table): Lexicon {
  const known = lexicons.get(table)
  if (known) return known
  const lexicon = buildLexicon(table)
  lexicons.set(table, lexicon)
  return lexicon
}

const lexicons = new WeakMap<Table, Lexicon>()

/**
 * The alternatives that a string of a table stands for: `a(b|c)|d` is `ab`, `ac` and `d`. Parentheses
 * may be nested; what they leave open at the end of a string is closed there.
 */
export function alternatives(pattern: string): string[] {
  const pieces = (pattern.match(/[^|()]+|./g) ?? []).values()
  return pattern === '' ? [] : choices(pieces)
}

function choices(pieces: Iterator<string>): string[] {
  const done: string[] = []
  let row = ['']
  for (let piece = pieces.next().value; piece && piece !== ')'; piece = pieces.next().value) {
    if (piece === '|') {
      done.push(...row)
      row = ['']
    } else {
      const tails = piece === '(' ? choices(pieces) : [piece]
      row = row.flatMap((head) => tails.map((tail) => head + tail))
    }
  }
  return [...done, ...row]
}

function buildLexicon(table: Table): Lexicon {
  const lexicon = { table, phrases: new Map<string, readonly Meaning[] | null>() }
  for (const name of termNames) {
    const value = name.split(':')[1] ?? ''
    const meaning = { code: codeOf(name), n: /\d/.test(value) ? [Number(value)] : [] }
    for (const form of formsOf(table, table[name])) add(lexicon, form, [meaning])
  }
  const units = addList(lexicon, 'numbers', 'num:word', 0)
  addList(lexicon, 'moreNumbers', 'num:word', 21)
  addList(lexicon, 'ordinals', 'ord:word', 1)
  const tens = addList(lexicon, 'tens', 'num:ten', 20, 10)
  tens.push(...addList(lexicon, 'tensOrdinals', 'ord:word', 20, 10))
  for (const [unit, value] of units.filter((each) => each[1] > 0 && each[1] < 10)) {
    for (const [ten, base, code] of table['unitBeforeTen'] ? tens : []) {
      add(lexicon, unit + table['unitBeforeTen'] + ten, [{ code, n: [base + value] }])
    }
  }
  addEndings(lexicon, addList(lexicon, 'weekdays', 'weekday:sure', 1), 'weekdayEndings')
  addEndings(lexicon, addList(lexicon, 'months', 'month:sure', 1), 'monthEndings')
  for (const alias of table['aliases']?.split(';') ?? []) {
    const [words = '', pattern] = alias.split('=')
    for (const form of formsOf(table, pattern)) add(lexicon, form, meaningsOf(lexicon, words))
  }
  return lexicon
}

/** {@link alternatives}, with `+` for the endings of the language. */
function formsOf(table: Table, pattern = ''): string[] {
  return alternatives(pattern.replaceAll('+', `(${table['endings']})`))
}

interface Draft extends Lexicon {
  readonly phrases: Map<string, readonly Meaning[] | null>
}

/** Of several meanings of a phrase the first counts. */
function add({ phrases }: Draft, phrase: string, meanings: readonly Meaning[]): void {
  let key = ''
  for (const word of phrase.split(/[ -]+/)) {
    if (!phrases.has(key)) phrases.set(key, null)
    key += word.endsWith('*') ? word : `${word} `
  }
  phrases.set(key, phrases.get(key) ?? meanings)
}

type Entry = readonly [word: string, value: number, code: string]

/** Adds a list of words whose place says what number they have, and answers what it added. */
function addList(lexicon: Draft, list: string, term: string, first: number, step = 1): Entry[] {
  const places = lexicon.table[list]?.split(' ') ?? []
  return places.flatMap((place, index) =>
    formsOf(lexicon.table, place).map((form): Entry => {
      const word = form.replace('~', '')
      const value = first + step * index
      add(lexicon, word, [
        { code: codeOf(word === form ? term : term.replace('sure', 'weak')), n: [value] },
      ])
      return [word, value, codeOf(term)]
    }),
  )
}

/** *Montagmorgen* reads as Monday morning, *Dezemberwoche* as week of December. */
function addEndings(lexicon: Draft, stems: readonly Entry[], list: string): void {
  for (const each of alternatives(lexicon.table[list] ?? '')) {
    const [ending = '', words = ending] = each.split('=')
    const meanings = meaningsOf(lexicon, words)
    for (const [stem, value, code] of stems) {
      const named = { code, n: [value] }
      add(
        lexicon,
        stem + ending,
        list === 'monthEndings' ? [...meanings, named] : [named, ...meanings],
      )
    }
  }
}

/** What words mean that the lexicon has already. */
function meaningsOf(lexicon: Lexicon, words: string): readonly Meaning[] {
  const tokens = tokenize(words)
  const meanings: Meaning[] = []
  for (let at = 0; at < tokens.length;) {
    const found = longestPhrase(lexicon, tokens, at)
    meanings.push(...(found?.meanings ?? []))
    at = found?.end ?? at + 1
  }
  return meanings
}

/** The longest phrase that begins with a token, or the stem that the token begins with. */
export function longestPhrase(
  { table, phrases }: Lexicon,
  tokens: readonly Token[],
  at: number,
): FoundPhrase | null {
  let found: FoundPhrase | null = null
  let key = ''
  for (let end = at; tokens[end]?.kind === 'word';) {
    const word = `${tokens[end++]?.text} `
    const isKnown = phrases.has(key + word) || !table['habits']?.includes('digraphs')
    key += isKnown ? word : word.replace(/([aou])e/g, '$1')
    const meanings = phrases.get(key)
    if (meanings === undefined) break
    if (meanings) found = { meanings, end }
  }
  return found ?? stemOf(phrases, tokens[at]?.text ?? '', at + 1)
}

/** Stems have three letters at the least and ten at the most. */
function stemOf(phrases: Lexicon['phrases'], word: string, end: number): FoundPhrase | null {
  for (let length = Math.min(word.length, 10); length >= 3; length--) {
    const meanings = phrases.get(`${word.slice(0, length)}*`)
    if (meanings) return { meanings, end }
  }
  return null
}

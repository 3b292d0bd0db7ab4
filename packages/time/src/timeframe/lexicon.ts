import { foldWord } from './fold.ts'
import type { LexemeKind, Meaning } from './lexeme.ts'
import type { LocaleTable } from './locale-table.ts'

/** Words of a language, as a tree of what may follow what. */
export interface WordNode {
  /** What the words up to here mean; absent where they only begin a longer phrase. */
  meanings?: readonly Meaning[]
  next?: Map<string, WordNode>
}

/** A table in the form in which texts are read. */
export interface Lexicon {
  readonly table: LocaleTable
  readonly root: WordNode
  /** What words mean that begin so, where they mean nothing else. */
  readonly stems: ReadonlyMap<string, readonly Meaning[]>
}

/** The lexicon of a table. Built once per table, at its first use. */
export function lexiconOf(table: LocaleTable): Lexicon {
  const known = lexicons.get(table)
  if (known) return known
  const lexicon = buildLexicon(table)
  lexicons.set(table, lexicon)
  return lexicon
}

/**
 * The alternatives that a string of a table stands for: `a(b|c)|d` is `ab`, `ac` and `d`. Parentheses
 * may be nested; what they leave open at the end of a string is closed there.
 */
export function alternatives(pattern: string): string[] {
  return pattern === '' ? [] : splitOutside(pattern).flatMap(expand)
}

/** Splits at the bars that stand outside parentheses. */
function splitOutside(pattern: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0, depth = 0; at <= pattern.length; at++) {
    const char = pattern[at]
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (depth === 0 && (char === '|' || char === undefined)) {
      parts.push(pattern.slice(start, at))
      start = at + 1
    }
  }
  return parts
}

function expand(pattern: string): string[] {
  const open = pattern.indexOf('(')
  if (open < 0) return [pattern]
  let close = open
  for (let depth = 0; close < pattern.length; close++) {
    if (pattern[close] === '(') depth++
    if (pattern[close] === ')' && --depth === 0) break
  }
  const rests = expand(pattern.slice(close + 1))
  return splitOutside(pattern.slice(open + 1, close)).flatMap((choice) =>
    expand(choice).flatMap((each) => rests.map((rest) => pattern.slice(0, open) + each + rest)),
  )
}

const lexicons = new WeakMap<LocaleTable, Lexicon>()

type Adder = (phrase: string, ...meanings: readonly Meaning[]) => void

function buildLexicon(table: LocaleTable): Lexicon {
  const root: WordNode = {}
  const stems = new Map<string, readonly Meaning[]>()
  const add: Adder = (phrase, ...meanings) => {
    if (phrase.endsWith('*')) stems.set(foldWord(phrase.slice(0, -1)), meanings)
    else addPhrase(root, phrase, meanings)
  }
  for (const terms of [table.words, table.sequences ?? {}]) {
    for (const [name, pattern] of Object.entries(terms)) {
      const meanings = name.split(' ').map(termMeaning)
      for (const phrase of formsOf(pattern, table)) {
        add(phrase, ...meanings.map((each) => weakened(each, phrase)))
      }
    }
  }
  addNumbers(table, add)
  const weekdays = addPlaces(table, table.weekdays, 'weekday', 1, add)
  const months = addPlaces(table, table.months, 'month', 1, add)
  addEndings(weekdays, table.weekdayEndings, add)
  addEndings(months, table.monthEndings, add)
  return { table, root, stems }
}

/** {@link alternatives}, with `+` for the endings of the language. */
function formsOf(pattern: string, { endings }: LocaleTable): string[] {
  return alternatives(pattern.replaceAll('+', `(${endings})`))
}

function weakened(meaning: Meaning, phrase: string): Meaning {
  return phrase.startsWith('~') ? { ...meaning, isWeak: true } : meaning
}

/** `unit:week`, `day:1`, `month:5` … */
function termMeaning(name: string): Meaning {
  const [kind = '', value = ''] = name.split(':')
  const number = Number(value)
  const n = value === '' || Number.isNaN(number) ? [] : [number]
  return { kind: kind as LexemeKind, value, n, ...(kind === 'ord' && { isSpelled: true }) }
}

function addPhrase(root: WordNode, phrase: string, meanings: readonly Meaning[]): void {
  let node = root
  for (const word of phrase.replace('~', '').split(/[ -]+/)) {
    if (word === '') continue
    node.next ??= new Map()
    const key = foldWord(word)
    const next = node.next.get(key) ?? {}
    node.next.set(key, next)
    node = next
  }
  if (node !== root) node.meanings ??= meanings
}

/** Adds a positional list and answers what each of its words means. */
function addPlaces(
  table: LocaleTable,
  list: string,
  kind: LexemeKind,
  first: number,
  add: Adder,
): readonly (readonly [word: string, meaning: Meaning])[] {
  const added = list.split(' ').flatMap((place, index) =>
    formsOf(place, table).map((word) => {
      const isWeak = word.startsWith('~')
      const meaning = { kind, value: '', n: [first + index], isWeak, isSpelled: true }
      return [word.replace('~', ''), meaning] as const
    }),
  )
  for (const [word, meaning] of added) add(word, meaning)
  return added
}

function addNumbers(table: LocaleTable, add: Adder): void {
  const units = addPlaces(table, table.numbers, 'num', 0, add)
  addPlaces(table, table.moreNumbers ?? '', 'num', 21, add)
  addPlaces(table, table.ordinals, 'ord', 1, add)
  const tens = addTens(table, table.tens, 'num', add)
  const tensOrdinals = addTens(table, table.tensOrdinals ?? '', 'ord', add)
  if (table.unitBeforeTen === undefined) return
  for (const [unit, { n }] of units) {
    const value = n[0] ?? 0
    if (value < 1 || value > 9) continue
    for (const [ten, meaning] of [...tens, ...tensOrdinals]) {
      add(unit + table.unitBeforeTen + ten, { ...meaning, n: [value + (meaning.n[0] ?? 0)] })
    }
  }
}

function addTens(
  table: LocaleTable,
  list: string,
  kind: LexemeKind,
  add: Adder,
): readonly (readonly [string, Meaning])[] {
  return list.split(' ').flatMap((place, index) =>
    formsOf(place, table).map((word) => {
      const meaning: Meaning = { kind, value: 'ten', n: [20 + 10 * index], isSpelled: true }
      add(word, meaning)
      return [word, meaning] as const
    }),
  )
}

function addEndings(
  stems: readonly (readonly [string, Meaning])[],
  endings: Readonly<Record<string, string>> | undefined,
  add: Adder,
): void {
  for (const [name, pattern] of Object.entries(endings ?? {})) {
    for (const ending of alternatives(pattern)) {
      for (const [stem, meaning] of stems) {
        add(stem + ending, ...orderEnding({ ...meaning, isWeak: false }, termMeaning(name)))
      }
    }
  }
}

/** *Dezemberwoche* reads as week of December, *Montagmorgen* as Monday morning. */
function orderEnding(stem: Meaning, ending: Meaning): readonly Meaning[] {
  return stem.kind === 'month' ? [ending, stem] : [stem, ending]
}

import { foldWord } from './fold.ts'
import { lexiconOf } from './lexicon.ts'
import { packed } from './generated/packed-locales.ts'
import { type Table, fieldNames } from './locale-table.ts'
import { termNames } from './terms.ts'
import type { Token } from './tokenize.ts'

/** Tables of the languages that can be read, in the order of `generated/packed-locales.ts`. Unpacked at the first use. */
export function localeTables(): readonly Table[] {
  tables ??= packed.split('#').map((lines) => unpack(lines.split('\n')))
  return tables
}

let tables: readonly Table[] | undefined

function unpack(lines: readonly string[]): Table {
  const names = [...fieldNames, ...termNames]
  return Object.fromEntries(lines.flatMap((line, index) => (line ? [[names[index], line]] : [])))
}

/** The table for a BCP 47 tag: that of its language, such as German for `de-CH`; absent where there is none. */
export function tableFor(locale: string): Table | undefined {
  const language = foldWord(locale.split(/[-_]/)[0] ?? '')
  return localeTables().find((table) => table['language'] === language)
}

/** How many words of a text decide on its language. */
const wordsToCompare = 200

/**
 * The table that knows the most of the first 200 words. Where tables know equally many, the first
 * in the order en, nl, de, fr, es; so English where nothing is known.
 */
export function detectTable(tokens: readonly Token[]): Table {
  const words = tokens.filter((each) => each.kind === 'word').slice(0, wordsToCompare)
  let [best, most] = [{} as Table, -1]
  for (const table of localeTables()) {
    const { phrases } = lexiconOf(table)
    const count = words.filter(({ text }) => phrases.has(`${text} `)).length
    if (count > most) [best, most] = [table, count]
  }
  return best
}

import { foldWord } from './fold.ts'
import { lexiconOf } from './lexicon.ts'
import type { LocaleTable } from './locale-table.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { es } from './locales/es.ts'
import { fr } from './locales/fr.ts'
import { nl } from './locales/nl.ts'
import type { Token } from './tokenize.ts'

/** The languages that can be read. A new one is a table and its place here. */
export const localeTables: readonly LocaleTable[] = [en, nl, de, fr, es]

/** The table for a BCP 47 tag: that of its language, such as German for `de-CH`; `null` where there is none. */
export function tableFor(locale: string): LocaleTable | null {
  const language = foldWord(locale.split(/[-_]/)[0] ?? '')
  return localeTables.find((table) => table.language === language) ?? null
}

/** How many words of a text decide on its language. */
const wordsToCompare = 200

/**
 * The table that knows the most of the first 200 words. Where tables know equally many, the first
 * in the order en, nl, de, fr, es; so English where nothing is known.
 */
export function detectTable(tokens: readonly Token[]): LocaleTable {
  const words = tokens.filter((each) => each.kind === 'word').slice(0, wordsToCompare)
  let [best, most] = [localeTables[0] ?? en, -1]
  for (const table of localeTables) {
    const { root } = lexiconOf(table)
    const count = words.filter((each) => root.next?.has(each.text)).length
    if (count > most) [best, most] = [table, count]
  }
  return best
}

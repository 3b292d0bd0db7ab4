import { calendarError } from '../error-table.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { Words } from './words.ts'

/** The languages that entries can be written in. */
export const languages = ['en', 'nl', 'de', 'fr', 'es'] as const

const tables: readonly Words[] = [en, nl, de, fr, es]

/** The words for a BCP 47 locale: its language decides, `nl-BE` is Dutch. Throws `locale-unknown`. */
export function wordsFor(locale: string): Words {
  const language = locale.toLowerCase().split('-')[0]
  const words = tables.find((table) => table.language === language)
  if (words === undefined) throw calendarError('locale-unknown', { locale, known: languages })
  return words
}

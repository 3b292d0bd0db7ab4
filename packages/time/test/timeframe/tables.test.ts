import { describe, expect, test } from 'vitest'
import { foldWord } from '../../src/timeframe/fold.ts'
import { alternatives } from '../../src/timeframe/lexicon.ts'
import { type LocaleTable, fieldNames } from '../../src/timeframe/locale-table.ts'
import { de } from '../../src/timeframe/locales/de.ts'
import { en } from '../../src/timeframe/locales/en.ts'
import { es } from '../../src/timeframe/locales/es.ts'
import { fr } from '../../src/timeframe/locales/fr.ts'
import { nl } from '../../src/timeframe/locales/nl.ts'
import { termNames } from '../../src/timeframe/terms.ts'

const tables: readonly LocaleTable[] = [en, nl, de, fr, es]

/** A table as `generated/packed-locales.ts` holds it: one line for each field and term, words folded. */
function packed(table: LocaleTable): string {
  const aliases = Object.entries(table.aliases ?? {}).map((each) => each.join('='))
  const { words, ...fields } = { ...table, aliases: aliases.join(';') }
  const lines = new Map<string, string>(Object.entries({ ...fields, ...words }))
  const names = [...fieldNames, ...termNames]
  return names
    .map((name) => folded(lines.get(name) ?? ''))
    .join('\n')
    .trimEnd()
}

function folded(text: string): string {
  return text
    .split(/([^\p{L}\p{M}]+)/u)
    .map(foldWord)
    .join('')
}

test('are packed into one string', async () => {
  const text = tables.map(packed).join('#')
  await expect(
    `// Made from locales/ by \`vitest -u\`. Do not edit.\nexport const packed =\n  ${JSON.stringify(text)}\n`,
  ).toMatchFileSnapshot('../../src/timeframe/generated/packed-locales.ts')
})

/** Every phrase of a table with the terms that claim it. */
function claims(table: LocaleTable): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [term, pattern] of Object.entries(table.words)) {
    for (const phrase of new Set(alternatives(pattern.replaceAll('+', `(${table.endings})`)))) {
      found.set(phrase, [...(found.get(phrase) ?? []), term])
    }
  }
  return found
}

describe.each(tables.map((table) => [table.language, table] as const))('%s', (_, table) => {
  test('gives no phrase two meanings', () => {
    const doubles = [...claims(table)].filter(([, terms]) => terms.length > 1)
    expect(Object.fromEntries(doubles)).toEqual({})
  })

  test('has closed parentheses, no empty phrase and no word for a term that is unknown', () => {
    for (const [term, pattern] of Object.entries(table.words)) {
      expect(termNames).toContain(term)
      expect(pattern.split('(').length).toBe(pattern.split(')').length)
      expect(alternatives(pattern).every((phrase) => phrase.trim() !== '')).toBe(true)
    }
  })

  test('names 7 weekdays, 12 months, the numbers to 19 and the tens to 90', () => {
    expect(table.weekdays.split(' ')).toHaveLength(7)
    expect(table.months.split(' ')).toHaveLength(12)
    expect(table.numbers.split(' ')).toHaveLength(20)
    expect(table.tens.split(' ')).toHaveLength(8)
  })
})

test('alternatives may be nested', () => {
  expect(alternatives('a(b|c(d|))|e')).toEqual(['ab', 'acd', 'ac', 'e'])
})

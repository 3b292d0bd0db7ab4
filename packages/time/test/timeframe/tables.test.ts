import { describe, expect, test } from 'vitest'
import { alternatives } from '../../src/timeframe/lexicon.ts'
import { localeTables } from '../../src/timeframe/locales.ts'
import type { LocaleTable } from '../../src/timeframe/locale-table.ts'

/** Every phrase of a table with the terms that claim it. */
function claims(table: LocaleTable): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [term, pattern] of Object.entries({ ...table.words, ...table.sequences })) {
    for (const phrase of new Set(alternatives(pattern.replaceAll('+', `(${table.endings})`)))) {
      found.set(phrase, [...(found.get(phrase) ?? []), term])
    }
  }
  return found
}

describe.each(localeTables.map((table) => [table.language, table] as const))('%s', (_, table) => {
  test('gives no phrase two meanings', () => {
    const doubles = [...claims(table)].filter(([, terms]) => terms.length > 1)
    expect(Object.fromEntries(doubles)).toEqual({})
  })

  test('has closed parentheses and no empty phrase', () => {
    for (const pattern of Object.values({ ...table.words, ...table.sequences })) {
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

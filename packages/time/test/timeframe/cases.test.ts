import { describe, expect, test } from 'vitest'
import { type PhraseCase, casesOf, isRight, read, sharedCases } from './cases.ts'

const locales = ['en', 'nl', 'de', 'fr', 'es']

function misses(cases: readonly PhraseCase[], isDetected = false): readonly unknown[] {
  return cases
    .map((each) => ({ each, result: read(each, isDetected) }))
    .filter(({ each, result }) => !isRight(each, result))
    .map(({ each, result }) => ({ id: each.id, text: each.text, accept: each.accept, result }))
}

describe.each(locales)('sentences in %s', (locale) => {
  test('are read as the window they mean, or as none', () => {
    expect(misses(casesOf(locale))).toEqual([])
  })

  test('number more than two hundred, a tenth of them without a time', () => {
    const cases = casesOf(locale)
    expect(cases.length).toBeGreaterThan(200)
    expect(cases.filter(({ kind }) => kind === 'none').length).toBeGreaterThan(cases.length / 10)
  })
})

test('the forty phrases on which date libraries were compared are all read right', () => {
  expect(misses(sharedCases())).toEqual([])
})

test('the language is found in the text where no locale is passed, for 99 of 100 sentences', () => {
  const cases = locales.flatMap(casesOf)
  expect(misses(cases, true).length).toBeLessThan(cases.length / 100)
})

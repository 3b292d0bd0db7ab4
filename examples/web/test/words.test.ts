import { agendaKinds, eventTypes, letterKinds, policyKeys, stages } from '@afterview/core'
import { describe, expect, test } from 'vitest'
import { en } from '../src/words/en.ts'
import { nl } from '../src/words/nl.ts'

describe.each([
  ['English', en],
  ['Dutch', nl],
])('the %s texts', (_, words) => {
  test('name every kind of agenda item, event, letter and state', () => {
    expect(Object.keys(words.agenda)).toEqual(expect.arrayContaining([...agendaKinds]))
    expect(Object.keys(words.events)).toEqual(expect.arrayContaining([...eventTypes]))
    expect(Object.keys(words.letters)).toEqual(expect.arrayContaining([...letterKinds]))
    expect(Object.keys(words.stages)).toEqual([...stages])
  })

  test('speak only of rules that there are', () => {
    expect(policyKeys).toEqual(expect.arrayContaining(Object.keys(words.rules)))
  })

  test('say something everywhere', () => {
    expect(emptyTexts(words)).toEqual([])
  })
})

function emptyTexts(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => emptyTexts(inner, `${path}.${name}`))
}

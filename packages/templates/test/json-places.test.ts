import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../src/json-fault.ts'
import { jsonPosition } from '../src/json-position.ts'
import { fuzzRuns } from './fuzz-runs.ts'

describe('the place of a JSON fault [PCK-3]', () => {
  it.each([
    ['{\n  "id": x\n}', 10],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['"open', 0],
    ['{"a": 01}', 6],
    ['[1', 2],
    ['', 0],
    ['1 1', 2],
    ['[tru]', 1],
    ["{'a': 1}", 1],
  ])('in %j is %i', (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(jsonFault(text)).toBe(offset)
  })

  it('is the end in valid JSON', () => {
    const property = fc.property(fc.json(), (text) => {
      expect(jsonFault(text)).toBe(text.length)
    })
    fc.assert(property, { numRuns: fuzzRuns(200) })
  })
})

describe('the place of a JSON pointer [PCK-3]', () => {
  const text = '{\n "a": [1, {"b~c/d": "x\\"]}"}],\n "e": {"f": true}\n}'

  it.each([
    ['', 1, 1],
    ['/a', 2, 7],
    ['/a/0', 2, 8],
    ['/a/1', 2, 11],
    ['/a/1/b~0c~1d', 2, 21],
    ['/e', 3, 7],
    ['/e/f', 3, 13],
    ['/e/none', 3, 7],
    ['/none/at/all', 1, 1],
    ['/a/0/deeper', 2, 8],
  ])('%j is at %i:%i', (pointer, line, column) => {
    expect(jsonPosition(text, pointer)).toEqual({ line, column })
  })
})

import { compareInstants, instantFromMs, instantMs, parseInstant } from '@afterview/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'
import { checkProperty } from './property.ts'

const endMs = Date.UTC(2200, 0, 1)

describe('INST-1 an instant has one canonical text', () => {
  test.for([
    ['2026-11-25T15:30:00+01:00', '2026-11-25T14:30:00Z'],
    ['2026-11-25T14:30Z', '2026-11-25T14:30:00Z'],
    ['2026-11-25T23:30:00-05:30', '2026-11-26T05:00:00Z'],
    ['2026-11-25T14:30:00.000Z', '2026-11-25T14:30:00Z'],
    ['2026-11-25T14:30:00.5Z', '2026-11-25T14:30:00.500Z'],
    ['2026-11-25T14:30:00-00:00', '2026-11-25T14:30:00Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59.999Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00Z'],
  ])('%s is %s', ([text = '', canonical = '']) => {
    expect(parseInstant(text)).toBe(canonical)
    expect(parseInstant(canonical)).toBe(canonical)
  })

  test('that the built-in Date reads as the same moment', () => {
    checkProperty(
      fc.property(fc.integer({ min: 0, max: endMs - 1 }), (ms) => {
        const text = instantFromMs(ms)
        expect(Date.parse(text)).toBe(ms)
        expect(instantMs(text)).toBe(ms)
        expect(parseInstant(text)).toBe(text)
      }),
    )
  })
})

test('INST-2 digits beyond the millisecond are cut off', () => {
  expect(parseInstant('2026-11-25T14:30:00.123999Z')).toBe('2026-11-25T14:30:00.123Z')
  expect(parseInstant('2026-11-25T14:30:00.000999999Z')).toBe('2026-11-25T14:30:00Z')
})

describe('INST-3 what is no instant is refused', () => {
  test.for([
    '2026-11-25T14:30:00',
    '2026-11-25',
    '2026-11-25 14:30:00Z',
    '2026-11-25t14:30:00z',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T14:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-25T14:30:00+24:00',
    '2026-11-25T14:30:00+01:60',
    '2026-11-25T14:30:00+0100',
    '2026-W48-3T14:30:00Z',
    '1969-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '2199-12-31T23:30:00-01:00',
    '1970-01-01T00:30:00+01:00',
    '-002026-11-25T14:30:00Z',
    ' 2026-11-25T14:30:00Z',
    '2026-11-25T14:30:00Z\n',
    '',
  ])('%j', (text) => {
    const error = errorOf(() => parseInstant(text))
    expect(error.code).toBe('instant-malformed')
    expect(error.details.text).toBe(text)
  })

  test('also where the value is none', () => {
    const given: unknown = undefined
    expect(errorOf(() => parseInstant(given as string)).code).toBe('instant-malformed')
  })

  test('for any text that the built-in Date does not understand either', () => {
    checkProperty(
      fc.property(fc.string(), (text) => {
        fc.pre(Number.isNaN(Date.parse(text)))
        expect(errorOf(() => parseInstant(text)).code).toBe('instant-malformed')
      }),
    )
  })
})

test('INST-4 instants are compared by time, not by text', () => {
  const texts = ['2026-11-25T15:30:00+01:00', '2026-11-25T14:30:00.001Z', '2026-11-25T14:29:00Z']
  expect(texts.toSorted(compareInstants)).toEqual([texts[2], texts[0], texts[1]])
  expect(compareInstants('2026-11-25T15:30:00+01:00', '2026-11-25T14:30:00Z')).toBe(0)
})

test.for([-1, 0.5, endMs, Number.NaN, Number.POSITIVE_INFINITY])(
  'INST-5 %s milliseconds are no instant',
  (ms) => {
    expect(errorOf(() => instantFromMs(ms)).code).toBe('instant-out-of-range')
  },
)

import { parseWhen } from '@afterview/plugin-host'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzzRuns } from '../fuzz-runs.ts'

const key = fc.constantFrom('a', 'b', 'c', 'größe', 'my-plugin:ready', 'x.y', 'a<2')
const word = fc.constantFrom('x', '5', '-1', 'true', 'hello world', '', '2 days')
const leaf = fc.oneof(
  key,
  fc.constantFrom('true', 'false', '!true'),
  key.map((name) => `!${name}`),
  fc.tuple(key, fc.constantFrom('==', '!=', '===', '!=='), word).map(quotedRight),
  fc.tuple(key, fc.constantFrom('<', '<=', '>', '>='), word).map(quotedRight),
  fc.tuple(key, fc.constantFrom('in', 'not in'), key).map((parts) => parts.join(' ')),
  fc
    .tuple(key, fc.constantFrom('=~ /x/', '=~ /^a.*b+$/i', '=~ /[/]\\//'))
    .map((parts) => parts.join(' ')),
)

function quotedRight([name, operator, text]: readonly [string, string, string]): string {
  return `${name} ${operator} '${text}'`
}

const { clause } = fc.letrec<{ clause: string; nested: string }>((tie) => ({
  nested: fc.oneof(
    tie('clause').map((inner) => `(${inner})`),
    tie('clause').map((inner) => `!(${inner})`),
  ),
  clause: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    tie('nested'),
    fc
      .tuple(tie('clause'), fc.constantFrom('&&', '||'), tie('clause'))
      .map((parts) => parts.join(' ')),
  ),
}))

const value = fc.oneof(
  fc.constantFrom<unknown>(
    'x',
    '5',
    5,
    0,
    true,
    false,
    null,
    undefined,
    'true',
    'ab',
    -2,
    '2 days',
    [],
  ),
  fc.array(fc.constantFrom<unknown>('x', 5, 'ab')),
  fc.constantFrom<unknown>({ x: 1 }, { ab: null }),
)
const context = fc.dictionary(key, value, { noNullPrototype: true })

function evaluate(text: string, values: Readonly<Record<string, unknown>>): boolean {
  const parsed = parseWhen(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`)
  return parsed.evaluate(values)
}

function print(text: string): string {
  const parsed = parseWhen(text)
  return parsed.ok ? parsed.print() : JSON.stringify(parsed.errors)
}

describe('when-clauses, for any text', () => {
  test('W2 parsing never throws, and tells at least one fault when it fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const parsed = parseWhen(text)
        expect(parsed.ok || parsed.errors.length > 0).toBe(true)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('W2 parsing never throws for texts made of the grammar’s own pieces', () => {
    const pieces = [
      'a',
      "'x'",
      '/x/',
      '==',
      '=~',
      '&&',
      '||',
      '!',
      '(',
      ')',
      'in',
      'not',
      'true',
      '<',
      ' ',
      "'",
      '/',
    ]
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 })
    fc.assert(
      fc.property(soup, context, (parts, values) => {
        const parsed = parseWhen(parts.join(' '))
        expect(parsed.ok ? typeof parsed.evaluate(values) : 'boolean').toBe('boolean')
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('W2 an error points into the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parseWhen(text)
        const offsets = parsed.ok ? [] : parsed.errors.map((error) => error.offset)
        expect(offsets.every((offset) => offset >= 0 && offset <= text.length)).toBe(true)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })
})

describe('when-clauses, for any clause', () => {
  test('W3 a printed clause prints as itself and means the same', () => {
    fc.assert(
      fc.property(clause, context, (text, values) => {
        const printed = print(text)
        expect(print(printed)).toBe(printed)
        expect(evaluate(printed, values)).toBe(evaluate(text, values))
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('W4 a double negation changes nothing', () => {
    fc.assert(
      fc.property(clause, context, (text, values) => {
        expect(evaluate(`!(!(${text}))`, values)).toBe(evaluate(text, values))
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('W4 && and || are what the language makes of them', () => {
    fc.assert(
      fc.property(clause, clause, context, (left, right, values) => {
        const [first, second] = [evaluate(left, values), evaluate(right, values)]
        expect(evaluate(`(${left}) && (${right})`, values)).toBe(first && second)
        expect(evaluate(`(${left}) || (${right})`, values)).toBe(first || second)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('W5 evaluation reads no key that it does not name', () => {
    fc.assert(
      fc.property(clause, context, (text, values) => {
        const parsed = parseWhen(text)
        const named = parsed.ok ? parsed.keys : []
        const own = Object.entries(values).filter(([name]) => named.includes(name))
        expect(evaluate(text, Object.fromEntries(own))).toBe(evaluate(text, values))
      }),
      { numRuns: fuzzRuns(500) },
    )
  })
})

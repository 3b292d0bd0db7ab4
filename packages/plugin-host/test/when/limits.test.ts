import { explainWhen, parseWhen, type WhenClause } from '@afterview/plugin-host'
import { describe, expect, test } from 'vitest'

function parsed(text: string): WhenClause {
  const clause = parseWhen(text)
  if (!clause.ok) throw new Error(JSON.stringify(clause.errors))
  return clause
}

function firstError(
  text: string,
): { readonly message: string; readonly offset: number } | undefined {
  const clause = parseWhen(text)
  return clause.ok ? undefined : clause.errors[0]
}

function nodeCount(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Object.values(value).reduce((sum: number, child: unknown) => sum + nodeCount(child), 0)
}

function pairs(count: number): string {
  return Array.from({ length: count }, (_, at) => `(a${at} || b${at})`).join(' && ')
}

describe('limits', () => {
  test('W6 a clause of more than 2,000 characters is refused at its 2,000th', () => {
    expect(parseWhen(`a${' '.repeat(1999)}`).ok).toBe(true)
    expect(firstError(`a${' '.repeat(2000)}`)?.offset).toBe(2000)
  })

  test('W6 parentheses nest 64 levels and no further', () => {
    expect(parseWhen(`${'('.repeat(64)}a${')'.repeat(64)}`).ok).toBe(true)
    expect(firstError(`${'('.repeat(65)}a${')'.repeat(65)}`)).toMatchObject({ offset: 64 })
  })

  test('W7 pairs of alternatives stay a tree: its size grows with the text, not doubling', () => {
    const [small, large] = [nodeCount(parsed(pairs(13)).ast), nodeCount(parsed(pairs(52)).ast)]
    expect(large).toBeLessThan(small * 4.2)
  })
})

describe('errors', () => {
  test.each([
    ['a = 1', 'Expected the end, && or ||, found = (write == or =~)'],
    ["a == 'x", 'Expected the end, && or ||, found a text without a closing quote'],
    ['a =~ /x', 'Expected a regex such as /^wait/ after =~, found a regex without a closing slash'],
    ['(a', 'Expected ), found the end'],
    ['', 'Expected a key, true, false, ! or (, found the end'],
    ['!in', 'Expected a key, true, false or ( after !, found in'],
    ['a =~ /(/', 'The regex /(/ is not valid'],
  ])('W8 %s says what was expected and what stands there', (text, message) => {
    expect(firstError(text)?.message).toBe(message)
  })

  test('W9 every character without meaning is named, after the fault of the grammar', () => {
    const clause = parseWhen('a ~ {b}')
    expect(clause.ok ? [] : clause.errors.map((error) => error.offset)).toEqual([5, 2, 4, 6])
  })
})

describe('reading values', () => {
  test('W10 only own keys of the context count', () => {
    expect(parsed('toString').evaluate({})).toBe(false)
    expect(parsed('__proto__').evaluate({})).toBe(false)
    expect(parsed('a in b').evaluate({ a: 'toString', b: {} })).toBe(false)
  })

  test('W11 numbers equal their numeric text', () => {
    expect(parsed('a == 5').evaluate({ a: 5 })).toBe(true)
    expect(parsed('a == 5').evaluate({ a: '5' })).toBe(true)
    expect(parsed("a == '5.0'").evaluate({ a: 5 })).toBe(true)
    expect(parsed("a == ''").evaluate({ a: 0 })).toBe(false)
  })

  test('W12 ordering reads the left side leniently and needs a number on the right', () => {
    expect(parsed('a > 1').evaluate({ a: '2 days' })).toBe(true)
    expect(parsed("a > 'x'").evaluate({ a: 2 })).toBe(false)
    expect(parsed('!(a > 1)').evaluate({})).toBe(false)
  })
})

describe('explaining', () => {
  test('W13 the parts that do not hold are named with the values that they saw', () => {
    const clause = parsed("stage == 'waiting' && daysWaiting >= 5 && !paused")
    expect(explainWhen(clause, { stage: 'waiting', daysWaiting: 3 })).toEqual([
      { clause: 'daysWaiting >= 5', values: { daysWaiting: 3 } },
    ])
    expect(explainWhen(clause, { stage: 'waiting', daysWaiting: 5 })).toEqual([])
  })

  test('W13 a clause lists the keys that it reads, each once', () => {
    expect(parsed('a && (b in c || a > 1)').keys).toEqual(['a', 'b', 'c'])
  })
})

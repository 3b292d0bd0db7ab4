import { parseTimeframe } from '@afterview/time'
import { describe, expect, test } from 'vitest'

const locales = ['en', 'de']

const patterns: Readonly<Record<string, string>> = {
  'digits only': '1',
  'digits and spaces': '1 ',
  'digits and hyphens': '1-',
  'one word': 'week ',
  'one article': 'the ',
  'one relation': 'by ',
  'one letter': 'x',
  'combining marks': '\u0316\u0301',
  'a letter with marks': 'e\u0301\u0316',
  'nested ranges': 'between 1 and 2 days and from 3 to ',
  ranges: 'Monday or Friday ',
  'business days': 'not within 259 business days after Monday, ',
  parts: 'end of the first half of the last ',
  corrections: 'in two weeks, sorry, three, ',
  commas: ', ',
  emoji: '🎉',
  dates: '1/2/3 ',
  'full stops': '15. ',
  quotes: '"',
}

/** Microseconds of CPU time of the fastest of three runs. */
function cost(text: string, locale: string): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage()
    parseTimeframe(text, { reference: '2026-11-25T15:30:00+01:00', zone: 'UTC', locale })
    return process.cpuUsage(start).user
  })
  return Math.min(...runs)
}

/** Less CPU time than this says nothing, in microseconds. */
const leastMeasured = 2_000

describe.each(Object.entries(patterns))('a text of nothing but %s', (_, pattern) => {
  test('is read in time that grows with its length', () => {
    const ofLength = (length: number): string => pattern.repeat(length / pattern.length)
    for (const locale of locales) {
      const short = Math.max(cost(ofLength(8_000), locale), leastMeasured)
      expect(cost(ofLength(64_000), locale)).toBeLessThan(40 * short)
    }
  })
})

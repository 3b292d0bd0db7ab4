import { readFileSync } from 'node:fs'
import {
  addDays,
  addHours,
  addMonths,
  endOfDayExclusive,
  nextWorkingMorning,
  sendWindow,
  startOfDay,
  toInstant,
  toLocalIso,
  tomorrowAt,
} from '@afterview/time'
import { expect, test } from 'vitest'

interface Case {
  readonly id: string
  readonly title: string
  readonly op: string
  readonly input: never
  readonly expected: string
  readonly expectedLocal: string
  readonly tzdataMin?: string
}

const operations: Readonly<Record<string, (input: never) => string>> = {
  toInstant,
  startOfDay,
  endOfDayExclusive,
  addHours,
  addDays,
  addMonths,
  tomorrowAt,
  nextWorkingMorning,
  sendWindow: (input) => {
    const window = sendWindow(input)
    return window.kind === 'instant' ? window.instant : 'none'
  },
}

const { cases } = JSON.parse(
  readFileSync(new URL('fixtures/time-hazards.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] }

test.for(cases)('$id $op: $title', ({ op, input, expected, expectedLocal }) => {
  const operation = operations[op]
  expect(operation?.(input)).toBe(expected)
  expect(toLocalIso(expected, (input as { zone: string }).zone)).toBe(expectedLocal)
})

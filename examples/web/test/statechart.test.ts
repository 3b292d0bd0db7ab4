import { createLifecycle, stages } from '@afterview/core'
import { expect, test } from 'vitest'
import { insideOf, isBefore, nextStages } from '../src/statechart-graph.ts'
import { en } from '../src/words/en.ts'
import { chartLayout, usualWay } from '../src/statechart-layout.ts'

const { machine } = createLifecycle()

test('the arrows are those of the machine', () => {
  expect(nextStages(machine, 'closing')).toContain('followUp')
  for (const [from, to] of usualWay) expect(nextStages(machine, from)).toContain(to)
})

test('the states inside are those of the machine in which one can stay, and have names', () => {
  const inside = new Set(stages.flatMap((stage) => insideOf(machine, stage)))
  expect([...inside].toSorted()).toEqual(Object.keys(en.places).toSorted())
  expect(insideOf(machine, 'waiting')).not.toContain('settling')
  expect(insideOf(machine, 'closing')).toEqual([])
})

test('what lies behind the present state is told from what lies ahead', () => {
  const place = { stage: 'offer', within: 'received' } as const
  expect(stages.filter((stage) => isBefore(stage, place))).toEqual([
    'closing',
    'followUp',
    'waiting',
  ])
})

test.each([false, true])('no two states stand in the same place (narrow: %s)', (isNarrow) => {
  const layout = chartLayout(isNarrow)
  const places = stages.map((stage) => layout.centre(stage))
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(stages.length)
  expect(places.every(({ x, y }) => x < layout.width && y < layout.height)).toBe(true)
})

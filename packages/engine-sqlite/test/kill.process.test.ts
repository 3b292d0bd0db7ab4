import { expect, it } from 'vitest'
import { killAgainAndAgain } from '../faults/kill.ts'

const kills = Number(process.env['AFTERVIEW_KILLS'] ?? 3)

it(`KIL-1 loses no acknowledged event and fires no timer twice or early when it is killed ${kills} times`, async () => {
  const report = await killAgainAndAgain(kills)
  expect(report).toMatchObject({
    kills,
    lost: 0,
    doubled: 0,
    refusedButStored: 0,
    timersEarly: 0,
    timersTwice: 0,
    timersMissing: 0,
    effectsMissing: 0,
    inconsistent: 0,
    damage: 0,
    problems: 0,
  })
}, 3_600_000)

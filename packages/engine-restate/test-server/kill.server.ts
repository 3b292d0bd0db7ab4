import { expect, it } from 'vitest'
import { killAgainAndAgain } from '../faults/kill.ts'

it('FLT-1 killing the server and the service loses no event and no timer, and doubles none', async () => {
  const report = await killAgainAndAgain(4)
  expect(report.killsOfServer).toBeGreaterThan(1)
  expect(report.killsOfService).toBeGreaterThan(1)
  expect(report.acknowledged).toBeGreaterThan(3)
  expect(report.timersFired).toBeGreaterThan(5)
  expect(report).toMatchObject({
    lost: 0,
    doubled: 0,
    refusedButStored: 0,
    beginningsLost: 0,
    timersEarly: 0,
    timersTwice: 0,
    timersMissing: 0,
    effectsMissing: 0,
    inconsistent: 0,
    failures: 0,
  })
}, 180_000)

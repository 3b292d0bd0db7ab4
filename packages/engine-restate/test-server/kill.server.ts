import { expect, it } from 'vitest'
import { killAgainAndAgain } from '../faults/kill.ts'
import { startRestateCluster } from './restate-cluster.ts'
import { startRestateServer } from './restate-server.ts'

const harmless = {
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
}

it('FLT-1 killing the server and the service loses no event and no timer, and doubles none', async () => {
  const report = await killAgainAndAgain(4, await startRestateServer())
  expect(report).toMatchObject({ ...harmless, killsOfServer: 2, killsOfService: 2 })
  expect(report.acknowledged).toBeGreaterThan(3)
  expect(report.timersFired).toBeGreaterThan(5)
}, 180_000)

it('FLT-2 a cluster answers while one of its three nodes is down, and loses and doubles nothing', async () => {
  const report = await killAgainAndAgain(6, await startRestateCluster())
  expect(report).toMatchObject({ ...harmless, killsOfServer: 3, killsOfService: 3 })
  expect(report.acknowledged).toBeGreaterThan(3)
  expect(report.timersFired).toBeGreaterThan(5)
}, 180_000)

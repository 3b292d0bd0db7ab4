import { expect, onTestFinished, test } from 'vitest'
import { freePorts } from '../../../packages/engine-restate/test-server/restate-node.ts'
import { startRestateServer } from '../../../packages/engine-restate/test-server/restate-server.ts'
import { begin, type Client, input, startProcess } from './client.ts'

test('on Restate, which needs one environment variable, the server answers as one on a file does', async () => {
  const restate = await startRestateServer()
  onTestFinished(() => restate.stop())
  const [port] = await freePorts(1)
  const server = await startProcess({
    AFTERVIEW_RESTATE_INGRESS: restate.ingress,
    AFTERVIEW_RESTATE_ADMIN: restate.admin,
    AFTERVIEW_RESTATE_PORT: String(port),
  })
  const [maya, eve] = [await server.addOwner(), await server.addOwner()]
  const id = await begin(maya)
  const path = `/applications/${id}`
  const key = { 'Idempotency-Key': '"k-1"' }
  const event = { type: 'interview.ended' }
  expect((await maya.send('POST', `${path}/events`, event, key)).status).toBe(200)
  const again = await maya.send('POST', `${path}/events`, event, key)
  expect(again.json.unchanged).toBe('duplicate')
  expect((await eve.send('GET', path)).status).toBe(404)
  expect((await kindsOf(maya)).join()).toContain('thankYou')
  const { json } = await maya.send('POST', '/subscriptions', {})
  expect((await maya.send('GET', json.https)).text).toContain('BEGIN:VCALENDAR')
  expect((await maya.send('DELETE', '/owner')).status).toBe(204)
  await restate.kill()
  expect((await eve.send('POST', '/applications', {})).status).toBe(422)
  const { status, headers, json: problem } = await eve.send('POST', '/applications', input)
  expect([status, problem.code]).toEqual([503, 'restate-unreachable'])
  expect(headers.get('Retry-After')).toBe('5')
})

async function kindsOf(owner: Client): Promise<readonly string[]> {
  const { json } = await owner.send('GET', '/agenda')
  return json.map(({ kind }: { kind: string }) => kind)
}

import { type PluginRuntime, type RuntimeEvent, createSystemClock } from '@afterview/plugin-host'
import { createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { afterEach, describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { badPlugin } from './plugin-files.ts'

const { thread: bootstrap } = await bundleBootstraps()
const adapter = createWorkerThreadAdapter({ bootstrap })
const never = new AbortController().signal

interface Member {
  readonly runtime: PluginRuntime
  readonly events: readonly RuntimeEvent[]
  run(command: string, input?: null): Promise<unknown>
  exit(): Promise<RuntimeEvent>
}

const members: Member[] = []
afterEach(async () => {
  await Promise.all(members.splice(0).map(({ runtime }) => runtime.terminate()))
})

async function startMember(name: string, affinity?: string): Promise<Member> {
  const events: RuntimeEvent[] = []
  const gone = Promise.withResolvers<RuntimeEvent>()
  const onEvent = (event: RuntimeEvent): void => {
    events.push(event)
    if (event.type === 'exit') gone.resolve(event)
  }
  const id = `test.${name}`
  const group = affinity === undefined ? {} : { affinity }
  const plugin = { id, version: '1.0.0', main: badPlugin.main, capabilities: {}, ...group }
  const options = { clock: createSystemClock(), onEvent }
  const runtime = await adapter.start(plugin, { call: async () => null }, options)
  await runtime.activate(
    {
      pluginId: id,
      version: '1.0.0',
      apiVersion: '1.0.0',
      reason: '*',
      locale: 'en',
      configuration: {},
      messages: {},
      services: [],
      enabledApiProposals: [],
      declared: { command: badPlugin.commands.map((it) => it.replace('bad-plugin', name)) },
    },
    never,
  )
  const at = '2026-11-25T14:30:00Z'
  const run = async (command: string) =>
    runtime.invoke({ kind: 'command', id: `${name}.${command}`, input: null, at }, never)
  const member = { runtime, events, run, exit: () => gone.promise }
  members.push(member)
  return member
}

describe('plugins of one affinity group', { timeout: 30_000 }, () => {
  test('share a thread, and only they', async () => {
    const one = await startMember('one', 'ours')
    const two = await startMember('two', 'ours')
    const other = await startMember('other')
    await one.run('polluteObjectPrototype')
    await expect(two.run('seePollution')).resolves.toBe('by the plugin')
    await expect(other.run('seePollution')).resolves.toBeNull()
  })

  test('have what they throw and print told of the right one', async () => {
    const one = await startMember('one', 'ours')
    const two = await startMember('two', 'ours')
    await two.run('throwInTimer')
    await two.run('logLongLine')
    const types = (): readonly string[] => two.events.map(({ type }) => type).toSorted()
    await expect.poll(types, { timeout: 20_000 }).toEqual(['error', 'log'])
    expect(one.events).toEqual([])
  })

  test('leave the others alone when they are deactivated', async () => {
    const one = await startMember('one', 'ours')
    const two = await startMember('two', 'ours')
    await one.runtime.deactivate(never)
    await one.runtime.terminate()
    await expect(one.exit()).resolves.toMatchObject({ isExpected: true })
    await expect(two.run('echo')).resolves.toBeNull()
    expect(two.events).toEqual([])
  })

  test('can come back after they left, with their code loaded anew', async () => {
    const one = await startMember('one', 'ours')
    await startMember('two', 'ours')
    await one.runtime.deactivate(never)
    await one.runtime.terminate()
    const again = await startMember('one', 'ours')
    await expect(again.run('echo')).resolves.toBeNull()
  })

  test('share the end of the thread when one must be ended by force', async () => {
    const one = await startMember('one', 'ours')
    const two = await startMember('two', 'ours')
    await one.run('loopAfterAnswer')
    await one.runtime.terminate()
    await expect(one.exit()).resolves.toMatchObject({ isExpected: true, cause: 'terminated' })
    await expect(two.exit()).resolves.toMatchObject({
      isExpected: false,
      cause: 'crash',
      error: { code: 'affinity-shared-end' },
    })
    const fresh = await startMember('two', 'ours')
    await expect(fresh.run('echo')).resolves.toBeNull()
  })
})

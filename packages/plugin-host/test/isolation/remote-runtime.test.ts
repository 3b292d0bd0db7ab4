import type { ActivateRequest, PluginApi, RuntimeEvent } from '@afterview/plugin-host'
import {
  type RemoteRuntime,
  createRemoteRuntime,
  serveRealm,
} from '@afterview/plugin-host/adapter-kit'
import { describe, expect, test } from 'vitest'
import { createManualClock } from './manual-clock.ts'
import { type TestPort, createPortPair, settle } from './port-pair.ts'

const request: ActivateRequest = {
  pluginId: 'test.plugin',
  version: '1.0.0',
  apiVersion: '1.0.0',
  reason: '*',
  locale: 'en',
  configuration: {},
  messages: {},
  services: [],
  enabledApiProposals: [],
  declared: { command: ['plugin.run'] },
}

const call = { kind: 'command', id: 'plugin.run', input: null, at: '2026-11-25T14:30:00Z' } as const
const never = new AbortController().signal

interface Scene {
  readonly runtime: RemoteRuntime
  readonly clock: ReturnType<typeof createManualClock>
  readonly events: readonly RuntimeEvent[]
  /** The plugin's end of the line. While it is held, the plugin is silent. */
  readonly pluginPort: TestPort
  readonly kills: readonly number[]
}

/** A runtime whose place is this very thread, so that every wait is the clock's. */
async function createScene(
  activate: (api: PluginApi) => void = () => undefined,
  limits: Parameters<typeof createRemoteRuntime>[0]['limits'] = {},
): Promise<Scene> {
  const [hostPort, pluginPort] = createPortPair()
  const clock = createManualClock()
  const events: RuntimeEvent[] = []
  const kills: number[] = []
  serveRealm({
    port: pluginPort,
    clock,
    defer: setImmediate,
    importModule: async () => ({ plugin: { activate } }),
    onViolation: () => undefined,
  })
  const runtime = createRemoteRuntime({
    kind: 'worker',
    plugin: { id: 'test.plugin', version: '1.0.0', capabilities: {} },
    main: 'nowhere',
    host: { call: async () => null },
    start: { clock, onEvent: (event) => events.push(event) },
    place: {
      port: hostPort,
      kill: () => {
        kills.push(clock.now())
        runtime.ended({ cause: 'crash', code: 1 })
      },
    },
    defer: setImmediate,
    limits,
  })
  await runtime.open()
  await runtime.activate(request, never)
  return { runtime, clock, events, pluginPort, kills }
}

describe('a place that falls silent', () => {
  test('is reported after 3 s and ended after 10 s, with everything that was under way', async () => {
    const { runtime, clock, events, pluginPort, kills } = await createScene()
    pluginPort.hold()
    const pending = runtime.invoke(call, never)
    clock.advance(2999)
    expect(events).toEqual([])
    clock.advance(1)
    expect(events).toEqual([{ type: 'unresponsive', silentMs: 3000 }])
    clock.advance(7000)
    await expect(pending).rejects.toMatchObject({ code: 'plugin-unresponsive' })
    expect(kills).toEqual([10_000])
    expect(events.at(-1)).toMatchObject({
      type: 'exit',
      isExpected: false,
      cause: 'unresponsive',
      code: 1,
      error: { code: 'plugin-unresponsive' },
    })
    expect(clock.waiting).toBe(0)
  })

  test('is told to be back when it answers in between', async () => {
    const { runtime, clock, events, pluginPort } = await createScene((api) => {
      api.commands.register('plugin.run', () => 'done')
    })
    pluginPort.hold()
    const pending = runtime.invoke(call, never)
    clock.advance(5000)
    pluginPort.release()
    await expect(pending).resolves.toBe('done')
    expect(events.map(({ type }) => type)).toEqual(['unresponsive', 'responsive'])
    await runtime.terminate()
  })

  test('is found out by a ping when nothing is asked of it', async () => {
    const { clock, pluginPort, kills } = await createScene()
    pluginPort.hold()
    clock.advance(60_000)
    expect(kills).toEqual([15_000])
  })

  test('is no plugin that only takes long', async () => {
    const { runtime, clock, events } = await createScene((api) => {
      api.commands.register('plugin.run', () => new Promise(() => undefined))
    })
    const pending = runtime.invoke(call, never)
    for (let second = 0; second < 59; second += 1) {
      await settle()
      clock.advance(1000)
    }
    expect(events).toEqual([])
    clock.advance(1000)
    await expect(pending).rejects.toMatchObject({ code: 'call-timed-out' })
    await runtime.terminate()
  })
})

describe('a place that ends', () => {
  test('by itself rejects what is under way with the cause, and tells it once', async () => {
    const { runtime, events, kills } = await createScene((api) => {
      api.commands.register('plugin.run', () => new Promise(() => undefined))
    })
    const pending = runtime.invoke(call, never)
    const error = new Error('no memory left')
    runtime.ended({ cause: 'out-of-memory', error, code: 134 })
    runtime.ended({ cause: 'crash' })
    await expect(pending).rejects.toMatchObject({
      code: 'plugin-crashed',
      cause: { message: 'no memory left' },
    })
    await expect(runtime.invoke(call, never)).rejects.toMatchObject({ code: 'plugin-crashed' })
    await runtime.terminate()
    expect(events).toMatchObject([
      { type: 'exit', isExpected: false, cause: 'out-of-memory', code: 134 },
    ])
    expect(kills).toEqual([])
  })

  test('during its deactivation is told in the result', async () => {
    const { runtime, pluginPort } = await createScene()
    pluginPort.hold()
    const ending = runtime.deactivate(never)
    runtime.ended({ cause: 'crash' })
    await expect(ending).resolves.toMatchObject({
      errors: [{ code: 'plugin-crashed' }],
      isCut: true,
    })
  })

  test('says nothing any more', async () => {
    const { runtime, events } = await createScene()
    await runtime.terminate()
    runtime.wrote('info', 'a last word')
    runtime.raised(new Error('a last error'))
    runtime.notify({ type: 'context.changed', values: {} })
    expect(events.map(({ type }) => type)).toEqual(['exit'])
  })
})

describe('a deactivation whose time is over', () => {
  test('waits a moment for what the plugin can still say, then reports it cut', async () => {
    const { runtime, clock, pluginPort } = await createScene()
    pluginPort.hold()
    const ending = runtime.deactivate(AbortSignal.abort())
    clock.advance(250)
    await expect(ending).resolves.toMatchObject({
      errors: [{ code: 'deactivation-cut' }],
      forgotten: [],
      isCut: true,
    })
    await runtime.terminate()
  })
})

describe('what a plugin logs', () => {
  test('is cut, capped and counted, and the count is told within a second', async () => {
    const { runtime, clock, events } = await createScene((api) => {
      for (let line = 0; line < 500; line += 1) api.log.info(`${'x'.repeat(20_000)} ${line}`)
    })
    await settle()
    const lines = events.flatMap((event) => (event.type === 'log' ? [event.text] : []))
    expect(lines).toHaveLength(100)
    expect(lines[0]).toBe(`${'x'.repeat(10_000)}… (10002 more characters)`)
    clock.advance(1000)
    await settle()
    expect(events.at(-1)).toEqual({
      type: 'log',
      level: 'warn',
      text: '400 log lines left out: too many at once',
    })
    await runtime.terminate()
  })

  test('past its own side is capped by the host too', async () => {
    const { runtime, events } = await createScene()
    for (let line = 0; line < 1000; line += 1) runtime.wrote('info', `line ${line}`)
    expect(events).toHaveLength(200)
    await runtime.terminate()
    expect(events.at(-2)).toMatchObject({ text: '800 log lines left out: too many at once' })
  })
})

describe('a notice', () => {
  test('that finds no room any more is reported as an error, not lost in silence', async () => {
    const limits = { channel: { credits: 1, queuedMessages: 1 } }
    const { runtime, events, pluginPort } = await createScene(undefined, limits)
    await settle()
    pluginPort.hold()
    for (let n = 0; n < 3; n += 1) runtime.notify({ type: 'context.changed', values: { n } })
    expect(events).toMatchObject([{ type: 'error', error: { code: 'channel-congested' } }])
    await runtime.terminate()
  })
})

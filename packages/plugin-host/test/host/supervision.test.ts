import { settle } from '@afterview/plugin-host/testing'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { count, type Log, recording } from '../recording-plugin.ts'

const manifest = { contributes: { commands: [{ command: 'a.x', title: 'X' }] } }

function plugin(log: Log) {
  return recording('a', log, {
    manifest,
    activate: (api) => {
      api.subscriptions.push(api.commands.register('a.x', () => 'x'))
    },
  })
}

describe('a crash', () => {
  test('A15 restarts the plugin, once, with the event that it was activated by', async () => {
    const log: Log = []
    const { host, clock, fireState, crash, expectNoLeaks } = await createTestHost({
      plugins: [plugin(log)],
    })
    await fireState('go')
    await fireState('go')
    crash('test.a')
    await clock.advance(0)
    expect(count(log, 'activate a')).toBe(2)
    expect(host.plugin('test.a')).toMatchObject({
      state: { status: 'active' },
      report: { event: 'onState:go' },
    })
    expect(await host.commands.execute('a.x')).toBe('x')
    await expectNoLeaks()
  })

  test('X1 waits longer before the second restart, and says until when', async () => {
    const { host, clock, fireState, crash } = await createTestHost({ plugins: [plugin([])] })
    await fireState('go')
    crash('test.a')
    await clock.advance(0)
    crash('test.a')
    await settle()
    expect(host.plugin('test.a').state).toMatchObject({
      status: 'failed',
      error: { code: 'plugin-crashed' },
      restartAt: clock.now() + 1000,
    })
    await expect(host.commands.execute('a.x')).rejects.toMatchObject({ code: 'plugin-failed' })
    await clock.advance(1000)
    expect(host.plugin('test.a').state.status).toBe('active')
    await host.dispose()
  })

  test('X2 the third within five minutes leads to quarantine, of that plugin alone, until it is released', async () => {
    const log: Log = []
    const plugins = [plugin(log), recording('b', log)]
    const { host, clock, fireState, crash, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    for (const wait of [0, 1000, 0]) {
      crash('test.a')
      await clock.advance(wait)
    }
    expect(host.plugin('test.a').state).toEqual({ status: 'quarantined', until: null, crashes: 3 })
    await expect(host.commands.execute('a.x')).rejects.toMatchObject({ code: 'plugin-quarantined' })
    expect(host.contributions('commands')).toMatchObject([{ status: 'quarantined' }])
    expect((await fireState('go')).plugins).toMatchObject([{ isActive: false }, { isActive: true }])
    host.release('test.a')
    expect(await host.commands.execute('a.x')).toBe('x')
    await expectNoLeaks()
  })

  test('X3 during the activation fails it, and the plugin is restarted all the same', async () => {
    const log: Log = []
    let isFirst = true
    const a = recording('a', log, {
      async activate() {
        if (isFirst) await new Promise(() => undefined)
      },
    })
    const { host, clock, fireState, crash, expectNoLeaks } = await createTestHost({ plugins: [a] })
    const fired = fireState('go')
    await settle()
    isFirst = false
    crash('test.a')
    expect((await fired).plugins).toMatchObject([{ isActive: false }])
    await clock.advance(0)
    expect(host.plugin('test.a').state.status).toBe('active')
    await expectNoLeaks()
  })

  test('X4 of a plugin that is deactivated before its restart starts nothing', async () => {
    const log: Log = []
    const { host, clock, fireState, crash } = await createTestHost({ plugins: [plugin(log)] })
    await fireState('go')
    crash('test.a')
    await host.deactivate('test.a')
    await clock.advance(60_000)
    expect(count(log, 'activate a')).toBe(1)
    expect(clock.waiting).toBe(0)
  })

  test('X5 ends what was under way with a typed error', async () => {
    const a = recording('a', [], {
      manifest,
      activate: (api) => {
        api.subscriptions.push(
          api.commands.register('a.x', () => new Promise<null>(() => undefined)),
        )
      },
    })
    const { host, crash } = await createTestHost({ plugins: [a] })
    const running = host.commands.execute('a.x')
    await settle()
    crash('test.a')
    await expect(running).rejects.toMatchObject({ code: 'plugin-terminated' })
    await host.dispose()
  })
})

test('X6 a hung plugin is told after three seconds and ended after ten', async () => {
  const { host, clock, fireState, hang, signals, expectNoLeaks } = await createTestHost({
    plugins: [plugin([])],
  })
  await fireState('go')
  hang('test.a')
  const running = host.commands.execute('a.x').catch((error: unknown) => error)
  await clock.advance(3000)
  expect(signals.at(-1)).toMatchObject({
    pluginId: 'test.a',
    event: { type: 'unresponsive', silentMs: 3000 },
  })
  await clock.advance(7000)
  expect(signals.at(-1)?.event).toMatchObject({ type: 'exit', cause: 'unresponsive' })
  expect(await running).toMatchObject({ code: 'plugin-terminated' })
  await clock.advance(0)
  expect(host.plugin('test.a').state.status).toBe('active')
  await expectNoLeaks()
})

import { isAfterviewError } from '@afterview/time'
import { settle } from '@afterview/plugin-host/testing'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { count, deferred, type Log, recording } from '../recording-plugin.ts'

function failing(): never {
  throw new Error('no luck')
}

function outcomes(report: {
  readonly plugins: readonly { pluginId: string; isActive: boolean }[]
}): string[] {
  return report.plugins.map(
    ({ pluginId, isActive }) => `${pluginId} ${isActive ? 'active' : 'not active'}`,
  )
}

describe('one plugin, several events', () => {
  test('A1 the same event twice in a row activates once', async () => {
    const log: Log = []
    const { fireState, expectNoLeaks } = await createTestHost({ plugins: [recording('a', log)] })
    await fireState('go')
    await fireState('go')
    expect(count(log, 'activate a')).toBe(1)
    await expectNoLeaks()
  })

  test('A2 two events at once activate once, and both wait for it', async () => {
    const log: Log = []
    const gate = deferred()
    const a = recording('a', log, {
      manifest: { activationEvents: ['onState:go', 'onState:wait'] },
      activate: () => gate.promise,
    })
    const { fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    const both = Promise.all([fireState('go'), fireState('wait')])
    await settle()
    expect(log).toEqual(['activate a'])
    gate.resolve()
    expect((await both).map(outcomes)).toEqual([['test.a active'], ['test.a active']])
    await expectNoLeaks()
  })

  test('A13 the same event a thousand times at once activates once', async () => {
    const log: Log = []
    const { fireState, expectNoLeaks } = await createTestHost({ plugins: [recording('a', log)] })
    await Promise.all(Array.from({ length: 1000 }, () => fireState('go')))
    expect(count(log, 'activate a')).toBe(1)
    await expectNoLeaks()
  })

  test('A10 a plugin that wants itself while it is being activated is not activated twice and does not wait for ever', async () => {
    const log: Log = []
    const command = { command: 'a.hello', title: 'Hello' }
    const a = recording('a', log, {
      manifest: { contributes: { commands: [command] } },
      async activate(api) {
        api.subscriptions.push(api.commands.register('a.hello', () => 'hello'))
        log.push(JSON.stringify(await api.commands.execute('a.hello')))
      },
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    expect(outcomes(await fireState('go'))).toEqual(['test.a active'])
    expect(log).toEqual(['activate a', '"hello"', 'activated a'])
    expect(await host.commands.execute('a.hello')).toBe('hello')
    await expectNoLeaks()
  })

  test('A10 two plugins that want each other while they are being activated do not wait for ever', async () => {
    const log: Log = []
    const wants = (own: string, other: string) =>
      recording(own, log, {
        manifest: {
          contributes: { commands: [{ command: `${own}.x`, title: 'X' }] },
          capabilities: { commands: [`${other}.x`] },
        },
        async activate(api) {
          api.subscriptions.push(api.commands.register(`${own}.x`, () => own))
          log.push(`${own} got ${JSON.stringify(await api.commands.execute(`${other}.x`))}`)
        },
      })
    const { fireState, expectNoLeaks } = await createTestHost({
      plugins: [wants('a', 'b'), wants('b', 'a')],
    })
    expect(outcomes(await fireState('go'))).toEqual(['test.a active', 'test.b active'])
    expect(log).toContain('a got "b"')
    expect(log).toContain('b got "a"')
    await expectNoLeaks()
  })
})

describe('dependencies', () => {
  const needs = (...ids: string[]) => ({ manifest: { extensionDependencies: ids } })

  test('A3 a dependency is active before the plugin is activated', async () => {
    const log: Log = []
    const plugins = [recording('a', log, needs('test.b')), recording('b', log)]
    const { fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(log).toEqual(['activate b', 'activated b', 'activate a', 'activated a'])
    await expectNoLeaks()
  })

  test('A3 a dependency that wants no event itself is activated by need', async () => {
    const log: Log = []
    const b = recording('b', log, { manifest: { activationEvents: [] } })
    const { host, fireState } = await createTestHost({
      plugins: [recording('a', log, needs('test.b')), b],
    })
    await fireState('go')
    expect(host.plugin('test.b').report?.event).toBe('onDependency:test.a')
    await host.dispose()
  })

  test('A4 a dependency without code counts as there', async () => {
    const log: Log = []
    const plugins = [recording('a', log, needs('test.words')), { manifest: { name: 'words' } }]
    const { fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(log).toEqual(['activate a', 'activated a'])
    await expectNoLeaks()
  })

  test('A5 an unknown plugin cannot be activated, and the nearest name is told', async () => {
    const { host } = await createTestHost({ plugins: [recording('a', [])] })
    await expect(host.activate('test.aa')).rejects.toThrow(
      'There is no plugin test.aa (did you mean test.a?)',
    )
  })

  test('A6 a missing dependency is exactly one failure', async () => {
    const { host, fireState } = await createTestHost({
      plugins: [recording('a', [], needs('test.b'))],
    })
    const failures: unknown[] = []
    host.onDidActivate((report) => void failures.push(report.error?.code))
    expect(host.plugin('test.a').state.status).toBe('registered')
    await fireState('go')
    expect(failures).toEqual(['dependency-missing'])
  })

  test('A7 a failing dependency fails both, the event resolves all the same, and the cause is kept', async () => {
    const plugins = [recording('a', [], needs('test.b')), recording('b', [], { activate: failing })]
    const { host, fireState } = await createTestHost({ plugins })
    const failures: string[] = []
    host.onDidActivate(
      (report) =>
        void failures.push(`${report.pluginId} ${report.error?.code ?? report.error?.message}`),
    )
    expect(outcomes(await fireState('go'))).toEqual(['test.a not active', 'test.b not active'])
    expect(failures).toEqual(['test.b no luck', 'test.a dependency-failed'])
    await expect(host.activate('test.a')).rejects.toMatchObject({
      code: 'plugin-failed',
      cause: { code: 'dependency-failed', cause: { message: 'no luck' } },
    })
  })

  test('A8 independent plugins are not held up by the dependencies of others', async () => {
    const log: Log = []
    const gate = deferred()
    const plugins = [
      recording('a', log, needs('test.b')),
      recording('b', log, { activate: () => gate.promise }),
      recording('c', log),
    ]
    const { fireState, expectNoLeaks } = await createTestHost({ plugins })
    const fired = fireState('go')
    await settle()
    expect(log).toEqual(['activate b', 'activate c', 'activated c'])
    gate.resolve()
    await fired
    expect(log.slice(3)).toEqual(['activated b', 'activate a', 'activated a'])
    await expectNoLeaks()
  })

  test.each([
    [
      'a circle of two',
      { a: ['b'], b: ['a'], c: [] },
      { a: 'a needs b needs a', b: 'b needs a needs b' },
    ],
    [
      'a circle of three',
      { a: ['b'], b: ['c'], c: ['a'] },
      {
        a: 'a needs b needs c needs a',
        b: 'b needs c needs a needs b',
        c: 'c needs a needs b needs c',
      },
    ],
    [
      'one that needs a circle',
      { a: ['b'], b: ['a'], c: ['a'], d: [] },
      { a: 'a needs b needs a', b: 'b needs a needs b', c: 'c needs a needs b needs a' },
    ],
  ])(
    'A9 %s is named with its path, and only members and dependents are dropped',
    async (_, needed, paths) => {
      const log: Log = []
      const plugins = Object.entries(needed).map(([name, ids]) =>
        recording(name, log, {
          manifest: { extensionDependencies: ids.map((id) => `test.${id}`) },
        }),
      )
      const { host, fireState, expectNoLeaks } = await createTestHost({ plugins })
      const failed = host
        .plugins()
        .flatMap(({ id, state }) =>
          state.status === 'failed'
            ? [[id.slice(5), state.error.message.replaceAll('test.', '')] as const]
            : [],
        )
      expect(failed.map(([name]) => name)).toEqual(Object.keys(paths))
      for (const [name, path] of Object.entries(paths)) {
        expect(Object.fromEntries(failed)[name]).toContain(`${name} cannot be activated: ${path}`)
      }
      await fireState('go')
      const sound = Object.keys(needed).filter((name) => !(name in paths))
      expect(log.filter((line) => line.startsWith('activated'))).toEqual(
        sound.map((name) => `activated ${name}`),
      )
      await expectNoLeaks()
    },
  )

  test('A9 a plugin that needs itself is an error of its manifest', async () => {
    const { registrations } = await createTestHost({
      plugins: [recording('a', [], needs('test.a'))],
    })
    expect(registrations[0]).toMatchObject({
      isRegistered: false,
      diagnostics: [{ code: 'dependency-invalid' }],
    })
  })

  test('A9 a circle that is broken by unloading one member lets the others go', async () => {
    const log: Log = []
    const plugins = [recording('a', log, needs('test.b')), recording('b', log, needs('test.a'))]
    const { host } = await createTestHost({ plugins })
    await host.unload('test.b')
    await host.register([
      {
        ...recording('b', log),
        manifest: {
          name: 'b',
          publisher: 'test',
          version: '2.0.0',
          engines: { afterview: '^1.0.0' },
        },
      },
    ])
    expect(host.plugin('test.a').state.status).toBe('resolved')
  })
})

describe('failures', () => {
  test.each([
    ['throws', failing],
    ['rejects', () => Promise.reject(new Error('no luck'))],
  ])(
    'A11 a plugin whose activate %s is failed, and everything that it had pushed is disposed',
    async (_, activate) => {
      const log: Log = []
      const a = recording('a', log, {
        async activate(api) {
          api.subscriptions.push(() => log.push('first undone'))
          api.subscriptions.push({ dispose: () => log.push('second undone') })
          await activate()
        },
      })
      const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
      const report = await fireState('go')
      expect(report.plugins).toMatchObject([{ isActive: false, error: { message: 'no luck' } }])
      expect(log).toEqual(['activate a', 'second undone', 'first undone'])
      expect(host.plugin('test.a').state.status).toBe('failed')
      await expectNoLeaks()
    },
  )

  test('A11 a plugin that is not active in time is failed, and its late result is disposed', async () => {
    const log: Log = []
    const gate = deferred()
    const a = recording('a', log, {
      async activate(api) {
        api.subscriptions.push(() => log.push('undone'))
        await gate.promise
        api.subscriptions.push(() => log.push('late one undone'))
      },
    })
    const { host, clock, fireState, signals, expectNoLeaks } = await createTestHost({
      plugins: [a],
    })
    const fired = fireState('go')
    await clock.advance(9999)
    expect(host.plugin('test.a').state).toMatchObject({ status: 'activating', event: 'onState:go' })
    await clock.advance(1)
    expect((await fired).plugins).toMatchObject([{ error: { code: 'activation-timeout' } }])
    expect(log).toEqual(['activate a', 'undone'])
    gate.resolve()
    await settle()
    expect(log).toEqual(['activate a', 'undone', 'late one undone', 'activated a', 'deactivate a'])
    expect(signals.map(({ event }) => event.type)).toContain('error')
    await expectNoLeaks()
  })

  test('A11 the manifest may ask for another time limit', async () => {
    const a = recording('a', [], {
      manifest: { isolation: { activationTimeoutMs: 50 } },
      activate: () => deferred().promise,
    })
    const { clock, fireState } = await createTestHost({ plugins: [a] })
    const fired = fireState('go')
    await clock.advance(50)
    expect((await fired).plugins).toMatchObject([{ error: { code: 'activation-timeout' } }])
  })

  test('A11 a module without a plugin says what to export', async () => {
    const { host } = await createTestHost({
      plugins: [{ manifest: { name: 'a' }, load: async () => ({}) }],
    })
    await expect(host.activate('test.a')).rejects.toThrow('has no export named plugin')
  })

  test('A14 one failing plugin among fifty leaves forty-nine active', async () => {
    const log: Log = []
    const plugins = Array.from({ length: 50 }, (_, at) =>
      recording(`p${at}`, log, at === 7 ? { activate: failing } : {}),
    )
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(host.plugins().filter(({ state }) => state.status === 'active')).toHaveLength(49)
    await expectNoLeaks()
  })

  test('A17 failed stays failed for events; retry activates again', async () => {
    const log: Log = []
    let isBroken = true
    const a = recording('a', log, { activate: () => (isBroken ? failing() : undefined) })
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    await fireState('go')
    isBroken = false
    expect(outcomes(await fireState('go'))).toEqual(['test.a not active'])
    expect(count(log, 'activate a')).toBe(1)
    expect(await host.retry('test.a')).toMatchObject({ outcome: 'active', event: 'retry' })
    await expectNoLeaks()
  })

  test('A17 a changed setting gives a failed plugin another chance', async () => {
    const log: Log = []
    const properties = { 'a.key': { type: 'string', default: '' } }
    const a = recording('a', log, {
      manifest: { contributes: { configuration: { title: 'A', properties } } },
      activate: (api) => (api.configuration.get('a.key') === '' ? failing() : undefined),
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    await fireState('go')
    host.configuration.set('a.key', 'secret')
    expect(outcomes(await fireState('go'))).toEqual(['test.a active'])
    await expectNoLeaks()
  })
})

describe('deactivation', () => {
  test('A12 a plugin that is deactivated while it is being activated ends clean and can be activated again', async () => {
    const log: Log = []
    let gate = deferred()
    const a = recording('a', log, {
      async activate(api) {
        api.subscriptions.push(() => log.push('undone'))
        await gate.promise
      },
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    const fired = fireState('go')
    await settle()
    await host.deactivate('test.a')
    expect((await fired).plugins).toMatchObject([{ error: { code: 'activation-cancelled' } }])
    expect(host.plugin('test.a').state.status).toBe('inactive')
    expect(log).toEqual(['activate a', 'undone'])
    gate = deferred()
    gate.resolve()
    expect(outcomes(await fireState('go'))).toEqual(['test.a active'])
    await expectNoLeaks()
  })

  test('A12 a host that is disposed while plugins are being activated leaves nothing', async () => {
    const a = recording('a', [], { activate: () => deferred().promise })
    const { fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    void fireState('go')
    await settle()
    await expect(expectNoLeaks()).resolves.toBeUndefined()
  })

  test('D1 dependents go first; each deactivate is awaited; then subscriptions are undone in reverse', async () => {
    const log: Log = []
    const noted = (name: string, manifest = {}) =>
      recording(name, log, {
        manifest,
        activate: (api) => {
          api.subscriptions.push(
            () => log.push(`${name} 1`),
            { [Symbol.dispose]: () => log.push(`${name} 2`) },
            {
              [Symbol.asyncDispose]: async () => {
                await settle()
                log.push(`${name} 3`)
              },
            },
          )
        },
        async deactivate() {
          await settle()
          log.push(`deactivated ${name}`)
        },
      })
    const plugins = [noted('base'), noted('top', { extensionDependencies: ['test.base'] })]
    const { host, fireState } = await createTestHost({ plugins })
    await fireState('go')
    log.length = 0
    const reports = await host.deactivate('test.base')
    expect(reports.map(({ pluginId }) => pluginId)).toEqual(['test.top', 'test.base'])
    expect(log).toEqual([
      'deactivate top',
      'deactivated top',
      'top 3',
      'top 2',
      'top 1',
      'deactivate base',
      'deactivated base',
      'base 3',
      'base 2',
      'base 1',
    ])
  })

  test('D2 every disposer runs even when others throw, and all errors come together', async () => {
    const log: Log = []
    const a = recording('a', log, {
      activate(api) {
        api.subscriptions.push(() => log.push('undone'))
        api.subscriptions.push(() => {
          throw new Error('two')
        })
        api.subscriptions.push(async () => {
          throw new Error('one')
        })
      },
      deactivate() {
        throw new Error('zero')
      },
    })
    const { host, fireState } = await createTestHost({ plugins: [a] })
    await fireState('go')
    const [report] = await host.deactivate('test.a')
    expect(report?.error).toBeInstanceOf(AggregateError)
    expect(report?.error?.errors.map((error: Error) => error.message)).toEqual([
      'zero',
      'one',
      'two',
    ])
    expect(log.at(-1)).toBe('undone')
    expect(host.plugin('test.a').state.status).toBe('inactive')
  })

  test('D3 after its budget a deactivation is no longer awaited, but every disposer still runs', async () => {
    const log: Log = []
    const a = recording('a', log, {
      activate: (api) => api.subscriptions.push(() => log.push('undone')),
      deactivate: () => deferred().promise,
    })
    const { host, clock, fireState } = await createTestHost({ plugins: [a] })
    await fireState('go')
    const ending = host.deactivate('test.a')
    await clock.advance(5000)
    expect(await ending).toMatchObject([{ isCut: true }])
    expect(log.at(-1)).toBe('undone')
    expect(clock.waiting).toBe(0)
  })

  test('D4 what a plugin forgot to push is taken back and reported', async () => {
    const a = recording('a', [], {
      manifest: { contributes: { commands: [{ command: 'a.x', title: 'X' }] } },
      activate: (api) => {
        api.commands.register('a.x', () => null)
        api.configuration.onDidChange(() => undefined)
      },
    })
    const { fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    await fireState('go')
    await expect(expectNoLeaks()).rejects.toThrow(
      'test.a never pushed command:a.x into its subscriptions',
    )
  })

  test('D5 what is pushed after the deactivation is undone at once and reported', async () => {
    const log: Log = []
    let push: (() => void) | undefined
    const a = recording('a', log, {
      activate: (api) => {
        push = () => api.subscriptions.push(() => log.push('undone at once'))
      },
    })
    const { host, fireState, signals } = await createTestHost({ plugins: [a] })
    await fireState('go')
    await host.deactivate('test.a')
    push?.()
    expect(log.at(-1)).toBe('undone at once')
    expect(signals.at(-1)?.event).toMatchObject({
      type: 'error',
      error: { code: 'subscription-late' },
    })
  })
})

describe('reports', () => {
  test('R1 an activation is reported with its event and the times of its phases', async () => {
    const gate = deferred()
    const plugins = [
      recording('a', [], { manifest: { extensionDependencies: ['test.b'] } }),
      recording('b', [], { activate: () => gate.promise }),
    ]
    const { host, clock, fireState } = await createTestHost({ plugins })
    const fired = fireState('go')
    await clock.advance(30)
    gate.resolve()
    await fired
    expect(host.plugin('test.a').report).toMatchObject({
      event: 'onState:go',
      outcome: 'active',
      dependenciesMs: 30,
      placeMs: 0,
      loadMs: 0,
      callMs: 0,
      awaitMs: 0,
      totalMs: 30,
    })
    expect(host.plugin('test.b').report).toMatchObject({ awaitMs: 30, totalMs: 30 })
    await host.dispose()
  })

  test('R2 handlers that are declared and never registered are named', async () => {
    const a = recording('a', [], {
      manifest: { contributes: { commands: [{ command: 'a.x', title: 'X' }] } },
    })
    const { host } = await createTestHost({ plugins: [a] })
    expect((await host.activate('test.a')).unregistered).toEqual(['command:a.x'])
    await expect(host.commands.execute('a.x')).rejects.toMatchObject({ code: 'handler-missing' })
    await host.dispose()
  })

  test('R3 every change of state is told with both states and the time', async () => {
    const { host, clock, fireState } = await createTestHost({ plugins: [recording('a', [])] })
    const seen: string[] = []
    host.onDidChangeState(
      ({ from, to, at }) => void seen.push(`${from.status} → ${to.status} ${at === clock.now()}`),
    )
    await fireState('go')
    await host.deactivate('test.a')
    expect(seen).toEqual([
      'resolved → activating true',
      'activating → active true',
      'active → deactivating true',
      'deactivating → inactive true',
    ])
  })

  test('R4 an event that nobody wants is answered with nobody', async () => {
    const { host } = await createTestHost()
    expect(await host.fire('onState:nowhere')).toEqual({ event: 'onState:nowhere', plugins: [] })
  })
})

describe('the start', () => {
  test('S1 * comes first, onStartupFinished when those are active', async () => {
    const log: Log = []
    const plugins = [
      recording('late', log, { manifest: { activationEvents: ['onStartupFinished'] } }),
      recording('early', log, { manifest: { activationEvents: ['*'] } }),
    ]
    const { host, expectNoLeaks } = await createTestHost({ plugins })
    await host.start()
    expect(log).toEqual(['activate early', 'activated early', 'activate late', 'activated late'])
    await expectNoLeaks()
  })

  test('S1 early plugins hold up onStartupFinished for ten seconds at most', async () => {
    const log: Log = []
    const isolation = { activationTimeoutMs: 60_000 }
    const plugins = [
      recording('late', log, { manifest: { activationEvents: ['onStartupFinished'] } }),
      recording('early', log, {
        manifest: { activationEvents: ['*'], isolation },
        activate: () => deferred().promise,
      }),
    ]
    const { host, clock } = await createTestHost({ plugins })
    void host.start()
    await clock.advance(10_000)
    expect(log).toContain('activated late')
    await host.dispose()
  })

  test('S2 a plugin that is registered after the start is not forgotten', async () => {
    const log: Log = []
    const { host, expectNoLeaks } = await createTestHost()
    await host.start()
    const { manifest, plugin } = recording('a', log, {
      manifest: { activationEvents: ['onStartupFinished'] },
    })
    await host.register([
      {
        manifest: {
          publisher: 'test',
          version: '1.0.0',
          engines: { afterview: '^1.0.0' },
          ...manifest,
        },
        load: async () => ({ plugin }),
      },
    ])
    await settle()
    expect(log).toEqual(['activate a', 'activated a'])
    await expectNoLeaks()
  })
})

test('errors of the host are recognised across copies of the package', async () => {
  const { host } = await createTestHost()
  const error: unknown = await host.activate('x.y').catch((thrown: unknown) => thrown)
  expect(isAfterviewError(error)).toBe(true)
})

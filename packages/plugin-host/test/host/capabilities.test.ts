import type { JsonObject, JsonValue, PluginApi } from '@afterview/plugin-host'
import type { TestHostOptions } from '@afterview/plugin-host/testing'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { recording } from '../recording-plugin.ts'

const application = {
  stage: 'waiting',
  salary: 90_000,
  company: { name: 'Northwind', zone: 'Europe/Amsterdam' },
  interviewers: [
    { id: 'sam', name: 'Sam', email: 'sam@northwind.example' },
    { id: 'kim', name: 'Kim', email: 'kim@northwind.example' },
  ],
}

const surface = {
  apiVersion: '1.0.0',
  proposableEffects: {
    draftMessage: {
      type: 'object',
      required: ['type', 'kind'],
      properties: { type: { const: 'draftMessage' }, kind: { type: 'string' } },
      additionalProperties: false,
    },
    scheduleReminder: { type: 'object' },
  },
}

/** A host with one plugin whose command runs `act`. */
async function hostWith(
  capabilities: JsonObject,
  act: (api: PluginApi) => unknown,
  options: TestHostOptions = {},
) {
  const plugin = recording('p', [], {
    manifest: { capabilities, contributes: { commands: [{ command: 'p.go', title: 'Go' }] } },
    activate: (api) => {
      api.subscriptions.push(
        api.commands.register('p.go', async () => (await act(api)) as JsonValue),
      )
    },
  })
  const made = await createTestHost({
    surface,
    applications: { app: application },
    ...options,
    plugins: [plugin],
  })
  return { ...made, go: () => made.host.commands.execute('p.go') }
}

describe('reading an application', () => {
  test('K1 shows only the declared fields, through lists too', async () => {
    const read = ['stage', 'company.name', 'interviewers.name', 'nothing', 'stage.below']
    const { go } = await hostWith({ candidate: { read } }, (api) => api.applications.read('app'))
    expect(await go()).toEqual({
      stage: 'waiting',
      company: { name: 'Northwind' },
      interviewers: [{ name: 'Sam' }, { name: 'Kim' }],
    })
  })

  test('K1 is refused without a declared field, with the line that would allow it', async () => {
    const { go } = await hostWith({}, (api) => api.applications.read('app'))
    await expect(go()).rejects.toMatchObject({
      cause: {
        code: 'capability-denied',
        fix: 'add "capabilities": { "candidate": { "read": ["stage"] } } to its package.json',
      },
    })
  })

  test('K2 gives frozen data: nothing that a plugin does to it reaches anybody', async () => {
    const { go } = await hostWith({ candidate: { read: ['company'] } }, async (api) => {
      const seen = await api.applications.read('app')
      return Reflect.set(Object(seen['company']), 'name', 'Other')
    })
    expect(await go()).toBe(false)
    expect(application.company.name).toBe('Northwind')
  })

  test('K2 an unknown application is an error', async () => {
    const { go } = await hostWith({ candidate: { read: ['stage'] } }, (api) =>
      api.applications.read('other'),
    )
    await expect(go()).rejects.toMatchObject({ cause: { code: 'application-unknown' } })
  })
})

describe('proposing effects', () => {
  const allowed = { candidate: { effects: ['draftMessage'] } }

  test('K3 an allowed effect is carried out and noted', async () => {
    const { go, host, effects } = await hostWith(allowed, (api) =>
      api.effects.propose('app', [{ type: 'draftMessage', kind: 'check-in' }]),
    )
    await go()
    expect(effects).toEqual([
      {
        pluginId: 'test.p',
        applicationId: 'app',
        effect: { type: 'draftMessage', kind: 'check-in' },
      },
    ])
    expect(host.audit('test.p')).toMatchObject([
      {
        number: 1,
        at: '2026-11-23T09:00:00.000Z',
        outcome: 'accepted',
        effect: { kind: 'check-in' },
      },
    ])
  })

  test.each([
    ['a type that is not declared', { type: 'scheduleReminder' }, 'capability-denied'],
    ['fields after no schema', { type: 'draftMessage', kind: 7 }, 'effect-invalid'],
    ['no type', { kind: 'x' }, 'capability-denied'],
  ])('K4 an effect with %s is refused, and then none is done', async (_, effect, code) => {
    const good = { type: 'draftMessage', kind: 'check-in' }
    const { go, host, effects } = await hostWith(allowed, (api) =>
      api.effects.propose('app', [good, effect as { type: string }]),
    )
    await expect(go()).rejects.toMatchObject({ cause: { code } })
    expect(effects).toEqual([])
    expect(host.audit().map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      `refused ${code}`,
      `refused ${code}`,
    ])
  })

  test('K5 the guards of the embedder have the last word', async () => {
    const { go, effects } = await hostWith(
      allowed,
      (api) => api.effects.propose('app', [{ type: 'draftMessage', kind: 'x' }]),
      { validateEffect: ({ applicationId }) => ({ refused: `${applicationId} is closed` }) },
    )
    await expect(go()).rejects.toThrow('app is closed')
    expect(effects).toEqual([])
  })

  test('K6 the audit keeps as many entries as it is told, and hands over every one', async () => {
    const stored: number[] = []
    const { go, host } = await hostWith(
      allowed,
      (api) => api.effects.propose('app', [{ type: 'draftMessage', kind: 'x' }]),
      { auditKeep: 2, onAudit: (entry) => void stored.push(entry.number) },
    )
    for (let times = 0; times < 3; times += 1) await go()
    expect(host.audit().map(({ number }) => number)).toEqual([2, 3])
    expect(stored).toEqual([1, 2, 3])
  })
})

describe('stores', () => {
  test('K7 storage is kept per plugin', async () => {
    const { go } = await hostWith({ storage: true }, async ({ storage }) => {
      await storage.set('a', { n: 1 })
      await storage.set('b', null)
      await storage.delete('a')
      return [await storage.keys(), (await storage.get('a')) ?? 'gone', await storage.get('b')]
    })
    expect(await go()).toEqual([['b'], 'gone', null])
  })

  test('K7 a store that is not asked for is denied', async () => {
    const { go } = await hostWith({}, ({ storage }) => storage.get('a'))
    await expect(go()).rejects.toMatchObject({
      cause: { code: 'capability-denied', fix: expect.stringContaining('"storage": true') },
    })
  })

  test('K7 secrets need a store of the embedder', async () => {
    const { go } = await hostWith({ secrets: true }, ({ secrets }) => secrets.get('a'))
    await expect(go()).rejects.toMatchObject({ cause: { code: 'store-unavailable' } })
  })
})

describe('requests that no API makes', () => {
  test.each([
    ['an unknown one', 'host.delete', {}, 'request-unknown'],
    ['a name of every object', 'toString', {}, 'request-unknown'],
    ['one without its text', 'storage.get', {}, 'request-invalid'],
    ['one with something else', 'context.get', { key: 7 }, 'request-invalid'],
    [
      'a token that is not declared',
      'service.announce',
      { token: 'x.y', isAvailable: true },
      'capability-denied',
    ],
  ])('K8 %s is refused', async (_, method, params, code) => {
    const { host } = await createTestHost({
      plugins: [{ manifest: { name: 'p', capabilities: { storage: true }, main: './p.js' } }],
      isolation: {
        kind: 'inline',
        start: async (_plugin, calls, { onEvent }) => ({
          activate: async () => {
            await calls.call(method, params)
            return { loadMs: 0, callMs: 0, awaitMs: 0, handlers: [] }
          },
          invoke: async () => null,
          notify: () => undefined,
          deactivate: async () => ({ errors: [], forgotten: [], isCut: false }),
          terminate: async () => onEvent({ type: 'exit', isExpected: true, cause: 'terminated' }),
        }),
      },
    })
    await expect(host.activate('test.p')).rejects.toMatchObject({ code })
  })
})

test('K9 capabilities are there to be shown before any code runs', async () => {
  const capabilities = {
    network: { allowedDomains: ['https://api.acme.example'], reasoning: 'To look up the office' },
  }
  const { host } = await hostWith(capabilities, () => null)
  expect(host.plugin('test.p')).toMatchObject({
    capabilities,
    isolation: 'inline',
    state: { status: 'resolved' },
  })
})

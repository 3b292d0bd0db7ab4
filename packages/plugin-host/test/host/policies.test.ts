import type { JsonObject, PluginApi } from '@afterview/plugin-host'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { type Log, recording } from '../recording-plugin.ts'

const capabilities = { candidate: { read: ['stage'], effects: ['draftMessage'] } }

function withPolicies(
  name: string,
  policies: readonly JsonObject[],
  log: Log = [],
  activate?: (api: PluginApi) => void,
) {
  return recording(name, log, {
    manifest: { capabilities, activationEvents: [], contributes: { policies } },
    ...(activate === undefined ? {} : { activate }),
  })
}

describe('values', () => {
  test('P1 the strongest precedence counts, then the plugin registered first; what lost is told', async () => {
    const plugins = [
      withPolicies('a', [{ id: 'a', values: { 'checkIn.wait': 1, 'thankYou.within': 24 } }]),
      withPolicies('b', [{ id: 'b', values: { 'checkIn.wait': 2 }, precedence: 'high' }]),
      withPolicies('c', [{ id: 'c', values: { 'checkIn.wait': 3 } }]),
    ]
    const { host } = await createTestHost({ plugins })
    const { values, overruled } = host.policies.values()
    expect(values).toEqual({
      'checkIn.wait': { value: 2, pluginId: 'test.b', policyId: 'b' },
      'thankYou.within': { value: 24, pluginId: 'test.a', policyId: 'a' },
    })
    expect(overruled.map(({ policyId }) => policyId)).toEqual(['a', 'c'])
  })

  test('P1 values count only while their when holds', async () => {
    const { host } = await createTestHost({
      plugins: [withPolicies('a', [{ id: 'a', values: { 'checkIn.wait': 1 }, when: 'isPatient' }])],
    })
    expect(host.policies.values().values).toEqual({})
    expect(Object.keys(host.policies.values({ isPatient: true }).values)).toEqual(['checkIn.wait'])
  })
})

describe('rules', () => {
  const rule = { id: 'nudge', on: 'onState:waiting', effect: 'draftMessage' }
  const trigger = {
    on: 'onState:waiting',
    applicationId: 'app',
    snapshot: { stage: 'waiting', salary: 1 },
  }

  test('P2 a rule with a payload proposes without running any code', async () => {
    const log: Log = []
    const { host } = await createTestHost({
      plugins: [withPolicies('a', [{ ...rule, payload: { kind: 'check-in' } }], log)],
    })
    expect(await host.policies.run(trigger)).toEqual({
      effects: [
        {
          pluginId: 'test.a',
          applicationId: 'app',
          policyId: 'nudge',
          effect: { kind: 'check-in', type: 'draftMessage' },
        },
      ],
      failures: [],
    })
    expect(log).toEqual([])
  })

  test('P2 a rule without one asks its code, which sees only what it may read', async () => {
    const plugin = withPolicies('a', [rule], [], (api) => {
      api.subscriptions.push(
        api.policies.register('nudge', ({ on, snapshot }) => [
          { type: 'draftMessage', on, seen: snapshot },
        ]),
      )
    })
    const { host, expectNoLeaks } = await createTestHost({ plugins: [plugin] })
    const { effects } = await host.policies.run(trigger)
    expect(effects).toMatchObject([
      { effect: { on: 'onState:waiting', seen: { stage: 'waiting' } } },
    ])
    expect(effects[0]?.effect['seen']).toEqual({ stage: 'waiting' })
    await expectNoLeaks()
  })

  test('P3 a rule that fails stops no other', async () => {
    const answer = (value: unknown) => (api: PluginApi) => {
      api.subscriptions.push(api.policies.register('nudge', () => value as []))
    }
    const plugins = [
      withPolicies('a', [rule], [], answer('soon')),
      withPolicies('b', [{ ...rule, id: 'other' }], [], (api) => {
        api.subscriptions.push(api.policies.register('other', () => [{ type: 'sendMessage' }]))
      }),
      withPolicies('c', [{ ...rule, id: 'good', payload: {} }]),
      withPolicies('d', [{ ...rule, id: 'none', when: 'false', payload: {} }]),
    ]
    const { host } = await createTestHost({ plugins })
    const { effects, failures } = await host.policies.run(trigger)
    expect(effects.map(({ policyId }) => policyId)).toEqual(['good'])
    expect(failures.map(({ policyId, error }) => `${policyId} ${error.code}`)).toEqual([
      'nudge policy-answer-invalid',
      'other policy-answer-invalid',
    ])
    await host.dispose()
  })
})

describe('effects of the core', () => {
  test('P4 go to every handler of their type whose when holds; one that fails is told and stops no other', async () => {
    const seen: unknown[] = []
    const plugin = recording('a', [], {
      manifest: {
        capabilities,
        contributes: {
          effects: [
            { id: 'tell', type: 'stage.announce', when: "to == 'offer'" },
            { id: 'break', type: 'stage.announce' },
            { id: 'never', type: 'stage.announce', when: "to == 'closed'" },
            { id: 'other', type: 'person.notify' },
          ],
        },
      },
      activate: (api) => {
        api.subscriptions.push(
          api.effects.register('tell', (input) => void seen.push(input)),
          api.effects.register('break', () => {
            throw new Error('no paper')
          }),
        )
      },
    })
    const { host, expectNoLeaks } = await createTestHost({ plugins: [plugin] })
    const effect = { type: 'stage.announce', key: 'app/1/0', to: 'offer' }
    const outcomes = await host.deliver(effect, { stage: 'offer', salary: 1 })
    expect(seen).toEqual([{ effect, snapshot: { stage: 'offer' } }])
    expect(outcomes).toMatchObject([
      { handlerId: 'tell' },
      { handlerId: 'break', error: { code: 'handler-failed', cause: { message: 'no paper' } } },
    ])
    await expectNoLeaks()
  })
})

describe('other code of plugins', () => {
  test('P5 an exporter, a classifier, a notifier and a view are called by id', async () => {
    const plugin = recording('a', [], {
      manifest: {
        capabilities,
        contributes: {
          exporters: [{ id: 'csv', title: 'CSV', mediaType: 'text/csv', extension: '.csv' }],
          classifiers: [{ id: 'mail', title: 'Mail', mediaTypes: ['text/plain'] }],
          notifiers: [{ id: 'desk', title: 'Desk' }],
          views: { sidebar: [{ id: 'side', title: 'Side' }] },
        },
      },
      activate: (api) => {
        api.subscriptions.push(
          api.exporters.register('csv', ({ snapshot }) => ({
            content: JSON.stringify(snapshot),
            encoding: 'utf8',
          })),
          api.classifiers.register('mail', ({ text }) => [
            { event: 'application.rejected', confidence: text.length / 100 },
          ]),
          api.notifiers.register('desk', () => undefined),
          api.views.register('side', () => ({ title: 'Side', items: [] })),
        )
      },
    })
    const { host, expectNoLeaks } = await createTestHost({ plugins: [plugin] })
    const snapshot = { stage: 'waiting', salary: 1 }
    expect(await host.call('exporter', 'csv', { snapshot, options: {} })).toEqual({
      content: '{"stage":"waiting"}',
      encoding: 'utf8',
    })
    expect(
      await host.call('classifier', 'mail', { text: 'Unfortunately', mediaType: 'text/plain' }),
    ).toMatchObject([{ confidence: 0.13 }])
    expect(await host.call('notifier', 'desk', { title: 'Now', effect: {} })).toBeNull()
    expect(await host.call('view', 'side', { snapshot })).toEqual({ title: 'Side', items: [] })
    await expect(host.call('exporter', 'cvs', {})).rejects.toThrow('did you mean csv?')
    await expectNoLeaks()
  })

  test('P5 options of an exporter are checked before any code runs', async () => {
    const options = { type: 'object', properties: { rows: { type: 'integer' } } }
    const plugin = recording('a', [], {
      manifest: {
        contributes: {
          exporters: [
            { id: 'csv', title: 'CSV', mediaType: 'text/csv', extension: '.csv', options },
          ],
        },
      },
    })
    const { host, expectNoLeaks } = await createTestHost({ plugins: [plugin] })
    const input = { snapshot: {}, options: { rows: 'many' } }
    await expect(host.call('exporter', 'csv', input)).rejects.toThrow(
      /export-options-invalid.*rows/s,
    )
    expect(host.plugins()[0]?.state.status).toBe('resolved')
    await expectNoLeaks()
  })

  test('P6 an answer that is not data is an error', async () => {
    const plugin = recording('a', [], {
      manifest: { contributes: { views: { sidebar: [{ id: 'side', title: 'Side' }] } } },
      activate: (api) => {
        api.subscriptions.push(
          api.views.register('side', () => ({ title: 'X', items: [new Date() as never] })),
        )
      },
    })
    const { host } = await createTestHost({ plugins: [plugin] })
    await expect(host.call('view', 'side', {})).rejects.toThrow(
      '/items/0 is an instance of a class',
    )
    await host.dispose()
  })
})

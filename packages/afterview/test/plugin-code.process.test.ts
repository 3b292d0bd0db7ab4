import { join } from 'node:path'
import { memoryEngine } from '@afterview/engine'
import { createManualClock } from '@afterview/engine/testing'
import { definePlugin, type JsonObject, type JsonValue } from '@afterview/plugin-host'
import { createWorkerThreadAdapter, openPluginFolder } from '@afterview/plugin-host/node'
import { eventTypes } from '@afterview/core'
import type { AfterviewError } from '@afterview/time'
import * as fc from 'fast-check'
import { createAfterview, type PluginProposal } from 'afterview'
import { describe, expect, test } from 'vitest'
import { testPlugin } from './plugin-kit.ts'
import { createSearch, input } from './search.ts'

const ended = { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' } as const
const offered = {
  type: 'offer.extended',
  at: '2026-11-26T10:00:00+01:00',
  medium: 'email',
} as const

/** What a call that is expected to fail is rejected with. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    return `it succeeded with ${JSON.stringify(await call)}`
  } catch (error) {
    return String(error)
  }
}

describe('effects of the core', () => {
  const announce = {
    contributes: {
      effects: [{ id: 'announce.stage', type: 'stage.announce', when: "to == 'offer'" }],
    },
    capabilities: { candidate: { read: ['stage', 'role'] } },
  }

  test('reach the code that wants them, again after a failure, under one key', async () => {
    const clock = createManualClock('2026-11-25T14:25:00Z')
    const calls: { readonly effect: JsonObject; readonly snapshot: JsonObject }[] = []
    const failing = testPlugin('announce', {
      ...announce,
      plugin: definePlugin({
        activate({ effects, subscriptions }) {
          subscriptions.push(
            effects.register('announce.stage', (call) => {
              calls.push(call)
              if (calls.length === 1) throw new Error('not yet')
            }),
          )
        },
      }),
    })
    const problems: AfterviewError[] = []
    const afterview = await createAfterview({
      clock,
      engine: memoryEngine({ delivery: { firstDelay: 1000 } }),
      plugins: [failing],
      report: (problem) => problems.push(problem),
    })
    await afterview.begin(input)
    await afterview.record('fernhill', ended)
    expect(await afterview.record('fernhill', offered)).toMatchObject({ accepted: true })
    await afterview.engine.catchUp()
    await clock.advance(5000)
    expect(calls).toHaveLength(2)
    expect(calls[0]?.effect).toEqual(calls[1]?.effect)
    expect(calls[0]?.effect).toMatchObject({ type: 'stage.announce', to: 'offer' })
    expect(calls[0]?.effect['key']).toMatch(/^fernhill\/\d+\/\d+$/)
    expect(calls[0]?.snapshot).toEqual({ stage: 'offer', role: 'Data Engineer' })
    expect(Object.isFrozen(calls[0]?.snapshot)).toBe(true)
    expect(problems).toEqual([])
    await afterview.dispose()
  })

  test('tell notifiers what is due, with its title', async () => {
    const clock = createManualClock('2026-11-25T14:25:00Z')
    const told: string[] = []
    const notifier = testPlugin('bell', {
      contributes: { notifiers: [{ id: 'bell.ring', title: 'Bell' }] },
      plugin: definePlugin({
        activate({ notifiers, subscriptions }) {
          subscriptions.push(notifiers.register('bell.ring', ({ title }) => void told.push(title)))
        },
      }),
    })
    const afterview = await createAfterview({ clock, plugins: [notifier] })
    await afterview.begin(input)
    await afterview.record('fernhill', ended)
    await clock.sleepTo('2026-12-03T12:00:00Z')
    expect(told).toContain('check in (Fernhill Analytics)')
    await afterview.dispose()
  })
})

describe('rules of a plugin', () => {
  const nudge = testPlugin('nudge', {
    contributes: {
      policies: [
        {
          id: 'nudge.draft',
          on: 'onState:followUp',
          effect: 'draftMessage',
          payload: { kind: 'thank-you' },
        },
        { id: 'nudge.event', on: 'onEvent:interview.ended', effect: 'proposeEvent' },
        { id: 'nudge.bad', on: 'onEvent:interview.ended', effect: 'proposeEvent' },
        { id: 'nudge.throws', on: 'onEvent:interview.ended', effect: 'draftMessage' },
      ],
    },
    capabilities: { candidate: { read: ['stage'], effects: ['draftMessage', 'proposeEvent'] } },
    plugin: definePlugin({
      activate({ policies, subscriptions }) {
        const propose = (type: string) => () => [{ type: 'proposeEvent', event: { type } }]
        subscriptions.push(
          policies.register('nudge.event', propose('application.withdrawn')),
          policies.register('nudge.bad', propose('offer.accepted')),
          policies.register('nudge.throws', () => {
            throw new Error('no idea')
          }),
        )
      },
    }),
  })

  test('propose; nothing is recorded, and the guards of the core have the last word', async () => {
    const problems: AfterviewError[] = []
    const { afterview, clock } = await createSearch({
      plugins: [nudge],
      report: (problem) => problems.push(problem),
    })
    const proposals: PluginProposal[] = []
    afterview.plugins.onDidPropose((proposal) => proposals.push(proposal))
    clock.stand = '2026-11-25T15:00:00Z'
    await afterview.record('fernhill', ended)
    const before = await afterview.read('fernhill')
    await afterview.plugins.settle()
    expect(new Set(proposals.map(({ policyId }) => policyId))).toEqual(
      new Set(['nudge.draft', 'nudge.event']),
    )
    expect(
      new Set(problems.map(({ code, details }) => `${code} ${String(details['policyId'])}`)),
    ).toEqual(new Set(['policy-failed nudge.bad', 'policy-failed nudge.throws']))
    const refused = problems.find(({ details }) => details['policyId'] === 'nudge.bad')
    expect(refused?.message).toContain('offer.accepted cannot happen')
    const audit = afterview.plugins.audit('acme.nudge')
    expect(audit.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(2)
    expect(audit).toContainEqual(expect.objectContaining({ reason: 'effect-refused' }))
    expect(await afterview.read('fernhill')).toEqual(before)
    await afterview.dispose()
  })
})

describe('other code of plugins', () => {
  const helper = testPlugin('helper', {
    contributes: {
      classifiers: [
        { id: 'helper.good', title: 'Good', mediaTypes: ['text/plain'] },
        { id: 'helper.bad', title: 'Bad', mediaTypes: ['text/plain'] },
        { id: 'helper.html', title: 'HTML', mediaTypes: ['text/html'] },
      ],
      exporters: [
        {
          id: 'helper.names',
          title: 'Names',
          mediaType: 'text/plain',
          extension: '.txt',
          options: { type: 'object', properties: { size: { type: 'integer' } } },
        },
        { id: 'helper.odd', title: 'Odd', mediaType: 'text/plain', extension: '.txt' },
      ],
      views: { search: [{ id: 'helper.view', title: 'View' }] },
      commands: [
        { command: 'helper.read', title: 'Read', args: {} },
        { command: 'helper.propose', title: 'Propose', args: {} },
      ],
    },
    capabilities: {
      candidate: { read: ['applications.role', 'role', 'now'], effects: ['scheduleReminder'] },
    },
    plugin: definePlugin({
      activate({ applications, classifiers, commands, effects, exporters, subscriptions, views }) {
        const until = { local: '2026-12-01T09:00', zone: 'Europe/London' }
        subscriptions.push(
          classifiers.register('helper.good', () => [
            { event: 'application.withdrawn', confidence: 0.4 },
            { event: 'offer.accepted', confidence: 0.9, reason: 'they said so' },
          ]),
          classifiers.register('helper.bad', () => [{ event: 'no.event', confidence: 1 }]),
          classifiers.register('helper.html', () => []),
          exporters.register('helper.names', ({ snapshot }) => ({
            content: JSON.stringify(snapshot),
            encoding: 'utf8',
          })),
          exporters.register('helper.odd', () => ({ content: '', encoding: 'utf8', ...Object() })),
          views.register('helper.view', () => ({ title: 'Seen', items: [] })),
          commands.register('helper.read', () => applications.read('fernhill')),
          commands.register('helper.propose', () =>
            effects.propose('fernhill', [
              { type: 'scheduleReminder', itemId: 'fernhill/askTimeframe/r1', until },
            ]),
          ),
        )
      },
    }),
  })

  test('reads messages, for a person to confirm', async () => {
    const problems: AfterviewError[] = []
    const { afterview } = await createSearch({
      plugins: [helper],
      report: (problem) => problems.push(problem),
    })
    const found = await afterview.classify('Welcome aboard!', { applicationId: 'fernhill' })
    expect(found).toEqual([
      {
        event: { type: 'offer.accepted' },
        confidence: 0.9,
        reason: 'they said so',
        classifierId: 'helper.good',
        pluginId: 'acme.helper',
        refusal: expect.stringContaining('offer.accepted cannot happen'),
      },
      {
        event: { type: 'application.withdrawn' },
        confidence: 0.4,
        classifierId: 'helper.good',
        pluginId: 'acme.helper',
      },
    ])
    expect(problems).toMatchObject([{ code: 'classifier-failed', details: { id: 'helper.bad' } }])
    expect(await afterview.classify('<p>', { mediaType: 'text/html' })).toEqual([])
    await afterview.dispose()
  })

  test('that answers anything at all makes no proposal that is no event', async () => {
    let answer: JsonValue = null
    const { afterview } = await createSearch({
      plugins: [
        testPlugin('any', {
          contributes: {
            classifiers: [{ id: 'any.any', title: 'Any', mediaTypes: ['text/plain'] }],
          },
          plugin: {
            activate: ({ classifiers, subscriptions }) =>
              subscriptions.push(classifiers.register('any.any', () => answer as never)),
          },
        }),
      ],
    })
    const json = fc.jsonValue().map((value): JsonValue => JSON.parse(JSON.stringify(value)))
    const close = fc.record({
      event: fc.oneof(fc.constantFrom(...eventTypes), fc.string()),
      confidence: fc.double({ min: -1, max: 2, noNaN: true }),
      fields: json,
      reason: json,
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(json, fc.array(close)), async (value) => {
        answer = value
        const found = await afterview.classify('x', { applicationId: 'fernhill' })
        for (const { event, confidence } of found) {
          expect(eventTypes).toContain(event.type)
          expect(confidence >= 0 && confidence <= 1).toBe(true)
        }
      }),
      { numRuns: Number(process.env['AFTERVIEW_FUZZ'] ?? 100) },
    )
    await afterview.dispose()
  })

  test('exports and shows what its manifest lets it read, and nothing else', async () => {
    const { afterview } = await createSearch({ plugins: [helper] })
    const file = await afterview.export('helper.names')
    expect(file).toMatchObject({ exporterId: 'helper.names', mediaType: 'text/plain' })
    expect(JSON.parse(file.content)).toEqual({
      applications: [{ role: 'Data Engineer' }],
      now: '2026-11-25T14:25:00Z',
    })
    await expect(afterview.export('helper.nmes')).rejects.toThrow('handler-unknown')
    const options = { size: 'big' }
    await expect(afterview.export('helper.names', { options })).rejects.toThrow(
      /export-options-invalid.*size/s,
    )
    await expect(afterview.export('helper.names', { applicationId: 'no' })).rejects.toThrow(
      'application-unknown',
    )
    expect(await afterview.plugins.view('helper.view')).toEqual({ title: 'Seen', items: [] })
    expect(await afterview.commands.execute('helper.read')).toEqual({ role: 'Data Engineer' })
    await afterview.dispose()
  })

  test('proposes by itself what the core allows', async () => {
    const { afterview } = await createSearch({ plugins: [helper] })
    const proposals: PluginProposal[] = []
    const listening = afterview.plugins.onDidPropose((proposal) => proposals.push(proposal))
    await afterview.commands.execute('helper.propose')
    expect(proposals).toMatchObject([
      { pluginId: 'acme.helper', applicationId: 'fernhill', at: '2026-11-25T14:25:00Z' },
    ])
    listening.dispose()
    await afterview.record('fernhill', { ...ended, type: 'interview.ended' })
    await afterview.record('fernhill', {
      type: 'timeframe.asked',
      at: '2026-11-25T15:31:00+01:00',
    })
    await expect(afterview.commands.execute('helper.propose')).rejects.toThrow('handler-failed')
    expect(proposals).toHaveLength(1)
    await afterview.dispose()
  })
})

describe('a bad plugin', () => {
  const folder = join(import.meta.dirname, '../../../examples/plugins/bad-plugin')
  const liveness = { unresponsiveMs: 300, killMs: 900, pingMs: 200 }

  test(
    'in a thread of its own leaves records, agenda and other plugins alone',
    { timeout: 30_000 },
    async () => {
      const good = testPlugin('good', {
        contributes: { commands: [{ command: 'good.greet', title: 'Greet' }] },
        plugin: definePlugin({
          activate: ({ commands, subscriptions }) =>
            subscriptions.push(commands.register('good.greet', () => 'hello')),
        }),
      })
      const { afterview } = await createSearch({
        plugins: [await openPluginFolder(folder), good],
        adapters: [createWorkerThreadAdapter({ liveness })],
      })
      const { commands } = afterview
      for (const fault of ['throw', 'reject', 'overflowStack']) {
        await expect(commands.execute(`bad-plugin.${fault}`, {})).rejects.toThrow('handler-failed')
      }
      const hanging = failureOf(commands.execute('bad-plugin.loopForEver', {}))
      expect(await afterview.record('fernhill', ended)).toMatchObject({ accepted: true })
      expect(await commands.execute('good.greet')).toBe('hello')
      expect((await afterview.agenda()).map(({ kind }) => kind)).toContain('thankYou')
      expect(await hanging).toMatch(/plugin-/)
      await expect(commands.execute('bad-plugin.exit', {})).rejects.toThrow('handler-failed')
      expect(await afterview.record('fernhill', offered)).toMatchObject({ accepted: true })
      await afterview.plugins.unload('afterview.bad-plugin')
      await afterview.dispose()
    },
  )

  test('is refused when it is faulty, and the others run', async () => {
    const problems: AfterviewError[] = []
    const { afterview } = await createSearch({
      plugins: [
        { manifest: { name: 'nobody' } },
        testPlugin('odd', { contributes: { commands: [{ command: 'other.name', title: 'x' }] } }),
      ],
      report: (problem) => problems.push(problem),
    })
    expect(problems).toMatchObject([{ code: 'plugin-refused' }])
    expect(afterview.plugins.registrations).toMatchObject([
      { isRegistered: false },
      { isRegistered: true, diagnostics: [{ code: 'id-prefix' }, {}] },
    ])
    await afterview.dispose()
  })

  test('never runs in the thread of the host app when adapters were given', async () => {
    const { afterview } = await createSearch({
      plugins: [
        {
          ...testPlugin('inline', {
            contributes: { commands: [{ command: 'inline.run', title: 'Run' }] },
          }),
          manifest: {
            name: 'inline',
            publisher: 'acme',
            version: '1.0.0',
            main: './plugin.js',
            engines: { afterview: '^1.0.0' },
            isolation: { supports: ['inline'] },
            contributes: { commands: [{ command: 'inline.run', title: 'Run' }] },
          },
          baseUrl: 'file:///nowhere/',
        },
      ],
      adapters: [createWorkerThreadAdapter()],
    })
    await expect(afterview.commands.execute('inline.run')).rejects.toThrow('plugin-not-isolated')
    await afterview.dispose()
  })
})

describe('the end', () => {
  test('leaves nothing of any plugin behind', async () => {
    const left: string[] = []
    const tidy = testPlugin('tidy', {
      contributes: {
        commands: [{ command: 'tidy.run', title: 'Run' }],
        effects: [{ id: 'tidy.effect', type: 'stage.announce' }],
      },
      plugin: definePlugin({
        activate({ commands, effects, subscriptions }) {
          left.push('subscription')
          subscriptions.push(
            commands.register('tidy.run', () => 1),
            effects.register('tidy.effect', () => undefined),
            () => void left.pop(),
          )
        },
        deactivate: () => void left.push('deactivated'),
      }),
    })
    const { afterview } = await createSearch({ plugins: [tidy] })
    await afterview.commands.execute('tidy.run')
    expect(left).toEqual(['subscription'])
    await afterview.dispose()
    expect(left).toEqual(['subscription'])
    expect(afterview.plugins.get('acme.tidy').state.status).toBe('inactive')
    await expect(afterview.commands.execute('tidy.run')).rejects.toThrow('plugin-leaving')
    await afterview.dispose()
  })

  test('ends every thread, also of a plugin that hangs', { timeout: 30_000 }, async () => {
    const threads = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
    const before = threads()
    const folder = join(import.meta.dirname, '../../../examples/plugins/bad-plugin')
    const { afterview } = await createSearch({
      plugins: [await openPluginFolder(folder)],
      adapters: [createWorkerThreadAdapter()],
      pluginHost: { deactivationBudgetMs: 200 },
    })
    await afterview.commands.execute('bad-plugin.echo', {})
    const hanging = failureOf(afterview.commands.execute('bad-plugin.loopForEver', {}))
    await afterview.dispose()
    expect(await hanging).toMatch(/plugin-/)
    expect(threads()).toBeLessThanOrEqual(before)
  })
})

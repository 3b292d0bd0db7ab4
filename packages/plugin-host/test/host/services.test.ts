import type { PluginApi } from '@afterview/plugin-host'
import { settle } from '@afterview/plugin-host/testing'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { type Log, recording } from '../recording-plugin.ts'

function provider(name: string, token: string, log: Log = []) {
  return recording(name, log, {
    manifest: { activationEvents: [], provides: [token] },
    activate: (api) => {
      api.subscriptions.push(
        api.services.provide(token.split('@')[0] ?? '', {
          name: () => name,
          add: (input) => Number(input) + 1,
        }),
      )
    },
  })
}

function consumer(needs: object, log: Log, use: (api: PluginApi) => Promise<void>) {
  return recording('consumer', log, { manifest: { ...needs }, activate: use })
}

describe('tokens', () => {
  test('T1 a required service is provided before the plugin is activated', async () => {
    const log: Log = []
    const plugins = [
      consumer({ requires: ['acme.math@^1'] }, log, async ({ services }) => {
        log.push(`sum ${JSON.stringify(await services.get('acme.math')?.call('add', 1))}`)
      }),
      provider('math', 'acme.math@1.2.0', log),
    ]
    const { fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(log).toEqual([
      'activate math',
      'activated math',
      'activate consumer',
      'sum 2',
      'activated consumer',
    ])
    await expectNoLeaks()
  })

  test('T2 a required service that nobody provides in that version fails the plugin', async () => {
    const plugins = [
      consumer({ requires: ['acme.math@^2'] }, [], async () => undefined),
      provider('math', 'acme.math@1.2.0'),
    ]
    const { fireState } = await createTestHost({ plugins })
    expect((await fireState('go')).plugins).toMatchObject([
      { error: { code: 'dependency-missing', details: { needed: 'acme.math@^2' } } },
    ])
  })

  test('A16 an optional service that nobody provides is undefined', async () => {
    const log: Log = []
    const plugins = [
      consumer({ optional: ['acme.math'] }, log, async ({ services }) => {
        log.push(typeof services.get('acme.math'))
      }),
    ]
    const { fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(log).toContain('undefined')
    await expectNoLeaks()
  })

  test('A16 an optional service whose provider fails does not fail the plugin', async () => {
    const broken = recording('math', [], {
      manifest: { activationEvents: [], provides: ['acme.math'] },
      activate: () => {
        throw new Error('no luck')
      },
    })
    const { host, fireState } = await createTestHost({
      plugins: [consumer({ optional: ['acme.math'] }, [], async () => undefined), broken],
    })
    await fireState('go')
    expect(host.plugins().map(({ state }) => state.status)).toEqual(['active', 'failed'])
    await host.dispose()
  })

  test('A16 a consumer is told when the provider goes and another comes, and calls the new one', async () => {
    const log: Log = []
    const plugins = [
      provider('first', 'acme.math'),
      recording('consumer', log, {
        manifest: {
          optional: ['acme.math'],
          contributes: { commands: [{ command: 'consumer.who', title: 'Who' }] },
        },
        activate: ({ services, commands, subscriptions }) => {
          subscriptions.push(
            services.onDidChange(({ token, isAvailable }) => log.push(`${token} ${isAvailable}`)),
            commands.register(
              'consumer.who',
              async () => (await services.get('acme.math')?.call('name')) ?? 'nobody',
            ),
          )
        },
      }),
    ]
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins })
    await fireState('go')
    expect(await host.commands.execute('consumer.who')).toBe('first')
    await host.unload('test.first')
    expect(await host.commands.execute('consumer.who')).toBe('nobody')
    const { manifest, plugin } = provider('second', 'acme.math')
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
    await host.activate('test.second')
    expect(await host.commands.execute('consumer.who')).toBe('second')
    expect(log.slice(2)).toEqual(['acme.math false', 'acme.math true'])
    await expectNoLeaks()
  })

  test('T3 a service can be taken back and offered again while its plugin runs', async () => {
    const log: Log = []
    const offers = recording('math', [], {
      manifest: {
        activationEvents: [],
        provides: ['acme.math'],
        contributes: { commands: [{ command: 'math.toggle', title: 'Toggle' }] },
      },
      activate: ({ services, commands, subscriptions }) => {
        const offer = services.provide('acme.math', {})
        subscriptions.push(
          offer,
          commands.register('math.toggle', () => offer.dispose()),
        )
      },
    })
    const watches = consumer(
      { optional: ['acme.math'] },
      log,
      async ({ services, subscriptions }) => {
        subscriptions.push(
          services.onDidChange(({ isAvailable }) => log.push(`available ${isAvailable}`)),
        )
      },
    )
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [offers, watches] })
    await fireState('go')
    await host.commands.execute('math.toggle')
    await settle()
    expect(log.at(-1)).toBe('available false')
    await expectNoLeaks()
  })

  test('T4 a service that the manifest does not ask for is never there', async () => {
    const log: Log = []
    const a = recording('a', log, {
      activate: ({ services }) => void log.push(typeof services.get('acme.math')),
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({
      plugins: [provider('math', 'acme.math'), a],
    })
    await host.activate('test.math')
    await fireState('go')
    expect(log).toContain('undefined')
    await expectNoLeaks()
  })

  test('T5 an unknown method is an error that names it', async () => {
    const failed: unknown[] = []
    const plugins = [
      consumer({ requires: ['acme.math'] }, [], async ({ services }) => {
        await services
          .get('acme.math')
          ?.call('divide', 1)
          .catch((error: unknown) => failed.push(error))
      }),
      provider('math', 'acme.math'),
    ]
    const { host, fireState } = await createTestHost({ plugins })
    await fireState('go')
    expect(failed).toMatchObject([{ cause: { code: 'service-method-unknown' } }])
    await host.dispose()
  })
})

import { createInlineAdapter, createPluginHost, definePlugin } from '@afterview/plugin-host'
import { settle } from '@afterview/plugin-host/testing'
import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { type Log, recording } from '../recording-plugin.ts'

describe('unloading and reloading', () => {
  const manifest = {
    contributes: {
      commands: [{ command: 'a.x', title: 'X' }],
      menus: { main: [{ command: 'a.x' }] },
      configuration: { title: 'A', properties: { 'a.n': { type: 'integer', default: 1 } } },
    },
  }

  test('U1 takes everything of one plugin away while the others run', async () => {
    const log: Log = []
    const { host, fireState, expectNoLeaks } = await createTestHost({
      plugins: [recording('a', log, { manifest }), recording('b', log)],
    })
    await fireState('go')
    await host.unload('test.a')
    expect(log.at(-1)).toBe('deactivate a')
    expect(host.menu('main')).toEqual([])
    expect(() => host.configuration.get('a.n')).toThrow('There is no setting a.n')
    await expect(host.commands.execute('a.x')).rejects.toMatchObject({ code: 'command-unknown' })
    expect((await fireState('go')).plugins).toEqual([{ pluginId: 'test.b', isActive: true }])
    await expectNoLeaks()
  })

  test('U2 puts another version in its place, active again when it was', async () => {
    const log: Log = []
    const { host, fireState, expectNoLeaks } = await createTestHost({
      plugins: [recording('a', log, { manifest })],
    })
    await fireState('go')
    const next = {
      manifest: {
        name: 'a',
        publisher: 'test',
        version: '2.0.0',
        engines: { afterview: '^1.0.0' },
      },
      load: async () => ({
        plugin: definePlugin({ activate: () => void log.push('second version') }),
      }),
    }
    expect(await host.reload('test.a', next)).toMatchObject({ isRegistered: true })
    expect(host.plugin('test.a')).toMatchObject({ version: '2.0.0', state: { status: 'active' } })
    expect(log.at(-1)).toBe('second version')
    await expectNoLeaks()
  })

  test('U3 a plugin that was not active is not activated by a reload', async () => {
    const log: Log = []
    const { host } = await createTestHost({ plugins: [recording('a', log)] })
    await host.reload('test.a')
    expect(log).toEqual([])
  })
})

describe('registering', () => {
  test('U4 a plugin with errors is not registered, the others are', async () => {
    const { host, registrations } = await createTestHost({
      plugins: [{ manifest: { name: 'A B' } }, recording('good', [])],
    })
    expect(registrations.map(({ isRegistered }) => isRegistered)).toEqual([false, true])
    expect(host.plugins().map(({ id }) => id)).toEqual(['test.good'])
  })

  test('U4 the first of one id stays', async () => {
    const { registrations } = await createTestHost({
      plugins: [recording('a', []), recording('a', [])],
    })
    expect(registrations[1]).toMatchObject({
      isRegistered: false,
      diagnostics: [{ code: 'id-taken' }],
    })
  })

  test('U5 texts come from the files of the plugin, in the language of the person', async () => {
    const files: Readonly<Record<string, string>> = {
      './en.json': '{ "hello": "Hello {name}", "title": "Greet" }',
      './de.json': '{ "hello": "Hallo {name}", "title": "Grüßen" }',
    }
    const log: Log = []
    const a = recording('a', log, {
      manifest: {
        contributes: {
          locales: [
            { locale: 'en', path: './en.json' },
            { locale: 'de', path: './de.json' },
          ],
          commands: [{ command: 'a.x', title: '%title%' }],
        },
      },
      activate: ({ l10n }) => void log.push(l10n.text('hello', { name: 'Kim' })),
    })
    const read = async (path: string): Promise<string> => files[path] ?? ''
    const { host, fireState } = await createTestHost({ plugins: [{ ...a, read }], locale: 'de-AT' })
    await fireState('go')
    expect(log).toContain('Hallo Kim')
    expect(host.contributions('commands')[0]?.item.title).toBe('Grüßen')
    expect(await host.readFile('test.a', './en.json')).toContain('Hello')
    await host.dispose()
  })

  test('U5 a file that cannot be read is a finding, and the plugin works without it', async () => {
    const read = async (): Promise<string> => {
      throw new Error('no such file')
    }
    const manifest = { name: 'a', contributes: { locales: [{ locale: 'en', path: './en.json' }] } }
    const { registrations } = await createTestHost({ plugins: [{ manifest, read }] })
    expect(registrations[0]).toMatchObject({
      isRegistered: true,
      diagnostics: [
        { code: 'file-missing', message: 'The file ./en.json cannot be read: no such file' },
      ],
    })
  })

  test('U6 a plugin that no adapter can run says so when it is activated', async () => {
    const manifest = { name: 'a', main: './a.js', isolation: { supports: ['worker'] } }
    const { host } = await createTestHost({ plugins: [{ manifest }] })
    await expect(host.activate('test.a')).rejects.toThrow(
      'test.a can run in worker, and this host offers inline',
    )
  })
})

describe('context keys', () => {
  test('V1 are read and heard of by the embedder and by plugins', async () => {
    const log: Log = []
    const a = recording('a', log, {
      async activate({ context, subscriptions }) {
        subscriptions.push(
          context.onDidChange(['stage'], (values) => log.push(JSON.stringify(values))),
        )
        log.push(JSON.stringify(await context.get('stage')))
        await context.set('a.ready', true)
      },
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({
      plugins: [a],
      context: { stage: 'waiting' },
    })
    const changed: string[] = []
    host.context.onDidChange((keys) => void changed.push(...keys))
    await fireState('go')
    host.context.set('stage', 'offer')
    host.context.set('stage', 'offer')
    host.context.set('list', [1])
    host.context.set('list', [1])
    await settle()
    expect(log.slice(1)).toEqual(['"waiting"', 'activated a', '{"stage":"offer"}'])
    expect(changed).toEqual(['a.ready', 'stage', 'list'])
    expect(host.context.get('a.ready')).toBe(true)
    await host.deactivate('test.a')
    expect(host.context.get('a.ready')).toBeUndefined()
    await expectNoLeaks()
  })

  test('V2 a plugin sets no key but its own', async () => {
    const a = recording('a', [], { activate: ({ context }) => context.set('stage', 'offer') })
    const { host } = await createTestHost({ plugins: [a] })
    await expect(host.activate('test.a')).rejects.toMatchObject({ code: 'context-key-foreign' })
  })
})

describe('settings', () => {
  const properties = { 'a.days': { type: 'integer', minimum: 1, default: 5 } }
  const manifest = { contributes: { configuration: { title: 'A', properties } } }

  test('V3 have defaults, are checked, are stored, and reach the plugin when they change', async () => {
    const log: Log = []
    const a = recording('a', log, {
      manifest,
      activate: ({ configuration, subscriptions }) => {
        const note = (): void =>
          void log.push(`days ${JSON.stringify(configuration.get('a.days'))}`)
        note()
        subscriptions.push(configuration.onDidChange(note))
      },
    })
    const { host, fireState, expectNoLeaks } = await createTestHost({ plugins: [a] })
    await fireState('go')
    host.configuration.set('a.days', 3)
    expect(() => host.configuration.set('a.days', 0)).toThrow('The setting a.days cannot be 0')
    expect(() => host.configuration.set('a.dys', 0)).toThrow('did you mean a.days?')
    expect(host.configuration.stored()).toEqual({ 'a.days': 3 })
    host.configuration.set('a.days', undefined)
    expect(log.slice(1)).toEqual(['days 5', 'activated a', 'days 3', 'days 5'])
    await expectNoLeaks()
  })

  test('V3 a stored value that the schema refuses is not used, and not lost', async () => {
    const { host } = await createTestHost({
      plugins: [recording('a', [], { manifest })],
      configuration: { 'a.days': 'many', other: 1 },
    })
    expect(host.configuration.get('a.days')).toBe(5)
    expect(host.configuration.stored()).toEqual({ 'a.days': 'many', other: 1 })
  })
})

test('V4 two hosts live side by side and share nothing', async () => {
  const log: Log = []
  const { manifest, plugin } = recording('a', log, {
    activate: ({ context }) => context.set('a.x', 1),
  })
  const full = {
    manifest: {
      publisher: 'test',
      version: '1.0.0',
      engines: { afterview: '^1.0.0' },
      ...manifest,
    },
    load: async () => ({ plugin }),
  }
  const make = () =>
    createPluginHost({ surface: { apiVersion: '1.0.0' }, adapters: [createInlineAdapter()] })
  const [one, two] = [make(), make()]
  await Promise.all([one.register([full]), two.register([full])])
  await one.fire('onState:go')
  expect([one.context.get('a.x'), two.context.get('a.x')]).toEqual([1, undefined])
  expect(two.plugin('test.a').state.status).toBe('resolved')
  await one.dispose()
  await two.dispose()
})

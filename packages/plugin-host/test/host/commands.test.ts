import { createTestHost } from '../guarded-host.ts'
import { describe, expect, test } from 'vitest'
import { type Log, recording } from '../recording-plugin.ts'

const declared = {
  contributes: {
    commands: [
      {
        command: 'nudges.draft',
        title: 'Draft',
        category: 'Nudges',
        enablement: "stage == 'waiting' && daysWaiting >= 5",
        args: {
          type: 'object',
          properties: { tone: { enum: ['warm', 'brief'] } },
          required: ['tone'],
        },
      },
      { command: 'nudges.plain', title: 'Plain' },
    ],
    menus: {
      application: [
        { command: 'nudges.plain', group: 'z' },
        { command: 'nudges.draft', group: 'navigation@2', when: "stage == 'waiting'" },
        { command: 'nudges.plain', group: 'navigation@1', args: { from: 'menu' } },
        { command: 'app.open', group: 'a' },
      ],
    },
    keybindings: [{ command: 'nudges.plain', key: 'ctrl+k', when: 'hasFocus' }],
  },
}

const surface = { apiVersion: '1.0.0', commands: ['app.open'], menus: [{ id: 'application' }] }

function nudges(log: Log) {
  return recording('nudges', log, {
    manifest: declared,
    activate: (api) => {
      api.subscriptions.push(
        api.commands.register('nudges.draft', (args, { at }) => ({ args, at })),
        api.commands.register('nudges.plain', () => {
          throw new Error('out of ink')
        }),
      )
    },
  })
}

const waiting = { stage: 'waiting', daysWaiting: 6 }

describe('running a command', () => {
  test('C1 loads the code of its plugin first, and gives it the time of the host', async () => {
    const log: Log = []
    const { host, expectNoLeaks } = await createTestHost({ surface, plugins: [nudges(log)] })
    expect(log).toEqual([])
    const answer = await host.commands.execute(
      'nudges.draft',
      { tone: 'warm' },
      { context: waiting },
    )
    expect(answer).toEqual({ args: { tone: 'warm' }, at: '2026-11-23T09:00:00.000Z' })
    expect(host.plugin('test.nudges').report?.event).toBe('onCommand:nudges.draft')
    await expectNoLeaks()
  })

  test('C2 is refused while its enablement does not hold, before any code is loaded', async () => {
    const log: Log = []
    const { host } = await createTestHost({ surface, plugins: [nudges(log)] })
    const refused = host.commands.execute(
      'nudges.draft',
      { tone: 'warm' },
      { context: { stage: 'waiting', daysWaiting: 2 } },
    )
    await expect(refused).rejects.toMatchObject({
      code: 'command-disabled',
      details: { failed: [{ clause: 'daysWaiting >= 5', values: { daysWaiting: 2 } }] },
    })
    expect(log).toEqual([])
  })

  test.each([
    ['a value that the schema refuses', 'nudges.draft', { tone: 'cold' }],
    ['no value where one is required', 'nudges.draft', undefined],
    ['a value where none is taken', 'nudges.plain', { any: 1 }],
  ])('C3 is refused with %s', async (_, command, args) => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])], context: waiting })
    await expect(host.commands.execute(command, args)).rejects.toMatchObject({
      code: 'command-args-invalid',
    })
  })

  test('C3 is refused with arguments that are not data', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])], context: waiting })
    await expect(host.commands.execute('nudges.draft', { tone: () => 1 })).rejects.toMatchObject({
      code: 'value-not-json',
    })
  })

  test('C4 tells what the handler threw, with command and plugin', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])] })
    await expect(host.commands.execute('nudges.plain')).rejects.toMatchObject({
      code: 'handler-failed',
      details: { pluginId: 'test.nudges', kind: 'command', id: 'nudges.plain' },
      cause: { message: 'out of ink' },
    })
    await host.dispose()
  })

  test('C5 is refused when nobody declares it, with the nearest name', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])] })
    await expect(host.commands.execute('nudges.drat')).rejects.toThrow('did you mean nudges.draft?')
  })

  test('C6 is refused with the reason when its plugin failed', async () => {
    const broken = recording('nudges', [], {
      manifest: declared,
      activate: () => {
        throw new Error('no luck')
      },
    })
    const { host } = await createTestHost({ surface, plugins: [broken] })
    await expect(host.commands.execute('nudges.plain')).rejects.toThrow('no luck')
    await expect(host.commands.execute('nudges.plain')).rejects.toMatchObject({
      code: 'plugin-failed',
    })
  })

  test('C7 the embedder adds commands of its own, which nobody can take over', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])] })
    const open = host.commands.register('app.open', {
      title: 'Open',
      run: (args) => ({ opened: args }),
    })
    expect(await host.commands.execute('app.open', 7)).toEqual({ opened: 7 })
    expect(() => host.commands.register('app.open', { title: 'Open', run: () => null })).toThrow(
      'there already',
    )
    expect(() => host.commands.register('nudges.plain', { title: 'X', run: () => null })).toThrow(
      'there already',
    )
    open.dispose()
    await expect(host.commands.execute('app.open')).rejects.toMatchObject({
      code: 'command-unknown',
    })
  })

  test('C8 a plugin runs its own commands and those that its manifest names, no others', async () => {
    const caller = recording('caller', [], {
      manifest: {
        capabilities: { commands: ['app.open'] },
        contributes: { commands: [{ command: 'caller.go', title: 'Go', args: true }] },
      },
      activate: (api) => {
        api.subscriptions.push(
          api.commands.register('caller.go', (id) => api.commands.execute(id as string, null)),
        )
      },
    })
    const { host, expectNoLeaks } = await createTestHost({ surface, plugins: [caller, nudges([])] })
    host.commands.register('app.open', { title: 'Open', run: () => 'opened' })
    expect(await host.commands.execute('caller.go', 'app.open')).toBe('opened')
    await expect(host.commands.execute('caller.go', 'nudges.plain')).rejects.toMatchObject({
      cause: {
        code: 'capability-denied',
        fix: expect.stringContaining('"commands": ["nudges.plain"]'),
      },
    })
    await expectNoLeaks()
  })
})

describe('showing commands', () => {
  test('C9 a menu is there before any code runs, sorted, with what is enabled', async () => {
    const log: Log = []
    const { host } = await createTestHost({ surface, plugins: [nudges(log)] })
    host.commands.register('app.open', { title: 'Open', run: () => null })
    const seen = host
      .menu('application', { stage: 'waiting', daysWaiting: 1 })
      .map(({ title, group, isEnabled }) => `${group} ${title} ${isEnabled}`)
    expect(seen).toEqual([
      'navigation Plain true',
      'navigation Draft false',
      'a Open true',
      'z Plain true',
    ])
    expect(log).toEqual([])
  })

  test('C9 an item is hidden while its when does not hold', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])] })
    expect(host.menu('application').map(({ command }) => command)).not.toContain('nudges.draft')
    expect(host.contributions('keybindings')).toEqual([])
    expect(host.contributions('keybindings', { hasFocus: true })).toMatchObject([
      { item: { key: 'ctrl+k' } },
    ])
  })

  test('C10 what a failed plugin contributes stays visible, marked', async () => {
    const broken = recording('nudges', [], {
      manifest: declared,
      activate: () => {
        throw new Error('no luck')
      },
    })
    const { host } = await createTestHost({ surface, plugins: [broken] })
    await host.fire('onState:go')
    expect(host.menu('application')[0]).toMatchObject({ title: 'Plain', status: 'failed' })
  })

  test('C11 explain names the event, and the clauses with the values that hide and disable', async () => {
    const { host } = await createTestHost({ surface, plugins: [nudges([])] })
    expect(host.explain('nudges.draft', { stage: 'offer' })).toMatchObject({
      pluginId: 'test.nudges',
      activationEvent: 'onCommand:nudges.draft',
      disabledBy: [
        { clause: "stage == 'waiting'", values: { stage: 'offer' } },
        { clause: 'daysWaiting >= 5', values: { daysWaiting: undefined } },
      ],
      hiddenIn: [{ menu: 'application', clauses: [{ clause: "stage == 'waiting'" }] }],
      shownIn: [],
      text:
        'nudges.draft is declared by test.nudges, which is resolved. Its code is loaded by onCommand:nudges.draft. ' +
        'It cannot run now: stage == \'waiting\', while stage is "offer"; daysWaiting >= 5, while daysWaiting is not set. ' +
        'The menu application hides it: stage == \'waiting\', while stage is "offer".',
    })
    expect(host.explain('nudges.drft').text).toBe(
      'nudges.drft is declared by no registered plugin (did you mean nudges.draft?).\n' +
        'Fix: use the id of a command that a plugin declares, or register the plugin that declares it.',
    )
  })
})

test('C12 two plugins that contribute one name are told, and the first keeps it', async () => {
  const first = {
    manifest: {
      name: 'one',
      contributes: {
        exporters: [{ id: 'csv', title: 'A', mediaType: 'text/csv', extension: '.csv' }],
      },
    },
  }
  const second = { ...first, manifest: { ...first.manifest, name: 'two' } }
  const plugin = { activate: () => undefined }
  const { registrations } = await createTestHost({
    plugins: [
      { ...first, plugin },
      { ...second, plugin },
    ],
  })
  expect(registrations[1]).toMatchObject({
    isRegistered: true,
    diagnostics: [{ code: 'id-taken' }],
  })
})

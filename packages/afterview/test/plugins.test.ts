import { definePlugin } from '@afterview/plugin-host'
import { builtinIds } from 'afterview'
import { describe, expect, test } from 'vitest'
import { createSearch } from './search.ts'

const manifest = {
  name: 'nudges',
  publisher: 'acme',
  version: '1.0.0',
  engines: { afterview: '^1.0.0' },
  contributes: {
    commands: [
      { command: 'nudges.greet', title: 'Greet', enablement: "stage == 'followUp'", args: {} },
    ],
    menus: { application: [{ command: 'nudges.greet', when: 'hasApplication' }] },
  },
}

const plugin = definePlugin({
  activate({ commands, subscriptions }) {
    subscriptions.push(commands.register('nudges.greet', () => 'hello'))
  },
})

describe('commands of plugins', () => {
  test('are there before any code runs, and follow the application in focus', async () => {
    const { afterview } = await createSearch({ plugins: [{ manifest, plugin }] })
    await expect(afterview.commands.execute('nudges.greet')).rejects.toThrow('command-disabled')
    await afterview.focus('fernhill')
    expect(await afterview.menu('application')).toMatchObject([{ isEnabled: false }])
    await afterview.record('fernhill', { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
    expect(await afterview.menu('application')).toMatchObject([{ isEnabled: true }])
    expect(await afterview.commands.execute('nudges.greet')).toBe('hello')
    expect(afterview.plugins.get('acme.nudges').state.status).toBe('active')
    expect(afterview.plugins.list().map(({ id }) => id)).toEqual([...builtinIds, 'acme.nudges'])
    expect((await afterview.plugins.why('nudges.greet')).text).toContain('It can run now.')
    await afterview.dispose()
  })
})

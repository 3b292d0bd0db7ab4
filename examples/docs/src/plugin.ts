import { definePlugin } from '@afterview/plugin-host'
import { type Afterview, createAfterview } from 'afterview'

/** What a plugin declares: read and checked before any of its code runs. */
export const manifest = {
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

/** Its code: activated when somebody wants the command, and not before. */
export const plugin = definePlugin({
  activate({ commands, subscriptions }) {
    subscriptions.push(commands.register('nudges.greet', () => 'hello'))
  },
})

/** Runs the command for an application, where the manifest allows it. */
export async function greet(afterview: Afterview, applicationId: string): Promise<unknown> {
  await afterview.focus(applicationId)
  const [item] = await afterview.menu('application')
  if (item?.isEnabled !== true) return (await afterview.plugins.why('nudges.greet')).text
  return afterview.commands.execute('nudges.greet')
}

/** A program with the plugin of its own code. Plugins of others run behind an adapter. */
export function openWithNudges(): Promise<Afterview> {
  return createAfterview({ plugins: [{ manifest, plugin }] })
}

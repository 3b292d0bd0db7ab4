import { createPluginHost } from '@afterview/plugin-host'
import { createWorkerThreadAdapter, openPluginFolder } from '@afterview/plugin-host/node'

/** Runs one plugin in a thread of its own, and one command of it. */
export async function runDraft(folder: string): Promise<unknown> {
  const host = createPluginHost({
    surface: { apiVersion: '1.0.0', states: ['waiting'], menus: [{ id: 'application' }] },
    adapters: [createWorkerThreadAdapter()],
    context: { stage: 'waiting', daysWaiting: 6 },
    validateEffect: ({ effect }) => effect['type'] === 'draftMessage' || { refused: 'not now' },
  })
  const [registration] = await host.register([await openPluginFolder(folder)])
  for (const { severity, message, help } of registration?.diagnostics ?? []) {
    process.stderr.write(`${severity}: ${message}. Fix: ${help}.\n`)
  }
  await host.start()
  const titles = host.menu('application').map(({ title }) => title)
  const draft = await host.commands.execute('acme-nudges.draft', { tone: 'warm' })
  await host.dispose()
  return { titles, draft }
}

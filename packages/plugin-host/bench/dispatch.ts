import { createInlineAdapter, createPluginHost, definePlugin } from '@afterview/plugin-host'
import { HookableCore } from 'hookable'
import tapable from 'tapable'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { nanosecondsEach, rowsAgainst } from './rounds.ts'

const TIMES = 20_000

/** A host with one active plugin and one command, enabled by a clause and with a schema. */
async function createSubject() {
  const plugin = definePlugin({
    activate: ({ commands, subscriptions }) => {
      subscriptions.push(commands.register('peer.run', () => 1))
    },
  })
  const manifest = {
    name: 'peer',
    publisher: 'bench',
    version: '1.0.0',
    engines: { afterview: '^1.0.0' },
    contributes: {
      commands: [{ command: 'peer.run', title: 'Run', enablement: "stage == 'waiting'" }],
    },
  }
  const host = createPluginHost({
    surface: { apiVersion: '1.0.0' },
    adapters: [createInlineAdapter()],
    context: { stage: 'waiting' },
  })
  await host.register([{ manifest, load: async () => ({ plugin }) }])
  await host.activate('bench.peer')
  return host
}

/**
 * One call of one handler. Ours checks enablement and arguments, guards the activation, copies and
 * freezes what crosses, and can be cancelled; the peers only find and call functions.
 */
export async function bench(): Promise<BenchTable> {
  const host = await createSubject()
  const handler = (): number => 1
  const hooks = new HookableCore()
  hooks.hook('run', () => undefined)
  const tapped = new tapable.AsyncSeriesHook<[number]>(['value'])
  tapped.tapPromise('bench', async () => undefined)
  const events = await nanosecondsEach(
    [
      { name: 'direct call, awaited', run: (times) => repeat(times, async () => handler()) },
      {
        name: 'HookableCore.callHook, awaited',
        run: (times) => repeat(times, async () => hooks.callHook('run')),
      },
      {
        name: 'tapable AsyncSeriesHook.promise',
        run: (times) => repeat(times, async () => tapped.promise(1)),
      },
      {
        name: 'host.commands.execute, inline',
        run: (times) => repeat(times, () => host.commands.execute('peer.run')),
      },
      {
        name: 'host.fire, an event nobody wants',
        run: (times) => repeat(times, () => host.fire('onState:nowhere')),
      },
      {
        name: 'host.fire, its plugin active',
        run: (times) => repeat(times, () => host.fire('onCommand:peer.run')),
      },
    ],
    TIMES,
  )
  await host.dispose()
  return {
    title: 'Plugin host: one call of one handler',
    rows: rowsAgainst(events, 'HookableCore.callHook, awaited', 'ns'),
  }
}

async function repeat(times: number, run: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await run()
}

if (import.meta.main) console.table((await bench()).rows)

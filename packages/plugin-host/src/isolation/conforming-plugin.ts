import type { JsonValue } from '../json-value.ts'
import type { Plugin } from '../realm/define-plugin.ts'
import type { HandlerContext, PluginApi } from '../realm/plugin-api.ts'

/**
 * The plugin that the conformance suite of isolation adapters runs. It has no imports, so that
 * every tier can load it as it is. `configuration.mode` says how its activation goes.
 */
export const plugin: Plugin = {
  async activate(api) {
    const mode = api.configuration.get('mode')
    farewell = () => api.storage.set('disposed', 'deactivate')
    api.subscriptions.push(() => api.storage.set('disposed', 'first pushed'))
    api.subscriptions.push(() => api.storage.set('disposed', 'last pushed'))
    if (mode === 'throw') throw new TypeError('not today', { cause: new Error('bad weather') })
    if (mode === 'never') await new Promise(() => undefined)
    registerAll(api)
    if (mode === 'stubborn') api.subscriptions.push(() => new Promise(() => undefined))
    if (mode === 'faulty') api.subscriptions.push(throwing)
    if (mode === 'forgetful') return
    listen(api)
  },
  deactivate: () => farewell(),
}

/** What the last activation wants done at its end. */
let farewell: () => Promise<void> = () => Promise.resolve()

const commands: Readonly<
  Record<string, (api: PluginApi, input: JsonValue, context: HandlerContext) => unknown>
> = {
  echo: (_api, input) => input,
  describe: (api, _input, context) => ({
    ...api.plugin,
    at: context.at,
    title: api.l10n.text('title'),
  }),
  configuration: (api) => api.configuration.get('mode'),
  mutate: (_api, input) => {
    Object.assign(Object(input), { changed: true })
  },
  fail: () => {
    throw new RangeError('too far', { cause: new Error('the map is wrong') })
  },
  ask: (api, input) => api.context.set('conforming.asked', input),
  log: (api) => api.log.warn('a line'),
  wait: (api, _input, { signal }) => untilAborted(api, signal),
  never: () => new Promise(() => undefined),
}

function registerAll(api: PluginApi): void {
  for (const [name, run] of Object.entries(commands)) {
    const handler = (input: JsonValue, context: HandlerContext) => run(api, input, context) as null
    api.subscriptions.push(api.commands.register(`conforming.${name}`, handler))
  }
}

function listen(api: PluginApi): void {
  const tell = (): void => void api.storage.set('configured', api.configuration.get('mode'))
  api.subscriptions.push(api.configuration.onDidChange(tell))
}

function throwing(): never {
  throw new Error('thrown on purpose')
}

/** Says when it waits, and again when it was told to stop. */
function untilAborted(api: PluginApi, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      void api.storage.set('aborted', true)
      resolve()
    })
    void api.storage.set('waiting', true)
  })
}

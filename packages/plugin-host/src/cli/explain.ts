import { createPluginHost } from '../host/plugin-host.ts'
import { createInlineAdapter } from '../isolation/inline.ts'
import { openPluginFolder } from '../plugin-folder.ts'
import type { Invocation } from './invocation.ts'

/** `explain`: tells why a command shows and runs, without running any code. 1 when nobody declares it. */
export async function explain(invocation: Invocation): Promise<number> {
  const { words, surface, context, isJson, print } = invocation
  const [command = '', folder = '.'] = words
  const host = createPluginHost({ surface, adapters: [createInlineAdapter()], context })
  await host.register([await openPluginFolder(folder)])
  const explanation = host.explain(command)
  print(`${isJson ? JSON.stringify(explanation, null, 2) : explanation.text}\n`)
  await host.dispose()
  return explanation.pluginId === undefined ? 1 : 0
}

import { type JsonObject, type Plugin } from '@afterview/plugin-host'
import type { InlinePlugin } from 'afterview'

/** A plugin of a test: what it contributes, the files that it names, and its code. */
export function testPlugin(
  name: string,
  {
    files = {},
    plugin,
    ...manifest
  }: {
    readonly contributes?: JsonObject
    readonly capabilities?: JsonObject
    readonly files?: Readonly<Record<string, unknown>>
    readonly plugin?: Plugin
  },
): InlinePlugin {
  const read = async (path: string): Promise<string> => {
    const file = files[path]
    return typeof file === 'string' ? file : JSON.stringify(file)
  }
  return {
    manifest: {
      name,
      publisher: 'acme',
      version: '1.0.0',
      engines: { afterview: '^1.0.0' },
      ...manifest,
    },
    read,
    ...(plugin === undefined ? {} : { plugin }),
  }
}

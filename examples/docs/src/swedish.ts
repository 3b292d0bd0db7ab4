import { openPluginFolder } from '@afterview/plugin-host/node'
import { type Afterview, createAfterview } from 'afterview'

/** Letters in one more language: a plugin of data, without any code. */
export async function openWithSwedish(folder: string): Promise<Afterview> {
  return createAfterview({ plugins: [await openPluginFolder(folder)], locale: 'sv' })
}

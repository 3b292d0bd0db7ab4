import { writeFile } from 'node:fs/promises'
import { isJsonObject } from '../json-clone.ts'
import { readJsonText } from '../manifest/json-text.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import type { PackedPlugin } from '../packed-plugin.ts'
import { openPluginFolder } from '../plugin-folder.ts'
import type { Invocation } from './invocation.ts'
import { soundPlugin } from './sound-plugin.ts'

/** `pack`: writes a plugin without errors as one JSON file, the same for the same files. */
export async function pack(invocation: Invocation): Promise<number> {
  const { words, out, print } = invocation
  const [folder = '.'] = words
  const manifest = await soundPlugin(folder, invocation)
  const text = `${JSON.stringify(await packFolder(folder, manifest))}\n`
  if (out === undefined) print(text)
  else await writeFile(out, text)
  return 0
}

async function packFolder(path: string, manifest: PluginManifest): Promise<PackedPlugin> {
  const folder = await openPluginFolder(path)
  const files = await Promise.all(
    filesOf(manifest).map(async (file) => [file, await folder.read(file)] as const),
  )
  const { value } = readJsonText(folder.manifest)
  return { format: 1, manifest: isJsonObject(value) ? value : {}, files: Object.fromEntries(files) }
}

function filesOf({ main, browser, contributes }: PluginManifest): readonly string[] {
  const { letters, holidays, locales } = contributes
  const named = [...letters, ...holidays, ...locales].map(({ item }) => item.path)
  const code = [main, browser].filter((path) => path !== undefined)
  return [...new Set([...code, ...named])].toSorted()
}

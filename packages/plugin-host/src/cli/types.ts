import { readFile, writeFile } from 'node:fs/promises'
import { isJsonObject } from '../json-clone.ts'
import { readJsonText } from '../manifest/json-text.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import { openPluginFolder } from '../plugin-folder.ts'
import type { Invocation } from './invocation.ts'
import { generateTypes } from './generate-types.ts'
import { soundPlugin } from './sound-plugin.ts'

/** `types`: writes the names of a manifest; with `--check`, only tells whether they are up to date. */
export async function types(invocation: Invocation): Promise<number> {
  const { words, out, isCheck, print } = invocation
  const [folder = '.'] = words
  const manifest = await soundPlugin(folder, invocation)
  const text = generateTypes(manifest, await messageKeys(folder, manifest))
  if (out === undefined) {
    print(text)
    return 0
  }
  if (!isCheck) {
    await writeFile(out, text)
    return 0
  }
  const isCurrent = (await readFile(out, 'utf8').catch(() => '')) === text
  if (!isCurrent)
    print(`${out} is not up to date. Fix: run \`afterview-plugin types --out ${out}\`.\n`)
  return isCurrent ? 0 : 1
}

async function messageKeys(path: string, manifest: PluginManifest): Promise<readonly string[]> {
  const folder = await openPluginFolder(path)
  const texts = await Promise.all(
    manifest.contributes.locales.map(({ item }) => folder.read(item.path)),
  )
  const keys = texts.flatMap((text) => {
    const { value } = readJsonText(text)
    return isJsonObject(value) ? Object.keys(value) : []
  })
  return [...new Set(keys)].toSorted()
}

import { AfterviewError } from '@afterview/time'
import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PluginPackage } from './host/plugin-package.ts'

/** A plugin's folder, opened. */
export interface PluginFolder extends PluginPackage {
  /** The text of its `package.json`, so that findings have lines. */
  readonly manifest: string
  readonly baseUrl: string
  readonly read: (path: string) => Promise<string>
}

/**
 * Opens the folder of a plugin. Files are read only inside it, also when links lead elsewhere.
 * Rejects with `plugin-folder-unreadable` when there is no `package.json`.
 */
export async function openPluginFolder(path: string): Promise<PluginFolder> {
  const root = await rootOf(path)
  return {
    manifest: await readFile(join(root, 'package.json'), 'utf8'),
    baseUrl: `${pathToFileURL(root).href}/`,
    read: (file) => readInside(root, file),
  }
}

async function rootOf(path: string): Promise<string> {
  try {
    const root = await realpath(path)
    await realpath(join(root, 'package.json'))
    return root
  } catch (error) {
    throw new AfterviewError('plugin-folder-unreadable', {
      happened: `There is no package.json in ${path}`,
      fix: 'give the folder of a plugin',
      details: { path },
      cause: error,
    })
  }
}

async function readInside(root: string, file: string): Promise<string> {
  const real = await realpath(join(root, file))
  if (real.startsWith(`${root}${sep}`)) return readFile(real, 'utf8')
  throw new AfterviewError('path-outside', {
    happened: `The file ${file} leads out of the folder of its plugin`,
    fix: 'put the file into the folder itself',
    details: { file },
  })
}

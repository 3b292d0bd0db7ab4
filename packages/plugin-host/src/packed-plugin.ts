import { AfterviewError } from '@afterview/time'
import { isJsonObject } from './json-clone.ts'
import type { JsonObject } from './json-value.ts'
import { readJsonText } from './manifest/json-text.ts'
import type { PluginPackage } from './host/plugin-package.ts'

/** A plugin as one JSON file, as `afterview-plugin pack` writes it. */
export type PackedPlugin = {
  readonly format: 1
  readonly manifest: JsonObject
  /** Text of every file that the manifest names, by the path there. */
  readonly files: { readonly [path: string]: string }
}

/**
 * Opens a packed plugin: from a download, a database, anywhere.
 * @throws {AfterviewError} `packed-plugin-invalid` when the text is none.
 */
export function openPackedPlugin(text: string): PluginPackage {
  const packed = readJsonText(text).value
  if (!isPacked(packed)) throw invalidPack()
  const { manifest, files } = packed
  const find = (path: string): string => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    if (file === undefined) throw missingFile(path)
    return file
  }
  return {
    manifest,
    read: async (path) => find(path),
    readNow: find,
    resolve: (path) => `data:text/javascript;charset=utf-8,${encodeURIComponent(find(path))}`,
  }
}

function isPacked(value: unknown): value is PackedPlugin {
  if (!isJsonObject(value) || value['format'] !== 1) return false
  const { manifest, files } = value
  if (!isJsonObject(manifest) || !isJsonObject(files)) return false
  return Object.values(files).every((file) => typeof file === 'string')
}

function invalidPack(): AfterviewError {
  return new AfterviewError('packed-plugin-invalid', {
    happened: 'The text is no packed plugin of format 1',
    fix: 'make it with `afterview-plugin pack`',
  })
}

function missingFile(path: string): AfterviewError {
  return new AfterviewError('packed-file-missing', {
    happened: `The packed plugin has no file ${path}`,
    fix: 'pack it again with `afterview-plugin pack`',
    details: { path },
  })
}

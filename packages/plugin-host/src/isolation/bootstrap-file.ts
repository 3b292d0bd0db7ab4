import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PACKAGE = '@afterview/plugin-host'

/** The file that a new thread or process of that kind runs first. */
export function bootstrapFile(name: 'worker-thread-bootstrap' | 'child-process-bootstrap'): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve(`${PACKAGE}/${name}`))
}

/**
 * Folders and files that a bootstrap file must be able to read. A built one is whole in itself; one
 * that runs from source also reads its package and what that depends on.
 */
export function bootstrapReads(bootstrap: URL): readonly string[] {
  const file = realpathSync(fileURLToPath(bootstrap))
  if (!file.endsWith('.ts')) return [file, join(packageFolder(file), 'package.json')]
  const folders = new Set<string>()
  addWithDependencies(packageFolder(file), folders)
  return [...folders].map((folder) => folder + sep)
}

/** The nearest folder upwards that has a package.json, else the file's own. Symbolic links are resolved. */
export function packageFolder(file: string): string {
  const start = dirname(realpathSync(file))
  let folder = start
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return start
    folder = parent
  }
  return folder
}

function addWithDependencies(folder: string, folders: Set<string>): void {
  if (folders.has(folder)) return
  folders.add(folder)
  const file = join(folder, 'package.json')
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'))
  const require = createRequire(file)
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    addWithDependencies(packageFolder(require.resolve(name)), folders)
  }
}

import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

/**
 * Packs every package, lints the tarballs, and installs them in an empty folder as a stranger would:
 * every entry point must import, and a small program must compile and run.
 */
const tarballs = resolve('.verify/tarballs')
rmSync(tarballs, { recursive: true, force: true })
mkdirSync(tarballs, { recursive: true })
run('pnpm', [
  '-r',
  '--filter',
  './packages/*',
  'exec',
  'pnpm',
  'pack',
  '--pack-destination',
  tarballs,
])

const packed = globSync(join(tarballs, '*.tgz'))
for (const tarball of packed) {
  run('publint', ['run', tarball, '--strict'])
  run('attw', [tarball, '--profile', 'esm-only', '--quiet'])
}

const folder = mkdtempSync(join(tmpdir(), 'afterview-stranger-'))
try {
  const manifests = globSync('packages/*/package.json').map((path) =>
    JSON.parse(readFileSync(path, 'utf8')),
  )
  const dependencies = Object.fromEntries(
    manifests.map(({ name }) => [name, `file:${tarballOf(name)}`]),
  )
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', private: true, dependencies, overrides: dependencies }),
  )
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], folder)
  writeFileSync(join(folder, 'try.mjs'), program(manifests))
  run(process.execPath, ['try.mjs'], folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${packed.length} packages install and import`)

function tarballOf(name: string): string {
  const stem = name.replace('@', '').replace('/', '-')
  const found = packed.find(
    (path) =>
      /^\d/.test(basename(path).slice(stem.length + 1)) && basename(path).startsWith(`${stem}-`),
  )
  if (found === undefined) throw new Error(`${name} was not packed`)
  return found
}

interface Manifest {
  readonly name: string
  readonly publishConfig: { readonly exports: Readonly<Record<string, unknown>> }
}

function program(manifests: readonly Manifest[]): string {
  const entries = manifests.flatMap(({ name, publishConfig }) =>
    Object.entries(publishConfig.exports)
      // A bootstrap file is started by its adapter, a program by a person: neither is imported.
      .filter(([key, target]) => typeof target === 'object' && !/-bootstrap$|^\.\/cli$/.test(key))
      .map(([key]) => name + key.slice(1)),
  )
  return [
    ...entries.map(
      (entry) =>
        `if (Object.keys(await import('${entry}')).length === 0) throw new Error('${entry} exports nothing')`,
    ),
    readFileSync('scripts/stranger.mjs', 'utf8'),
  ].join('\n')
}

function run(program: string, args: readonly string[], cwd = process.cwd()): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit', cwd })
  if (status !== 0) {
    console.log(`${program} ${args.join(' ')} failed`)
    process.exit(1)
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from 'tsup'

type Manifest = { readonly exports: Readonly<Record<string, string>> }

/** The build of one package: every `exports` key that names a TypeScript file becomes one file in `dist`. */
export function packageConfig(directory: string): Options & { readonly entry: string[] } {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest
  const entries = Object.values(manifest.exports).filter((path) => path.endsWith('.ts'))
  return {
    entry: entries,
    format: ['esm'],
    target: 'es2024',
    platform: 'neutral',
    external: [/^node:/],
    // `node:sqlite` has no name without its prefix.
    removeNodeProtocol: false,
    dts: true,
    clean: true,
    sourcemap: true,
    treeshake: true,
    splitting: true,
  }
}

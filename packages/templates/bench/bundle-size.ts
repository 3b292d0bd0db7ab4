import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Bytes of a bundle for browsers, minified, before and after gzip. */
export interface BundleSize {
  readonly minified: number
  readonly gzipped: number
}

/** What an app pays for the exports of one module of this package, with everything they need. */
export async function bundleSize(path: string, names = '*'): Promise<BundleSize> {
  const code = Buffer.from(await bundle(`export ${names} from ${JSON.stringify(path)}`))
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length }
}

/** A module and everything it imports as one text for browsers, minified. */
export async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
  })
  return result.outputFiles.map(({ text }) => text).join('')
}

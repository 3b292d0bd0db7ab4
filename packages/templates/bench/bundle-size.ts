import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Bytes of a bundle for browsers, minified, before and after gzip. */
export interface BundleSize {
  readonly minified: number
  readonly gzipped: number
  readonly code: string
}

/** What an app pays for the exports of one module of this package, with everything they need. */
export async function bundleSize(path: string, names = '*'): Promise<BundleSize> {
  const contents = `export ${names} from ${JSON.stringify(path)}`
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
  })
  const bytes = Buffer.concat(result.outputFiles.map((file) => file.contents))
  const gzipped = gzipSync(bytes, { level: 9 }).length
  return { minified: bytes.length, gzipped, code: bytes.toString('utf8') }
}

import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A page with the suite, its bundles and the plugins, on this machine only. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** As strict as an application can be: own scripts and workers, nothing else, and no `eval`. */
const policyFor = (port: number): string =>
  [
    "default-src 'none'",
    `frame-src http://localhost:${port}`,
    `frame-ancestors http://127.0.0.1:${port}`,
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const pageWith = (script: string): string =>
  `<!doctype html><title>Suite</title><body><script type="module" src="/${script}"></script>`

/** Builds and serves the site. */
export async function serveSite(): Promise<Site> {
  const files = new Map([
    ...(await bundle()),
    ['bad-plugin.js', badPlugin()],
    ['', pageWith('page.js')],
    ['frame.html', pageWith('frame-bootstrap.js')],
  ])
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1)
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(files.has(name) ? 200 : 404, {
      'content-security-policy': policyFor(request.socket.localPort ?? 0),
      'content-type': `${type}; charset=utf-8`,
    })
    response.end(files.get(name))
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}/`, close: () => close(server) }
}

async function bundle(): Promise<readonly (readonly [string, string])[]> {
  const { outputFiles } = await build({
    entryPoints: [
      './page.ts',
      '../src/isolation/web-worker-bootstrap.ts',
      '../src/isolation/frame-bootstrap.ts',
      '../src/isolation/conforming-plugin.ts',
    ].map((path) => fileURLToPath(new URL(path, import.meta.url))),
    outdir: '.',
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'warning',
  })
  return outputFiles.map((file) => [basename(file.path), file.text] as const)
}

function badPlugin(): string {
  const file = '../../../examples/plugins/bad-plugin/plugin.js'
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}

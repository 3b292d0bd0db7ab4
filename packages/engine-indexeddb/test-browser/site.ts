import { build } from 'esbuild'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A page with the suite, on this machine only. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

const page = '<!doctype html><title>Suite</title><script type="module" src="/page.js"></script>'
/** A frame without an origin of its own, which may keep no data. */
const frame = `<!doctype html><iframe sandbox="allow-scripts" srcdoc='<script src="/frame.js"></script>'></iframe>`

/** Builds and serves the site. */
export async function serveSite(): Promise<Site> {
  const [esm, classic] = await Promise.all([bundle('esm'), bundle('iife')])
  const files = new Map([
    ['', page],
    ['page.js', esm],
    ['framed', frame],
    ['frame.js', classic],
  ])
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1)
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(files.has(name) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` })
    response.end(files.get(name))
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}/`, close: () => close(server) }
}

async function bundle(format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format,
    platform: 'browser',
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
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

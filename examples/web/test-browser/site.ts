import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** The page as it is shipped, on this machine only. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** What the page has to live with: own files and nothing else, no code and no style from text. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; worker-src 'self'"

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Builds the page for production and serves it. */
export async function serveSite(): Promise<Site> {
  // In a process of its own: the test runner's environment would make it a build for tests.
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = ['build', '--logLevel', 'warn']
  execFileSync(join(root, 'node_modules/.bin/vite'), args, { cwd: root, env, stdio: 'inherit' })
  return serveBuilt()
}

/** Serves what was built before. */
export async function serveBuilt(): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(dist, pathname === '/' ? 'index.html' : pathname)
    const isThere =
      file.startsWith(dist) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
    response.writeHead(isThere ? 200 : 404, {
      'content-security-policy': policy,
      'content-type': `${types[extname(file)] ?? 'text/plain'}; charset=utf-8`,
    })
    response.end(isThere ? readFileSync(file) : 'There is no such file')
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}/`, close: () => close(server) }
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

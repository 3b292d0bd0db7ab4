import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A Radicale server of its own on loopback, with an empty store. */
export interface RadicaleServer {
  /** Address of the store of one user, with a slash at the end. */
  readonly home: string
  stop(): Promise<void>
}

/** Starts Radicale and waits until it says that it is ready. Rejects with its output if it ends before. */
export async function startRadicale(): Promise<RadicaleServer> {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-radicale-'))
  const port = await freePort()
  const config = join(folder, 'config')
  writeFileSync(config, configuration(port, join(folder, 'store')))
  const server = spawn('radicale', ['--config', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => resolve())
  })
  const log: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      log.push(line)
      if (line.includes('server ready')) resolve()
    })
    server.once('error', reject)
    server.once('close', (code) =>
      reject(new Error(`radicale ended with ${code}:\n${log.join('\n')}`)),
    )
  })
  await ready
  return {
    home: `http://127.0.0.1:${port}/noor/`,
    async stop() {
      server.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

function configuration(port: number, store: string): string {
  return `[server]
hosts = 127.0.0.1:${port}
[auth]
type = none
[storage]
filesystem_folder = ${store}
[logging]
level = info
`
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A Restate server on loopback, with a folder and ports of its own. */
export interface RestateServer {
  readonly ingress: string
  readonly admin: string
  /** Of the server now; `null` while it is down. */
  readonly pid: number | null
  /** Ends it with SIGKILL. */
  kill(): Promise<void>
  /** Starts it again on the same data; resolves when it is healthy. */
  start(): Promise<void>
  /** Ends it and throws its data away. */
  stop(): Promise<void>
}

/** Starts a server from the development dependency; nothing of it outlives this process. */
export async function startRestateServer(partitions = 1): Promise<RestateServer> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-restate-'))
  const [ingress = 0, admin = 0, node = 0] = await freePorts(3)
  let running: ChildProcess | null = null
  const killAtExit = (): void => void running?.kill('SIGKILL')
  process.on('exit', killAtExit)

  async function start(): Promise<void> {
    running = spawn(serverBinary(), ['--base-dir', folder], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        RESTATE_LISTEN_MODE: 'tcp',
        RESTATE_BIND_IP: '127.0.0.1',
        RESTATE_ADVERTISED_HOST: '127.0.0.1',
        RESTATE_DISABLE_TELEMETRY: 'true',
        RESTATE_DEFAULT_NUM_PARTITIONS: String(partitions),
        RESTATE_INGRESS__BIND_PORT: String(ingress),
        RESTATE_ADMIN__BIND_PORT: String(admin),
        RESTATE_BIND_PORT: String(node),
        RESTATE_LOG_FILTER: 'error',
      },
    })
    await untilHealthy([
      `http://127.0.0.1:${admin}/health`,
      `http://127.0.0.1:${ingress}/restate/health`,
    ])
  }

  async function kill(): Promise<void> {
    const ending = running
    if (ending === null) return
    running = null
    const ended = new Promise((resolve) => {
      ending.once('exit', resolve)
    })
    ending.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    ingress: `http://127.0.0.1:${ingress}`,
    admin: `http://127.0.0.1:${admin}`,
    get pid() {
      return running?.pid ?? null
    },
    kill,
    start,
    async stop() {
      await kill()
      process.off('exit', killAtExit)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      return server
    }),
  )
  return servers.map((server) => {
    const address = server.address()
    server.close()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
}

async function untilHealthy(urls: readonly string[]): Promise<void> {
  const late = Date.now() + 60_000
  for (const url of urls) {
    while (!(await isHealthy(url))) {
      if (Date.now() > late) throw new Error(`${url} did not become healthy`)
      await sleep(20)
    }
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function serverBinary(): string {
  const require = createRequire(import.meta.url)
  const server = dirname(require.resolve('@restatedev/restate-server/package.json'))
  const platform = `@restatedev/restate-server-${process.platform}-${process.arch}`
  return require.resolve(`${platform}/bin/restate-server`, { paths: [server] })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** One process of the Restate server on loopback. */
export interface RestateNode {
  readonly ports: NodePorts
  /** `null` while it is down. */
  readonly pid: number | null
  /** Starts it on the data of its folder; resolves when it is healthy. */
  start(): Promise<void>
  /** Ends it with SIGKILL. */
  kill(): Promise<void>
}

/** Where a node listens. */
export interface NodePorts {
  readonly ingress: number
  readonly admin: number
  readonly fabric: number
}

/** What a node is started with. */
export interface RestateNodeOptions {
  /** Holds its data. */
  readonly folder: string
  readonly ports: NodePorts
  /** More of the server's configuration, as variables of its environment. */
  readonly settings: Readonly<Record<string, string>>
}

/** A node from the development dependency, not yet started; it does not outlive this process. */
export function createRestateNode({ folder, ports, settings }: RestateNodeOptions): RestateNode {
  let running: ChildProcess | null = null

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

  process.on('exit', () => void running?.kill('SIGKILL'))
  return {
    ports,
    get pid() {
      return running?.pid ?? null
    },
    kill,
    async start() {
      const env = { ...process.env, ...common, ...portSettings(ports), ...settings }
      running = spawn(serverBinary(), ['--base-dir', folder], { cwd: folder, stdio: 'ignore', env })
      await untilHealthy([
        `http://127.0.0.1:${ports.admin}/health`,
        `http://127.0.0.1:${ports.ingress}/restate/health`,
      ])
    },
  }
}

const common = {
  RESTATE_LISTEN_MODE: 'tcp',
  RESTATE_BIND_IP: '127.0.0.1',
  RESTATE_ADVERTISED_HOST: '127.0.0.1',
  RESTATE_DISABLE_TELEMETRY: 'true',
  RESTATE_LOG_FILTER: 'error',
}

function portSettings({ ingress, admin, fabric }: NodePorts): Readonly<Record<string, string>> {
  return {
    RESTATE_INGRESS__BIND_PORT: String(ingress),
    RESTATE_ADMIN__BIND_PORT: String(admin),
    RESTATE_BIND_PORT: String(fabric),
  }
}

/** Ports for a node that were free a moment ago. */
export async function nodePorts(): Promise<NodePorts> {
  const [ingress = 0, admin = 0, fabric = 0] = await freePorts(3)
  return { ingress, admin, fabric }
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

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRestateNode, nodePorts } from './restate-node.ts'

/** Restate on loopback, with folders and ports of its own: one server, or a cluster. */
export interface RestateServer {
  readonly ingress: string
  readonly admin: string
  /** Of the server now, or of one node; `null` while it is down. */
  readonly pid: number | null
  /** Whether it still answers when `kill` has taken one process away. */
  readonly survivesKill: boolean
  /** Ends it, or another node of it each time, with SIGKILL. */
  kill(): Promise<void>
  /** Starts what was killed again on the same data; resolves when it is healthy. */
  start(): Promise<void>
  /** Ends it and throws its data away. */
  stop(): Promise<void>
}

/** Starts a server from the development dependency; nothing of it outlives this process. */
export async function startRestateServer(partitions = 1): Promise<RestateServer> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-restate-'))
  const ports = await nodePorts()
  const settings = { RESTATE_DEFAULT_NUM_PARTITIONS: String(partitions) }
  const node = createRestateNode({ folder, ports, settings })
  await node.start()
  return {
    ingress: `http://127.0.0.1:${ports.ingress}`,
    admin: `http://127.0.0.1:${ports.admin}`,
    survivesKill: false,
    get pid() {
      return node.pid
    },
    kill: () => node.kill(),
    start: () => node.start(),
    async stop() {
      await node.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

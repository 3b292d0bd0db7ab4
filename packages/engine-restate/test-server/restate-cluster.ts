import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Balancer, openBalancer } from './balancer.ts'
import { createRestateNode, type NodePorts, nodePorts, type RestateNode } from './restate-node.ts'
import type { RestateServer } from './restate-server.ts'

/** Every record on two of three nodes: the loss of one stops nothing. */
const size = 3
const replication = 2

/**
 * Starts three nodes of one cluster on this machine, with a load balancer before their ingress and
 * admin ports. Nothing of them outlives this process.
 */
export async function startRestateCluster(partitions = 4): Promise<RestateServer> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-restate-cluster-'))
  const nodes = await createNodes(folder, partitions)
  await Promise.all(nodes.map((node) => node.start()))
  const up = new Set(nodes)
  const ingress = await openBalancer(() => [...up].map(({ ports }) => ports.ingress))
  const admin = await openBalancer(() => [...up].map(({ ports }) => ports.admin))
  let kills = 0
  return {
    ingress: urlOf(ingress),
    admin: urlOf(admin),
    survivesKill: true,
    get pid() {
      return nodes[0]?.pid ?? null
    },
    async kill() {
      const node = nodes[kills % size]
      kills += 1
      if (node === undefined) return
      up.delete(node)
      await node.kill()
    },
    async start() {
      for (const node of nodes.filter((one) => !up.has(one))) {
        await node.start()
        up.add(node)
      }
    },
    async stop() {
      await Promise.all([ingress.close(), admin.close(), ...nodes.map((node) => node.kill())])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The first one makes the cluster, which the others join. */
async function createNodes(folder: string, partitions: number): Promise<readonly RestateNode[]> {
  const allPorts: NodePorts[] = []
  for (let count = 0; count < size; count += 1) allPorts.push(await nodePorts())
  const addresses = allPorts.map(({ fabric }) => `http://127.0.0.1:${fabric}`)
  return Promise.all(
    allPorts.map(async (ports, index) => {
      const name = `node-${index + 1}`
      await mkdir(join(folder, name))
      const settings = {
        RESTATE_CLUSTER_NAME: 'afterview',
        RESTATE_NODE_NAME: name,
        RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${ports.fabric}`,
        RESTATE_METADATA_CLIENT__ADDRESSES: JSON.stringify(addresses),
        RESTATE_AUTO_PROVISION: String(index === 0),
        RESTATE_DEFAULT_NUM_PARTITIONS: String(partitions),
        RESTATE_DEFAULT_REPLICATION: String(replication),
        RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '512MiB',
      }
      return createRestateNode({ folder: join(folder, name), ports, settings })
    }),
  )
}

function urlOf({ port }: Balancer): string {
  return `http://127.0.0.1:${port}`
}

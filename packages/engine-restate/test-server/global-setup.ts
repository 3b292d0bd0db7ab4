import type { TestProject } from 'vitest/node'
import type { ServerAddresses } from './restate-under-test.ts'
import { startRestateCluster } from './restate-cluster.ts'
import { startRestateServer } from './restate-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly restate: ServerAddresses
  }
}

/**
 * One server for all test files, or with `AFTERVIEW_RESTATE=cluster` a cluster of three nodes; it is
 * gone when they have ended.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isCluster = process.env['AFTERVIEW_RESTATE'] === 'cluster'
  const server = await (isCluster ? startRestateCluster() : startRestateServer())
  project.provide('restate', { ingress: server.ingress, admin: server.admin })
  return () => server.stop()
}

import type { TestProject } from 'vitest/node'
import type { ServerAddresses } from './restate-under-test.ts'
import { startRestateServer } from './restate-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly restate: ServerAddresses
  }
}

/** One server for all test files; it is gone when they have ended. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startRestateServer()
  project.provide('restate', { ingress: server.ingress, admin: server.admin })
  return () => server.stop()
}

import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What needs a Restate server, which it starts on loopback by itself. Not part of the unit tests. */
export default defineConfig({
  test: {
    name: '@afterview/engine-restate on a server',
    root: join(import.meta.dirname, 'test-server'),
    include: ['*.server.ts'],
    globalSetup: ['global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

import { defineConfig } from 'vitest/config'

/** What needs a Restate server, which it starts on loopback by itself. */
export default defineConfig({
  test: {
    name: 'restate',
    root: import.meta.dirname,
    include: ['test-server/**/*.test.ts'],
    globalSetup: ['test-server/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

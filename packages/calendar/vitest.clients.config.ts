import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Real calendar programs read what this package writes. Not part of the unit tests: they must be installed. */
export default defineConfig({
  test: {
    name: '@afterview/calendar clients',
    root: join(import.meta.dirname, 'test-clients'),
    include: ['*.client.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})

import { defineConfig } from 'vitest/config'

/** The tests that need a browser; run with `vitest run --config packages/engine-indexeddb/test-browser/vitest.config.ts`. */
export default defineConfig({
  test: {
    name: '@afterview/engine-indexeddb in a browser',
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

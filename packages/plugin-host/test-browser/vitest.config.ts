import { defineConfig } from 'vitest/config'

/** The tests that need a browser; run with `vitest run --config packages/plugin-host/test-browser/vitest.config.ts`. */
export default defineConfig({
  test: {
    name: '@afterview/plugin-host in a browser',
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})

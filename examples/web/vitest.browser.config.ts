import { defineConfig } from 'vitest/config'

/** The tests of the page as it is shipped, in Chromium. */
export default defineConfig({
  test: {
    name: 'web demo',
    root: `${import.meta.dirname}/test-browser`,
    include: ['*.browser.ts'],
    globalSetup: './built-site.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

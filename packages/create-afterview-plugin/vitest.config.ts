import { defineConfig } from 'vitest/config'

/** The tests of the templates belong to the plugins that are made from them. */
export default defineConfig({
  test: { name: 'create-afterview-plugin', include: ['test/**/*.test.ts'] },
})

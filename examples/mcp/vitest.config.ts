import { defineProject } from 'vitest/config'

// No test keeps state in a module, so the files of a worker may share what they import.
export default defineProject({
  test: { name: '@afterview/example-mcp', isolate: false, testTimeout: 30_000 },
})

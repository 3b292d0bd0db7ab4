#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

enableCompileCache()
const { perform } = await import('./program.ts')
const { exitCodes } = await import('./exit-code.ts')
try {
  process.exitCode = await perform(process.argv.slice(2))
} catch (fault) {
  // A crash must not look like a refused event, which is exit code 1.
  console.error(fault)
  process.exitCode = exitCodes.fault
}

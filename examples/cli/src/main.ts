#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

enableCompileCache()
const { perform } = await import('./program.ts')
process.exitCode = await perform(process.argv.slice(2))

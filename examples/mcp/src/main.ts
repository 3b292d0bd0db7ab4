import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createAfterview } from 'afterview'
import { createAssistantServer } from './assistant-server.ts'

const { values } = parseArgs({ options: { db: { type: 'string' } } })
const file = values.db ?? process.env['AFTERVIEW_DB']
if (file === undefined) {
  console.error('There is no file to keep applications in. Fix: give --db <file> or AFTERVIEW_DB.')
  process.exit(2)
}
mkdirSync(dirname(file), { recursive: true })

// Standard output belongs to the protocol.
const afterview = await createAfterview({
  engine: sqliteEngine({ file }),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  report: ({ message }) => console.error(message),
})
await afterview.engine.catchUp()
const server = createAssistantServer({ afterview, now: () => new Date().toISOString() })
await server.connect(new StdioServerTransport())

let ending: Promise<void> | undefined
const end = (): void => {
  ending ??= server.close().then(() => afterview.dispose())
}
// The assistant closes standard input when it is done.
process.stdin.once('end', end)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)

import { join } from 'node:path'
import { engineFor } from './engine-choice.ts'
import { listen } from './listen.ts'
import { randomToken } from './secret.ts'
import { createServer } from './server.ts'

const { env } = process
const folder = env['AFTERVIEW_DATA'] ?? 'afterview-data'
const operatorToken = env['AFTERVIEW_OPERATOR_TOKEN'] ?? randomToken()
const origin = env['AFTERVIEW_ORIGIN']

const server = await createServer({
  folder,
  engine: await engineFor(join(folder, 'applications.db'), env),
  operatorToken,
  isProxied: env['AFTERVIEW_PROXIED'] === '1',
  ...(origin === undefined ? {} : { origin }),
  report: (problem) => console.error(problem),
})
const listening = await listen(server, Number(env['PORT'] ?? 8787), env['HOST'] ?? '127.0.0.1')
console.log(`listening on ${listening.origin}, keeping everything in ${folder}`)
if (env['AFTERVIEW_OPERATOR_TOKEN'] === undefined) {
  console.log(`operator token of this run: ${operatorToken}`)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void listening.close())
}

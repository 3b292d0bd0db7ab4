import { join } from 'node:path'
import { isAfterviewError } from '@afterview/time'
import { engineFor } from './engine-choice.ts'
import { type Listening, listen } from './listen.ts'
import { randomToken } from './secret.ts'
import { createServer } from './server.ts'

const { env } = process
const folder = env['AFTERVIEW_DATA'] ?? 'afterview-data'
const operatorToken = env['AFTERVIEW_OPERATOR_TOKEN'] ?? randomToken()
const origin = env['AFTERVIEW_ORIGIN']

async function start(): Promise<Listening> {
  const server = await createServer({
    folder,
    engine: await engineFor(join(folder, 'applications.db'), env),
    operatorToken,
    isProxied: env['AFTERVIEW_PROXIED'] === '1',
    ...(origin === undefined ? {} : { origin }),
    report: (problem) => console.error(problem),
  })
  return listen(server, Number(env['PORT'] ?? 8787), env['HOST'] ?? '127.0.0.1')
}

try {
  const listening = await start()
  console.log(`listening on ${listening.origin}, keeping everything in ${folder}`)
  if (env['AFTERVIEW_OPERATOR_TOKEN'] === undefined) {
    console.log(`operator token of this run: ${operatorToken}`)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void listening.close())
  }
} catch (error) {
  console.error(isAfterviewError(error) ? error.message : error)
  process.exitCode = 1
}

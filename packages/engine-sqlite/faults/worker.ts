import { openSync, readFileSync, writeSync } from 'node:fs'
import { createLifecycle } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { fastClock, fastNow, type FastTime } from './fast-clock.ts'
import { anyEvent, inputOf, type LogLine, type Sent } from './load.ts'

/** What the process that kills tells its worker, in the file that is its one argument. */
export interface WorkerOrders {
  readonly file: string
  readonly log: string
  readonly time: FastTime
  readonly run: number
  /** Ids that have begun in earlier runs. */
  readonly ids: readonly string[]
  /** Sent before without an answer: to be sent again. */
  readonly unanswered: readonly Sent[]
}

const orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as WorkerOrders
const { file, time, run } = orders
const log = openSync(orders.log, 'a')
const lanes = 4

/** The page cache outlives the process, so a line that was written is never lost to a kill. */
function write(line: LogLine): void {
  writeSync(log, `${JSON.stringify(line)}\n`)
}

async function send(engine: Engine, sent: Sent): Promise<void> {
  write({ type: 'sent', sent })
  const { accepted } = await engine.record(sent.id, sent.event, { key: sent.key })
  write({ type: 'answered', key: sent.key, accepted })
}

async function drive(engine: Engine, lane: number, ids: readonly string[]): Promise<never> {
  for (let count = 0; ; count += 1) {
    const id = ids[Math.floor(Math.random() * ids.length)] ?? ''
    await send(engine, { id, key: `${run}-${lane}-${count}`, event: anyEvent(fastNow(time)) })
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** From here on it may be killed: while it opens the file, too. */
process.stdout.write('ready\n')

const engine = await sqliteEngine({ file })({
  lifecycle: createLifecycle(),
  clock: fastClock(time),
  report: ({ message }) => write({ type: 'problem', message }),
})
engine.handleEffects('log', ({ key }) => write({ type: 'performed', effect: key }))
const ids = [
  ...orders.ids.slice(-40),
  ...Array.from({ length: 4 }, (_, index) => `life-${run}-${index}`),
]
for (const id of ids.slice(-4)) await engine.begin(inputOf(id, fastNow(time)))
for (const sent of orders.unanswered) await send(engine, sent)
await Promise.all(Array.from({ length: lanes }, (_, lane) => drive(engine, lane, ids)))

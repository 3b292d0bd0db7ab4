import { openSync, readFileSync, writeSync } from 'node:fs'
import { createLifecycle } from '@afterview/core'
import { type Engine, type LifecyclePort, systemClock } from '@afterview/engine'
import { restateEngine, servePort } from '@afterview/engine-restate'
import { anyEvent, inputOf, type LogLine, type Sent, type WorkerOrders } from './load.ts'

const orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as WorkerOrders
const { ingress, admin, port, run } = orders
const log = openSync(orders.log, 'a')
const lanes = 4
const begun = 6

/** The page cache outlives the process, so a line that was written is never lost to a kill. */
function write(line: LogLine): void {
  writeSync(log, `${JSON.stringify(line)}\n`)
}

/** The server may be gone for a while: what was not answered is sent again. */
async function untilAnswered<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await call()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}

async function begin(engine: Engine, id: string): Promise<void> {
  const input = inputOf(id)
  await untilAnswered(() => engine.begin(input))
  write({ type: 'began', id })
}

async function send(engine: Engine, sent: Sent): Promise<void> {
  write({ type: 'sent', sent })
  const { id, event, key } = sent
  const { accepted } = await untilAnswered(() => engine.record(id, event, { key }))
  write({ type: 'answered', key, accepted })
}

async function drive(engine: Engine, lane: number, ids: readonly string[]): Promise<never> {
  for (let count = 0; ; count += 1) {
    const id = ids[Math.floor(Math.random() * ids.length)] ?? ''
    await send(engine, { id, key: `${run}-${lane}-${count}`, event: anyEvent() })
  }
}

/** Says when a timer is being fired, so that the kill can come in the middle of it. */
function announced(): LifecyclePort {
  const real = createLifecycle()
  return {
    ...real,
    wake: (snapshot, timerId, generation) => {
      writeSync(1, 'firing\n')
      return real.wake(snapshot, timerId, generation)
    },
  }
}

const engine = await untilAnswered(() =>
  restateEngine({ ingress, admin, answerTimeout: 5000, serve: servePort({ release: 'r1', port }) })(
    {
      lifecycle: announced(),
      clock: systemClock(),
      report: ({ message }) => write({ type: 'problem', message }),
    },
  ),
)
engine.handleEffects('log', ({ key }) => write({ type: 'performed', effect: key }))
writeSync(1, 'ready\n')
const fresh = Array.from({ length: begun }, (_, index) => `life-${run}-${index}`)
await Promise.all(fresh.map((id) => begin(engine, id)))
for (const sent of orders.unanswered) await send(engine, sent)
const ids = [...orders.ids.slice(-20), ...fresh]
await Promise.all(Array.from({ length: lanes }, (_, lane) => drive(engine, lane, ids)))

import { createLifecycle } from '@afterview/core'
import { type Engine, systemClock } from '@afterview/engine'
import { restateEngine, servePort } from '@afterview/engine-restate'
import { instantFromMs } from '@afterview/time'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { endingIn } from '../test-server/real-time.ts'
import { freePorts } from '../test-server/restate-node.ts'
import { type RestateServer, startRestateServer } from '../test-server/restate-server.ts'
import { openBareObjects } from './bare-object.ts'

const keys = 1000
const lanes = 64

/** Durable events on Restate beside the least that an invocation can cost: a counter in an object. */
export async function bench(): Promise<BenchTable> {
  const server = await startRestateServer(24)
  const bare = await openBareObjects(server)
  const engine = await openEngine(server)
  try {
    for (let first = 0; first < keys; first += 50) await beginAll(engine, first, first + 50)
    const ours = (key: number): Promise<unknown> => note(engine, key)
    const theirs = (key: number): Promise<unknown> => bare.count(`k${key}`)
    await measure([ours, theirs], 1, 40, () => 0)
    const [oneOurs, oneTheirs] = await measure([ours, theirs], 1, 300, () => 0)
    const [manyOurs, manyTheirs] = await measure(
      [ours, theirs],
      lanes,
      3000,
      (count) => count % keys,
    )
    const title = 'Durable events on a Restate server of this machine, with the service beside it'
    return {
      title,
      rows: [
        ...rows('one key, one after the other', oneOurs, oneTheirs),
        ...rows(`${keys} keys, ${lanes} at a time`, manyOurs, manyTheirs),
      ],
    }
  } finally {
    await engine.dispose()
    bare.close()
    await server.stop()
  }
}

async function openEngine({ ingress, admin }: RestateServer): Promise<Engine> {
  const [port = 0] = await freePorts(1)
  return restateEngine({ ingress, admin, serve: servePort({ release: 'bench', port }) })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => console.error(message),
  })
}

async function beginAll(engine: Engine, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index)
  await Promise.all(numbers.map((number) => engine.begin(endingIn(86_400_000, `life-${number}`))))
}

/** An event that changes the state, writes an entry, and leaves the timers. */
async function note(engine: Engine, key: number): Promise<void> {
  const event = { type: 'timeframe.asked', at: instantFromMs(Date.now()) }
  const { accepted } = await engine.record(`life-${key}`, event)
  if (!accepted) throw new Error('the event was refused')
}

interface Figures {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

type Call = (key: number) => Promise<unknown>

/** Both in turns of the same length, so that what else the machine does meets both. */
async function measure(
  calls: readonly [Call, Call],
  atOnce: number,
  total: number,
  keyOf: (count: number) => number,
): Promise<readonly [Figures, Figures]> {
  const rounds = 5
  const times: [number[], number[]] = [[], []]
  const spent: [number, number] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    for (const which of [0, 1] as const) {
      const started = performance.now()
      const share = Math.ceil(total / rounds)
      await inLanes(atOnce, share, (count) =>
        timed(calls[which], keyOf(round * share + count), times[which]),
      )
      spent[which] += performance.now() - started
    }
  }
  return [figures(times[0], spent[0]), figures(times[1], spent[1])]
}

async function inLanes(
  atOnce: number,
  total: number,
  run: (count: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < total) {
      next += 1
      await run(next - 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

async function timed(call: Call, key: number, times: number[]): Promise<void> {
  const started = performance.now()
  await call(key)
  times.push(performance.now() - started)
}

function figures(times: readonly number[], spent: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  return { perSecond: (times.length / spent) * 1000, p50: at(0.5), p99: at(0.99) }
}

function rows(name: string, ours: Figures, bare: Figures): BenchTable['rows'] {
  const ratio = ours.perSecond / bare.perSecond
  return [
    {
      name: `${name}: afterview`,
      value: ours.perSecond,
      unit: 'events/s',
      ratio,
      note: times(ours),
    },
    { name: `${name}: bare counter`, value: bare.perSecond, unit: 'events/s', note: times(bare) },
  ]
}

function times({ p50, p99 }: Figures): string {
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await bench(), null, 2))

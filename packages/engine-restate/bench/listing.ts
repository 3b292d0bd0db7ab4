import { createLifecycle } from '@afterview/core'
import { systemClock } from '@afterview/engine'
import { restateEngine, servePort } from '@afterview/engine-restate'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { endingIn } from '../test-server/real-time.ts'
import { freePorts } from '../test-server/restate-node.ts'
import { startRestateServer } from '../test-server/restate-server.ts'
import { type BareObjects, openBareObjects } from './bare-object.ts'

/** Lifecycles; AFTERVIEW_BENCH_LIFECYCLES=10000 for a larger table. */
const lifecycles = Number(process.env['AFTERVIEW_BENCH_LIFECYCLES'] ?? 1000)
const shards = 8

/** A page of a listing by Restate's own query of its state, beside an index in virtual objects. */
export async function bench(): Promise<BenchTable> {
  const server = await startRestateServer(24)
  const [port = 0] = await freePorts(1)
  const bare = await openBareObjects(server)
  const { ingress, admin } = server
  const engine = await restateEngine({
    ingress,
    admin,
    serve: servePort({ release: 'bench', port }),
  })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => console.error(message),
  })
  try {
    const began = await fill((number) => engine.begin(endingIn(86_400_000, idOf(number))))
    const indexed = await fill((number) => putRow(bare, number))
    const page = await median(10, () => engine.list({ state: 'closing', limit: 100 }))
    const counts = await median(10, () => engine.diagnostics())
    const merged = await median(5, () => listShards(bare))
    const title = `Listing ${lifecycles} lifecycles on a Restate server of this machine`
    return {
      title,
      rows: [
        { name: 'page of 100 by a query', value: page, unit: 'ms' },
        {
          name: 'page of 100 from an index in 8 objects',
          value: merged,
          unit: 'ms',
          ratio: page / merged,
        },
        { name: 'diagnostics by two queries', value: counts, unit: 'ms' },
        { name: 'beginning, without an index', value: began, unit: '/s' },
        {
          name: 'one more row of an index',
          value: indexed,
          unit: '/s',
          note: 'on top of each change',
        },
      ],
    }
  } finally {
    await engine.dispose()
    bare.close()
    await server.stop()
  }
}

function idOf(number: number): string {
  return `life-${String(number).padStart(7, '0')}`
}

function putRow(bare: BareObjects, number: number): Promise<void> {
  const facts = { state: 'closing', revision: 0, wakeAt: 0, changedAt: 0 }
  return bare.index(`shard-${number % shards}`, idOf(number), facts)
}

/** Snapshots would have to be fetched on top, one call for each. */
async function listShards(bare: BareObjects): Promise<unknown> {
  const names = Array.from({ length: shards }, (_, index) => `shard-${index}`)
  const parts = await Promise.all(names.map((name) => bare.listIndex(name, 'closing', 100)))
  return parts.flat().slice(0, 100)
}

/** Does something for every lifecycle, 64 at a time; how many a second. */
async function fill(run: (number: number) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  for (let first = 0; first < lifecycles; first += 64) {
    const size = Math.min(64, lifecycles - first)
    await Promise.all(Array.from({ length: size }, (_, index) => run(first + index)))
  }
  return (lifecycles / (performance.now() - started)) * 1000
}

async function median(rounds: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await bench(), null, 2))

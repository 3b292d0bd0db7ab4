import { type IsolationAdapter, createSystemClock } from '@afterview/plugin-host'
import { createChannel } from '@afterview/plugin-host/adapter-kit'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { bundleBootstraps } from '../test/isolation/bundled-bootstraps.ts'
import { type BadPlace, startBadPlace } from '../test/isolation/fault-proof.ts'
import { badPlugin } from '../test/isolation/plugin-files.ts'
import { threadLine } from './echo/lines.ts'

type Row = BenchTable['rows'][number]

const MESSAGES = 300_000
const FLOODS = 3
const RESTARTS = 9

/**
 * What supervision costs: how long a flood of messages stops the event loop of the application with
 * and without credit, and how long it takes to end a plugin in a busy loop and to have it back.
 */
export async function bench(): Promise<BenchTable> {
  return { title: 'Plugin supervision', rows: [...(await floods()), ...(await restarts())] }
}

interface Flood {
  readonly stallMs: number
  readonly totalMs: number
}

async function floods(): Promise<readonly Row[]> {
  const bare: Flood[] = []
  const credited: Flood[] = []
  for (let round = 0; round < FLOODS; round += 1) {
    bare.push(await flood(null))
    credited.push(await flood(256))
  }
  const stall = median(credited.map(({ stallMs }) => stallMs))
  const bareStall = median(bare.map(({ stallMs }) => stallMs))
  const note = (all: readonly Flood[]) => ({
    note: `all there after ${Math.round(median(all.map(({ totalMs }) => totalMs)))} ms`,
  })
  const name = `longest stall in a flood of ${MESSAGES.toLocaleString('en')} messages`
  return [
    { name: `${name}, 256 credits`, value: stall, unit: 'ms', ...note(credited) },
    {
      name: `${name}, bare port`,
      value: bareStall,
      unit: 'ms',
      ratio: bareStall / stall,
      ...note(bare),
    },
  ]
}

async function flood(credits: number | null): Promise<Flood> {
  const { port1, port2 } = new MessageChannel()
  const arrived = Promise.withResolvers<void>()
  let count = 0
  const take = (): null => {
    count += 1
    if (count === MESSAGES) arrived.resolve()
    return null
  }
  const { port } = threadLine(port1)
  if (credits === null) port.on(take)
  else receiveOver(port, credits, take)
  const workerData = { port: port2, messages: MESSAGES, credits }
  const file = new URL('./echo/flood.ts', import.meta.url)
  const started = performance.now()
  const worker = new Worker(file, { workerData, transferList: [port2] })
  const stop = watchStalls()
  await arrived.promise
  const stallMs = stop()
  await worker.terminate()
  return { stallMs, totalMs: performance.now() - started }
}

function receiveOver(
  port: ReturnType<typeof threadLine>['port'],
  credits: number,
  take: () => null,
): void {
  const fail = (error: unknown): never => {
    throw error
  }
  createChannel({
    port,
    clock: createSystemClock(),
    methods: { take },
    limits: { credits },
    defer: setImmediate,
    onViolation: fail,
    onError: fail,
  })
}

/** Watches for the longest time between two turns of the event loop. */
function watchStalls(): () => number {
  let longest = 0
  let last = performance.now()
  let isOver = false
  const turn = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    isOver = true
    return longest
  }
}

async function restarts(): Promise<readonly Row[]> {
  const { thread, process } = await bundleBootstraps()
  const adapters = {
    'worker thread': createWorkerThreadAdapter({ bootstrap: thread }),
    'child process': createChildProcessAdapter({ bootstrap: process }),
  }
  const rows: Row[] = []
  for (const [name, adapter] of Object.entries(adapters)) {
    const rounds = []
    for (let round = 0; round < RESTARTS; round += 1) rounds.push(await restart(adapter))
    const starts = median(rounds.map(({ startMs }) => startMs))
    const ends = median(rounds.map(({ endMs }) => endMs))
    rows.push(
      { name: `${name}: start until active`, value: starts, unit: 'ms' },
      { name: `${name}: end of a busy loop`, value: ends, unit: 'ms' },
      { name: `${name}: end and restart until active`, value: starts + ends, unit: 'ms' },
    )
  }
  return rows
}

async function restart(adapter: IsolationAdapter): Promise<{ startMs: number; endMs: number }> {
  const started = performance.now()
  const place: BadPlace = await startBadPlace(adapter, badPlugin, setImmediate)
  const startMs = performance.now() - started
  await place.run('loopAfterAnswer')
  // Long enough that the timer has fired and the loop runs.
  await new Promise((resolve) => setTimeout(resolve, 20))
  const ending = performance.now()
  await place.terminate()
  return { startMs, endMs: performance.now() - ending }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

if (import.meta.main) console.table((await bench()).rows)

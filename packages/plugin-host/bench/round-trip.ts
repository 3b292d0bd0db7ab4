import { fork } from 'node:child_process'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { processLine, threadLine } from './echo/lines.ts'
import { type Echo, type PeerName, callOver } from './echo/peers.ts'

const small = { type: 'timeframe.given', daysWaiting: 5, tags: ['a', 'b'], nested: { is: true } }
const large = { ...small, text: 'Thank you for your time. '.repeat(410) }
const payloads = { small, '10 KB': large } as const

const CALLS_PER_ROUND = 300
const ROUNDS = 11
const PIPELINED = 3000

type Transport = 'worker thread' | 'child process'

const peersOf: Readonly<Record<Transport, readonly PeerName[]>> = {
  'worker thread': ['channel', 'raw messages', 'birpc', 'comlink', 'vscode-jsonrpc'],
  'child process': ['channel', 'raw messages', 'birpc', 'vscode-jsonrpc'],
}

/** One echo at the other end of a line. */
interface Subject {
  readonly peer: PeerName
  readonly echo: Echo
  readonly micros: number[]
  readonly perSecond: number[]
  end(): void
}

/**
 * Round trips of a small object and of 10 KB: one after another, and all at once. The peers run in
 * the same process and take turns. `ratio` is the peer's figure against that of our channel.
 */
export async function bench(): Promise<BenchTable> {
  const rows: BenchTable['rows'][number][] = []
  for (const transport of ['worker thread', 'child process'] as const) {
    for (const [size, payload] of Object.entries(payloads)) {
      const subjects = await Promise.all(peersOf[transport].map((peer) => start(transport, peer)))
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const subject of subjects) await measure(subject, payload)
      }
      for (const subject of subjects) subject.end()
      rows.push(...rowsOf(`${transport}, ${size}`, subjects))
    }
  }
  return { title: 'Plugin channel: round trips', rows }
}

async function measure(subject: Subject, payload: typeof small): Promise<void> {
  for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
    const started = performance.now()
    await subject.echo(payload)
    subject.micros.push((performance.now() - started) * 1000)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: PIPELINED }, () => subject.echo(payload)))
  subject.perSecond.push((PIPELINED / (performance.now() - started)) * 1000)
}

function rowsOf(what: string, subjects: readonly Subject[]): BenchTable['rows'] {
  const figures = subjects.map(({ peer, micros, perSecond }) => ({
    peer,
    p50: quantile(micros, 0.5),
    p99: quantile(micros, 0.99),
    perSecond: quantile(perSecond, 0.5),
  }))
  const [ours] = figures
  const against = (value: number, own: number | undefined) =>
    own === undefined || value === own ? {} : { ratio: value / own }
  return figures.flatMap(({ peer, p50, p99, perSecond }) => [
    { name: `${what}, ${peer}, p50`, value: p50, unit: 'µs', ...against(p50, ours?.p50) },
    { name: `${what}, ${peer}, p99`, value: p99, unit: 'µs', ...against(p99, ours?.p99) },
    {
      name: `${what}, ${peer}, pipelined`,
      value: perSecond,
      unit: 'calls/s',
      ...against(perSecond, ours?.perSecond),
    },
  ])
}

function start(transport: Transport, peer: PeerName): Promise<Subject> {
  return transport === 'worker thread' ? startThread(peer) : startProcess(peer)
}

async function startThread(peer: PeerName): Promise<Subject> {
  const { port1, port2 } = new MessageChannel()
  const workerData = { peer, port: port2 }
  const file = new URL('./echo/thread.ts', import.meta.url)
  const worker = new Worker(file, { workerData, transferList: [port2] })
  const echo = callOver(peer, threadLine(port1))
  await echo(null)
  return { peer, echo, micros: [], perSecond: [], end: () => void worker.terminate() }
}

async function startProcess(peer: PeerName): Promise<Subject> {
  const child = fork(new URL('./echo/process.ts', import.meta.url), [peer])
  await new Promise((resolve) => void child.once('message', resolve))
  const echo = callOver(peer, processLine(child))
  await echo(null)
  return { peer, echo, micros: [], perSecond: [], end: () => void child.kill() }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

if (import.meta.main) console.table((await bench()).rows)

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLifecycle } from '@afterview/core'
import { type Engine, systemClock } from '@afterview/engine'
import { restateEngine, servePort } from '@afterview/engine-restate'
import { startRestateCluster } from '../test-server/restate-cluster.ts'
import { freePorts } from '../test-server/restate-node.ts'
import { type RestateServer, startRestateServer } from '../test-server/restate-server.ts'
import { judge, type Judgement } from './judgement.ts'
import type { LogLine, WorkerOrders } from './load.ts'

/** What became of a server and a service that were killed. */
export interface KillReport extends Judgement {
  readonly killsOfServer: number
  readonly killsOfService: number
  /** Of both, those that came while a timer was being fired. */
  readonly killsInMidFire: number
  /** The longest time from a kill to the next answer to anybody, in ms. */
  readonly longestSilence: number
}

interface Scene {
  readonly server: RestateServer
  readonly folder: string
  readonly log: string
  readonly port: number
}

/**
 * Kills the server, or another node of the cluster each time, and the service in turn with SIGKILL,
 * under load: at random moments, and every other time in the middle of firing a timer. A cluster has
 * to answer before the node is back. Then lets all come to rest and looks at what is stored.
 */
export async function killAgainAndAgain(
  kills: number,
  server: RestateServer,
  longestLife = 1200,
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-restate-kill-'))
  const [port = 0] = await freePorts(1)
  const scene: Scene = { server, folder, log: join(folder, 'log'), port }
  writeFileSync(scene.log, '')
  let worker = await startWorker(scene, 0)
  const counts = { killsOfServer: 0, killsOfService: 0, killsInMidFire: 0, longestSilence: 0 }
  try {
    for (let run = 1; run <= kills; run += 1) {
      const isMidFire = run % 4 < 2 && (await firing(worker, longestLife))
      if (!isMidFire) await pause(Math.random() * longestLife)
      if (isMidFire) counts.killsInMidFire += 1
      const killed = Date.now()
      if (run % 2 === 0) {
        await killRestate(scene)
        counts.killsOfServer += 1
      } else {
        await end(worker)
        worker = await startWorker(scene, run)
        await nextAnswer(scene)
        counts.killsOfService += 1
      }
      counts.longestSilence = Math.max(counts.longestSilence, Date.now() - killed)
      if (server.survivesKill) await server.start()
    }
    await end(worker)
    return { ...counts, ...(await inspect(scene)) }
  } finally {
    await end(worker)
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves when somebody gets an answer again. */
async function killRestate(scene: Scene): Promise<void> {
  const { server } = scene
  await server.kill()
  if (!server.survivesKill) await server.start()
  await nextAnswer(scene)
}

async function startWorker(scene: Scene, run: number): Promise<ChildProcess> {
  const { server, folder, log, port } = scene
  const { ingress, admin } = server
  const file = join(folder, `orders-${run}.json`)
  const orders: WorkerOrders = { ingress, admin, port, log, run, ...unfinished(readLog(log)) }
  writeFileSync(file, JSON.stringify(orders))
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await says(worker, 'ready', 60_000)
  return worker
}

function unfinished(lines: readonly LogLine[]): Pick<WorkerOrders, 'ids' | 'unanswered'> {
  const answered = new Set(lines.map((line) => (line.type === 'answered' ? line.key : '')))
  const sent = lines.flatMap((line) => (line.type === 'sent' ? [line.sent] : []))
  const open = new Map(sent.filter(({ key }) => !answered.has(key)).map((one) => [one.key, one]))
  const ids = lines.flatMap((line) => (line.type === 'began' ? [line.id] : []))
  return { ids, unanswered: [...open.values()] }
}

/** Whether a timer is being fired right now; waits for one. */
function firing(worker: ChildProcess, patience: number): Promise<boolean> {
  return says(worker, 'firing', patience).then(
    () => true,
    () => false,
  )
}

function says(worker: ChildProcess, word: string, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(new Error(`the worker did not say ${word}`)), patience)
    const listen = (chunk: unknown): void => {
      if (String(chunk).includes(word)) done(null)
    }
    const done = (error: Error | null): void => {
      clearTimeout(late)
      worker.stdout?.off('data', listen)
      if (error === null) resolve()
      else reject(error)
    }
    worker.stdout?.on('data', listen)
  })
}

function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    worker.kill('SIGKILL')
  })
}

/** The last line may have been cut off by the kill. */
function readLog(log: string): readonly LogLine[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as LogLine)
}

async function nextAnswer(scene: Scene): Promise<void> {
  const before = answersIn(scene)
  while (answersIn(scene) <= before) await pause(10)
}

function answersIn({ log }: Scene): number {
  return readLog(log).filter(({ type }) => type === 'answered').length
}

async function inspect({ server, log, port }: Scene): Promise<Judgement> {
  const { ingress, admin } = server
  const drained: string[] = []
  const engine = await restateEngine({
    ingress,
    admin,
    serve: servePort({ release: 'r1', port }),
  })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => void process.stderr.write(`${message}\n`),
  })
  try {
    engine.handleEffects('log', ({ key }) => void drained.push(key))
    await untilAtRest(engine)
    return await judge(engine, readLog(log), drained)
  } finally {
    await engine.dispose()
  }
}

/** Nothing is overdue or undelivered, and no timer comes within five seconds. */
async function untilAtRest(engine: Engine): Promise<void> {
  const late = Date.now() + 120_000
  for (let isAtRest = false; !isAtRest && Date.now() < late;) {
    await pause(500)
    const { overdue, undelivered, nextWakeAt } = await engine.diagnostics()
    const isNear = nextWakeAt !== null && Date.parse(nextWakeAt) < Date.now() + 5000
    isAtRest = overdue === 0 && undelivered === 0 && !isNear
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** `node faults/kill.ts 50` prints the report of a server, `node faults/kill.ts 50 cluster` that of three nodes. */
if (process.argv[1] === import.meta.filename) {
  const [, , kills = 20, kind = 'server'] = process.argv
  const server = await (kind === 'cluster' ? startRestateCluster() : startRestateServer())
  const report = await killAgainAndAgain(Number(kills), server)
  for (const [name, value] of Object.entries(report)) process.stdout.write(`${name}: ${value}\n`)
}

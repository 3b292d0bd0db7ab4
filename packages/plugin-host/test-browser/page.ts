import { createFramedWorker, createWebWorkerAdapter } from '@afterview/plugin-host/browser'
import { isolationConformance } from '@afterview/plugin-host/conformance'
import { faultCases } from '../test/isolation/fault-cases.ts'
import { type BadPlace, contradiction, startBadPlace } from '../test/isolation/fault-proof.ts'

/** What the tests call in the page. Every answer is what contradicts the promise, or `undefined`. */
export interface Suite {
  /** Runs one case of the conformance suite. */
  conform(title: string, isFramed: boolean): Promise<string | undefined>
  /** Makes one fault, while another plugin must answer. */
  prove(fault: string, commands: readonly string[]): Promise<string | undefined>
  /** Whether a plugin sees the page's own database: in a worker of the page, and in a framed one. */
  databasesSeen(commands: readonly string[]): Promise<{ own: unknown; framed: unknown }>
  /** What happens when a frame of the page's own origin is asked for. */
  frameOwnOrigin(): string
  /** What happens when the page makes code from text. */
  makeCode(): Promise<string>
}

const impatient = { unresponsiveMs: 400, killMs: 1200, pingMs: 200 }

const createWorker = (): Worker =>
  new Worker('/web-worker-bootstrap.js', { type: 'module', name: 'plugin' })

const adapter = createWebWorkerAdapter({ createWorker })
const impatientAdapter = createWebWorkerAdapter({ createWorker, liveness: impatient })

/** The same server under another name is another origin. */
const otherOrigin = `http://localhost:${location.port}`

const framedAdapter = createWebWorkerAdapter({
  createWorker: () => createFramedWorker({ page: `${otherOrigin}/frame.html` }),
})

const turnEnds = (run: () => void): void => void setTimeout(run, 0)

function start(commands: readonly string[], isImpatient = false): Promise<BadPlace> {
  const plugin = { main: new URL('/bad-plugin.js', location.href).href, commands }
  return startBadPlace(isImpatient ? impatientAdapter : adapter, plugin, turnEnds)
}

async function conform(title: string, isFramed: boolean): Promise<string | undefined> {
  const promise = isolationConformance.find((it) => it.title === title)
  if (promise === undefined) return 'there is no such case'
  const subject = isFramed
    ? { adapter: framedAdapter, main: `${otherOrigin}/conforming-plugin.js` }
    : { adapter, main: new URL('/conforming-plugin.js', location.href).href }
  return promise.run(subject).then(() => undefined, String)
}

async function databasesSeen(
  commands: readonly string[],
): Promise<{ own: unknown; framed: unknown }> {
  await openDatabase('of the page')
  const main = `${otherOrigin}/bad-plugin.js`
  const places = await Promise.all([
    start(commands),
    startBadPlace(framedAdapter, { main, commands }, turnEnds),
  ])
  const [own, framed] = await Promise.all(
    places.map((place) => place.run('listDatabases').catch(String)),
  )
  await Promise.all(places.map((place) => place.terminate()))
  return { own, framed }
}

function openDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(new Error('No database could be opened')))
  })
}

async function prove(fault: string, commands: readonly string[]): Promise<string | undefined> {
  const row = faultCases.find((it) => it.fault === fault)
  if (row === undefined) return 'there is no such fault'
  const place = await start(commands, row.outcomes.webworker?.is === 'ended')
  const neighbour = await start(commands)
  try {
    const proof = contradiction(place, row, 'webworker')
    if ((await neighbour.run('echo', 'a neighbour')) !== 'a neighbour')
      return 'no neighbour answers'
    if ((await proof) !== undefined) return await proof
    if (place.mostQuestionsInOneTurn > 256) return `${place.mostQuestionsInOneTurn} at once`
    return Object({}).polluted === undefined ? undefined : 'the page is polluted'
  } finally {
    await Promise.all([place.terminate(), neighbour.terminate()])
  }
}

/** In a turn of its own: what a debugger calls directly is exempt from the policy. */
function makeCode(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(String(Reflect.construct(Function, ['return 1'])()))
      } catch (error) {
        resolve(String(error))
      }
    }, 0)
  })
}

function frameOwnOrigin(): string {
  try {
    createFramedWorker({ page: '/frame.html' })
    return 'it was made'
  } catch (error) {
    return String(error)
  }
}

const suite: Suite = { conform, prove, databasesSeen, frameOwnOrigin, makeCode }
Object.assign(globalThis, { suite })

import { createWebWorkerAdapter } from '@afterview/plugin-host/browser'
import { isolationConformance } from '@afterview/plugin-host/conformance'
import { faultCases } from '../test/isolation/fault-cases.ts'
import { type BadPlace, contradiction, startBadPlace } from '../test/isolation/fault-proof.ts'

/** What the tests call in the page. Every answer is what contradicts the promise, or `undefined`. */
export interface Suite {
  /** Runs one case of the conformance suite. */
  conform(title: string): Promise<string | undefined>
  /** Makes one fault, while another plugin must answer. */
  prove(fault: string, commands: readonly string[]): Promise<string | undefined>
  /** What happens when the page makes code from text. */
  makeCode(): Promise<string>
}

const impatient = { unresponsiveMs: 400, killMs: 1500, pingMs: 200 }

const createWorker = (): Worker =>
  new Worker('/web-worker-bootstrap.js', { type: 'module', name: 'plugin' })

const adapter = createWebWorkerAdapter({ createWorker })
const impatientAdapter = createWebWorkerAdapter({ createWorker, liveness: impatient })

const turnEnds = (run: () => void): void => void setTimeout(run, 0)

function start(commands: readonly string[], isImpatient = false): Promise<BadPlace> {
  const plugin = { main: new URL('/bad-plugin.js', location.href).href, commands }
  return startBadPlace(isImpatient ? impatientAdapter : adapter, plugin, turnEnds)
}

async function conform(title: string): Promise<string | undefined> {
  const promise = isolationConformance.find((it) => it.title === title)
  const main = new URL('/conforming-plugin.js', location.href).href
  if (promise === undefined) return 'there is no such case'
  return promise.run({ adapter, main }).then(() => undefined, String)
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

const suite: Suite = { conform, prove, makeCode }
Object.assign(globalThis, { suite })

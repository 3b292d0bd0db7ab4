import {
  type IsolationAdapter,
  type JsonValue,
  type PluginRuntime,
  type RuntimeEvent,
  createSystemClock,
} from '@afterview/plugin-host'
import { type FaultCase, type FaultOutcome, type Tier, commandOf } from './fault-cases.ts'

/** The bad plugin, as a runner can load it. */
export interface BadPlugin {
  readonly main: string
  readonly commands: readonly string[]
}

/** The bad plugin in a place, and everything that it said and asked. */
export interface BadPlace {
  run(command: string, input?: JsonValue): Promise<JsonValue>
  /** The first event that matches, past or future. */
  event(matches: (event: RuntimeEvent) => boolean): Promise<RuntimeEvent>
  readonly events: readonly RuntimeEvent[]
  /** The largest number of questions to the host within one turn of its event loop. */
  readonly mostQuestionsInOneTurn: number
  terminate(): Promise<void>
}

/** Starts and activates the bad plugin. */
export async function startBadPlace(
  adapter: IsolationAdapter,
  plugin: BadPlugin,
  turnEnds: (run: () => void) => void,
): Promise<BadPlace> {
  const events = createEventLog()
  const turns = countPerTurn(turnEnds)
  const host = {
    call: async () => {
      turns.add()
      return null
    },
  }
  const description = { id: 'afterview.bad-plugin', version: '1.0.0', capabilities: {} }
  const options = { clock: createSystemClock(), onEvent: events.add }
  const runtime = await adapter.start({ ...description, main: plugin.main }, host, options)
  await activate(runtime, plugin)
  return {
    run: (command, input = null) => invoke(runtime, command, input),
    event: events.find,
    events: events.all,
    get mostQuestionsInOneTurn() {
      return turns.most()
    },
    terminate: () => runtime.terminate(),
  }
}

/** Makes the fault, and resolves with what was seen instead of the outcome, or `undefined`. */
export async function contradiction(
  place: BadPlace,
  fault: FaultCase,
  tier: Tier,
): Promise<string | undefined> {
  const outcome = fault.outcomes[tier]
  if (outcome === undefined) return 'the table has no outcome'
  const call = settled(place.run(commandOf(fault, tier), fault.input))
  return outcome.is === 'ended'
    ? contradictsEnd(place, call, outcome)
    : contradictsLife(place, call, outcome)
}

interface Settled {
  readonly is: 'answered' | 'refused'
  readonly text: string
}

type Outcome<Kind extends FaultOutcome['is']> = Extract<FaultOutcome, { readonly is: Kind }>

async function contradictsEnd(
  place: BadPlace,
  call: Promise<Settled>,
  outcome: Outcome<'ended'>,
): Promise<string | undefined> {
  const exit = await place.event(({ type }) => type === 'exit')
  await call
  if (exit.type !== 'exit' || exit.isExpected || exit.cause !== outcome.cause) {
    return JSON.stringify(exit)
  }
  const later = await settled(place.run('echo'))
  return later.is === 'refused' ? undefined : 'it still answers'
}

async function contradictsLife(
  place: BadPlace,
  call: Promise<Settled>,
  outcome: Exclude<FaultOutcome, Outcome<'ended'>>,
): Promise<string | undefined> {
  const seen = await call
  const found = await contradictsAnswer(place, seen, outcome)
  if (found !== undefined) return found
  const later = await settled(place.run('echo', 'alive'))
  return later.text === '"alive"' ? undefined : `it does not live on: ${later.text}`
}

async function contradictsAnswer(
  place: BadPlace,
  seen: Settled,
  outcome: Exclude<FaultOutcome, Outcome<'ended'>>,
): Promise<string | undefined> {
  switch (outcome.is) {
    case 'refused':
    case 'answered':
      return seen.is === outcome.is && seen.text.includes(outcome.with) ? undefined : seen.text
    case 'reported':
      await place.event((it) => it.type === 'error' && it.error.message.includes(outcome.with))
      return undefined
    case 'limited':
      await place.event((it) => it.type === 'log' && it.text.endsWith('left out: too many at once'))
      return contradictsCount(place.events, seen.text)
    case 'fatal':
      return 'it is fatal, so it cannot be proved here'
  }
}

/** Every line is either told or counted. How many are told depends on how long it took. */
function contradictsCount(events: readonly RuntimeEvent[], lines: string): string | undefined {
  const texts = events.flatMap((event) => (event.type === 'log' ? [event.text] : []))
  const counts = texts.flatMap((text) => /^(\d+) log lines left out/.exec(text)?.[1] ?? [])
  const told = texts.length - counts.length
  const sum = told + counts.reduce((total, count) => total + Number(count), 0)
  if (sum !== Number(lines)) return `${sum} of ${lines} lines were told or counted`
  return told < Number(lines) ? undefined : 'all lines were told'
}

function settled(pending: Promise<JsonValue>): Promise<Settled> {
  return pending.then(
    (value) => ({ is: 'answered', text: JSON.stringify(value) }),
    (error: unknown) => ({ is: 'refused', text: String(error) }),
  )
}

async function activate(runtime: PluginRuntime, plugin: BadPlugin): Promise<void> {
  await runtime.activate(
    {
      pluginId: 'afterview.bad-plugin',
      version: '1.0.0',
      apiVersion: '1.0.0',
      reason: '*',
      locale: 'en',
      configuration: {},
      messages: {},
      services: [],
      enabledApiProposals: [],
      declared: { command: plugin.commands },
    },
    new AbortController().signal,
  )
}

async function invoke(
  runtime: PluginRuntime,
  command: string,
  input: JsonValue,
): Promise<JsonValue> {
  const call = { kind: 'command', id: `bad-plugin.${command}`, input, at: '2026-11-25T14:30:00Z' }
  return runtime.invoke({ ...call, kind: 'command' }, new AbortController().signal)
}

function createEventLog() {
  const all: RuntimeEvent[] = []
  const waiting: (() => void)[] = []
  const add = (event: RuntimeEvent): void => {
    all.push(event)
    for (const wake of waiting.splice(0)) wake()
  }
  const find = async (matches: (event: RuntimeEvent) => boolean): Promise<RuntimeEvent> => {
    for (;;) {
      const found = all.find(matches)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
  }
  return { all: all as readonly RuntimeEvent[], add, find }
}

function countPerTurn(turnEnds: (run: () => void) => void) {
  let inTurn = 0
  let most = 0
  return {
    add(): void {
      if (inTurn === 0) {
        turnEnds(() => {
          inTurn = 0
        })
      }
      inTurn += 1
      most = Math.max(most, inTurn)
    },
    most: () => most,
  }
}

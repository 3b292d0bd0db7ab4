import { AfterviewError, isAfterviewError } from '@afterview/time'
import type { JsonValue } from '../json-value.ts'
import { createSystemClock } from '../system-clock.ts'
import type {
  ActivateRequest,
  DeclaredHandlers,
  HandlerCall,
  IsolationAdapter,
  PluginDescription,
  PluginRuntime,
  RuntimeEvent,
} from './runtime.ts'

/** One promise of {@link IsolationAdapter}, as a test that any runner can run. */
export interface ConformanceCase {
  /** What holds, as a sentence. */
  readonly title: string
  /** Rejects when it does not hold. */
  run(subject: ConformanceSubject): Promise<void>
}

/** What is put to the test. */
export interface ConformanceSubject {
  readonly adapter: IsolationAdapter
  /** URL under which the adapter's place can load `@afterview/plugin-host/conforming-plugin`. */
  readonly main: string
}

const PLUGIN_ID = 'afterview.conforming'
const AT = '2026-11-25T14:30:00Z'

const commandNames = [
  'echo',
  'describe',
  'configuration',
  'mutate',
  'fail',
  'ask',
  'log',
  'wait',
  'never',
] as const

type CommandName = (typeof commandNames)[number]

const declared: DeclaredHandlers = { command: commandNames.map((name) => `conforming.${name}`) }

/** A running place and everything that it said. */
interface Bench {
  readonly runtime: PluginRuntime
  activate(mode?: string, signal?: AbortSignal): ReturnType<PluginRuntime['activate']>
  run(name: CommandName | 'missing', input?: JsonValue, signal?: AbortSignal): Promise<JsonValue>
  /** The first event that matches, past or future. */
  event<Type extends RuntimeEvent['type']>(
    type: Type,
  ): Promise<Extract<RuntimeEvent, { readonly type: Type }>>
  /** The first call to the host with that method and key, past or future. */
  asked(method: string, key: string): Promise<JsonValue>
  readonly events: readonly RuntimeEvent[]
  readonly calls: readonly HostCall[]
}

interface HostCall {
  readonly method: string
  readonly params: JsonValue
}

/** Everything that holds of every isolation adapter, whatever it isolates. */
export const isolationConformance: readonly ConformanceCase[] = [
  conform('activation tells what was registered and how long it took', async (bench) => {
    const result = await bench.activate()
    equal([...result.handlers].toSorted(), [...commandIds()].toSorted())
    for (const ms of [result.loadMs, result.callMs, result.awaitMs]) equal(ms >= 0, true)
  }),
  conform('the plugin sees what it was activated with', async (bench) => {
    await bench.activate()
    const seen = await bench.run('describe')
    const { id, reason, locale, at, title } = Object(seen)
    equal({ id, reason, locale, at, title }, describedAs)
  }),
  conform('an answer comes back as data', async (bench) => {
    await bench.activate()
    const input = { texts: ['å', '😀', ''], numbers: [0, -1.5, 1e21], nothing: null, is: true }
    equal(await bench.run('echo', input), input)
  }),
  conform('what a plugin does to its input does not reach the host', async (bench) => {
    await bench.activate()
    const input = { owner: { name: 'Ada' } }
    equal((await rejection(bench.run('mutate', input))).name, 'TypeError')
    equal(input, { owner: { name: 'Ada' } })
  }),
  conform('what a handler throws arrives with its name, text and cause', async (bench) => {
    await bench.activate()
    const error = await rejection(bench.run('fail'))
    equal([error.name, error.message], ['RangeError', 'too far'])
    equal(error.cause instanceof Error && error.cause.message, 'the map is wrong')
  }),
  conform('an error of Afterview arrives with its code, fix and details', async (bench) => {
    await bench.activate()
    const error = await rejection(bench.run('missing'))
    equal(isAfterviewError(error) && error.code, 'handler-missing')
    equal(isAfterviewError(error) && error.fix.length > 0, true)
    equal(isAfterviewError(error) && error.details['id'], 'conforming.missing')
  }),
  conform('a handler is not called before the activation', async (bench) => {
    equal(await codeOf(bench.run('echo')), 'plugin-not-active')
  }),
  conform('a question of the plugin reaches the host, and the answer the plugin', async (bench) => {
    await bench.activate()
    await bench.run('ask', { day: 5 })
    equal(await bench.asked('context.set', 'conforming.asked'), { day: 5 })
  }),
  conform(
    'a refusal of the host reaches the plugin and its caller with its code',
    async (bench) => {
      await bench.activate()
      equal(await codeOf(bench.run('ask', 'refuse this')), 'refused-on-purpose')
    },
  ),
  conform('a cancelled call is cancelled in the plugin', async (bench) => {
    await bench.activate()
    const controller = new AbortController()
    const waiting = bench.run('wait', null, controller.signal).catch(() => undefined)
    await bench.asked('storage.set', 'waiting')
    controller.abort()
    equal(await bench.asked('storage.set', 'aborted'), true)
    await waiting
  }),
  conform('a change of the settings reaches the plugin', async (bench) => {
    await bench.activate()
    bench.runtime.notify({ type: 'configuration.changed', configuration: { mode: 'changed' } })
    equal(await bench.asked('storage.set', 'configured'), 'changed')
    equal(await bench.run('configuration'), 'changed')
  }),
  conform('a log line is told', async (bench) => {
    await bench.activate()
    await bench.run('log')
    equal(await bench.event('log'), { type: 'log', level: 'warn', text: 'a line' })
  }),
  conform('a failed activation rejects with what was thrown and is rolled back', async (bench) => {
    const error = await rejection(bench.activate('throw'))
    equal([error.name, error.message], ['TypeError', 'not today'])
    equal(error.cause instanceof Error && error.cause.message, 'bad weather')
    equal(disposals(bench), ['last pushed', 'first pushed'])
  }),
  conform('an activation that is given up rejects at once', async (bench) => {
    const controller = new AbortController()
    const activation = codeOf(bench.activate('never', controller.signal))
    controller.abort()
    equal(await activation, 'activation-aborted')
  }),
  conform('deactivation calls the plugin, then disposes in reverse order', async (bench) => {
    await bench.activate()
    const result = await bench.runtime.deactivate(new AbortController().signal)
    equal(result, { errors: [], forgotten: [], isCut: false })
    equal(disposals(bench), ['deactivate', 'last pushed', 'first pushed'])
    equal(await codeOf(bench.run('echo')), 'plugin-not-active')
  }),
  conform('a disposer that throws is told and does not stop the others', async (bench) => {
    await bench.activate('faulty')
    const result = await bench.runtime.deactivate(new AbortController().signal)
    equal(
      result.errors.map((error) => error.message),
      ['thrown on purpose'],
    )
    equal(disposals(bench), ['deactivate', 'last pushed', 'first pushed'])
  }),
  conform('a deactivation is cut when its time is over', async (bench) => {
    await bench.activate('stubborn')
    const controller = new AbortController()
    const ending = bench.runtime.deactivate(controller.signal)
    controller.abort()
    equal((await ending).isCut, true)
  }),
  conform('termination rejects what is under way, and tells its end once', async (bench) => {
    await bench.activate()
    const pending = codeOf(bench.run('never'))
    await Promise.all([bench.runtime.terminate(), bench.runtime.terminate()])
    equal(await pending, 'plugin-terminated')
    equal(await codeOf(bench.run('echo')), 'plugin-terminated')
    const exits = bench.events.filter((event) => event.type === 'exit')
    equal(
      exits.map(({ isExpected, cause }) => ({ isExpected, cause })),
      [{ isExpected: true, cause: 'terminated' }],
    )
    equal(bench.events.at(-1)?.type, 'exit')
  }),
  conform('a start that is not wanted any more is given up', async (_bench, subject) => {
    const signal = AbortSignal.abort(new Error('not wanted'))
    const description = describePlugin(subject.main)
    const host = { call: async () => null }
    const options = { clock: createSystemClock(), onEvent: () => undefined, signal }
    const started = await subject.adapter.start(description, host, options).catch(() => undefined)
    await started?.terminate()
  }),
]

const describedAs = {
  id: PLUGIN_ID,
  reason: 'onCommand:conforming.echo',
  locale: 'en',
  at: AT,
  title: 'A title',
}

function conform(
  title: string,
  check: (bench: Bench, subject: ConformanceSubject) => Promise<void>,
): ConformanceCase {
  return {
    title,
    async run(subject) {
      const bench = await createBench(subject)
      try {
        await check(bench, subject)
      } finally {
        await bench.runtime.terminate()
      }
    },
  }
}

async function createBench({ adapter, main }: ConformanceSubject): Promise<Bench> {
  const events = createRecord<RuntimeEvent>()
  const calls = createRecord<HostCall>()
  const host = {
    async call(method: string, params: JsonValue) {
      calls.add({ method, params })
      if (Object(params).value === 'refuse this') throw refusedOnPurpose()
      return method === 'context.set' || method === 'storage.set' ? null : {}
    },
  }
  const options = { clock: createSystemClock(), onEvent: events.add }
  const runtime = await adapter.start(describePlugin(main), host, options)
  return {
    runtime,
    events: events.all,
    calls: calls.all,
    activate: (mode = 'plain', signal = new AbortController().signal) =>
      runtime.activate(requestFor(mode), signal),
    run: async (name, input = null, signal = new AbortController().signal) =>
      runtime.invoke(callOf(name, input), signal),
    async event(type) {
      const found = await events.find((event) => event.type === type)
      return found as Extract<RuntimeEvent, { readonly type: typeof type }>
    },
    async asked(method, key) {
      const found = await calls.find((it) => it.method === method && Object(it.params).key === key)
      return Object(found.params).value
    },
  }
}

function describePlugin(main: string): PluginDescription {
  return { id: PLUGIN_ID, version: '1.0.0', main, capabilities: { storage: true } }
}

function requestFor(mode: string): ActivateRequest {
  return {
    pluginId: PLUGIN_ID,
    version: '1.0.0',
    apiVersion: '1.0.0',
    reason: describedAs.reason,
    locale: describedAs.locale,
    configuration: { mode },
    messages: { title: describedAs.title },
    services: [],
    enabledApiProposals: [],
    declared,
  }
}

function callOf(name: string, input: JsonValue): HandlerCall {
  return { kind: 'command', id: `conforming.${name}`, input, at: AT }
}

function commandIds(): readonly string[] {
  return commandNames.map((name) => `command:conforming.${name}`)
}

function disposals(bench: Bench): readonly JsonValue[] {
  return bench.calls
    .filter((call) => Object(call.params).key === 'disposed')
    .map((call) => Object(call.params).value)
}

function refusedOnPurpose(): AfterviewError {
  return new AfterviewError('refused-on-purpose', {
    happened: 'The conformance suite refuses this',
    fix: 'expect it',
  })
}

/** A list that can be waited on. */
function createRecord<Item>() {
  const all: Item[] = []
  const waiting: (() => void)[] = []
  const find = async (matches: (item: Item) => boolean): Promise<Item> => {
    for (;;) {
      const found = all.find(matches)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
  }
  const add = (item: Item): void => {
    all.push(item)
    for (const wake of waiting.splice(0)) wake()
  }
  return { all: all as readonly Item[], add, find }
}

async function rejection(pending: Promise<unknown>): Promise<Error> {
  const outcome = await pending.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome && outcome.error instanceof Error) return outcome.error
  throw failed('a rejection with an error', outcome)
}

async function codeOf(pending: Promise<unknown>): Promise<string> {
  const error = await rejection(pending)
  return isAfterviewError(error) ? error.code : `${error.name}: ${error.message}`
}

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw failed(expected, actual)
}

function failed(expected: unknown, actual: unknown): AfterviewError {
  return new AfterviewError('conformance-failed', {
    happened: `Expected ${JSON.stringify(expected)}, but found ${JSON.stringify(actual)}`,
    fix: 'make the adapter keep the promise in the title of the case',
    details: { expected, actual },
  })
}

import type { EngineStore } from '@afterview/engine'
import {
  type IndexedDbEngine,
  indexedDbEngine,
  type IndexedDbEngineOptions,
} from '@afterview/engine-indexeddb'
import { createManualClock, engineCases, runCase, runRandomLife } from '@afterview/engine/testing'
import { isAfterviewError } from '@afterview/time'
import { applicationInput, morning, testHost, type TestHost } from '../test/application.ts'
import { createData, tabsUnderTest } from '../test/tabs-under-test.ts'
import { storeCases } from '../../engine/src/testing/cases/store-cases.ts'

/** What the tests call in a page. What goes wrong is answered in words; `undefined` when all is well. */
export interface Suite {
  /** Runs one case of the suite of engines. */
  conform(title: string): Promise<string | undefined>
  /** Runs one case of the suite of stores. */
  conformStore(title: string): Promise<string | undefined>
  /** Lives a life at random. */
  live(seed: number): Promise<string | undefined>
  /** Opens the engine of this tab; gives the code of the error when it cannot. */
  open(options: IndexedDbEngineOptions, now?: string): Promise<string | undefined>
  begin(applicationId: string): Promise<string | undefined>
  ask(applicationId: string, key?: string): Promise<string | undefined>
  revision(applicationId: string): Promise<number | undefined>
  revisionsOfHistory(applicationId: string): Promise<readonly number[]>
  ids(): Promise<readonly string[]>
  /** Everything that this tab has heard, as `type id revision`. */
  heard(): readonly string[]
  /** Sets the clock of this tab and lets a minute pass. */
  sleepTo(instant: string): Promise<void>
  /** Timers that fired, by their effect on the history. */
  firings(applicationId: string): Promise<number>
  exportToJson(): Promise<string>
  importFromJson(
    text: string,
    existing?: 'refuse' | 'keep' | 'replace',
  ): Promise<string | undefined>
  facts(): Promise<Readonly<Record<string, unknown>>>
  problems(): readonly string[]
  dispose(): Promise<void>
}

let tab: { readonly engine: IndexedDbEngine; readonly host: TestHost } | undefined
const changes: string[] = []

function ours(): { readonly engine: IndexedDbEngine; readonly host: TestHost } {
  if (tab === undefined) throw new Error('The engine of this tab was not opened')
  return tab
}

function inWords(thrown: unknown): string {
  if (isAfterviewError(thrown)) return thrown.code
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

/** The code of the error, or `undefined`. */
function problemOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(() => undefined, inWords)
}

async function conform(title: string): Promise<string | undefined> {
  const one = engineCases.find((it) => it.title === title)
  if (one === undefined) return 'there is no such case'
  return runCase(one, async () => tabsUnderTest()).then(() => undefined, String)
}

async function conformStore(title: string): Promise<string | undefined> {
  const one = storeCases.find((it) => it.title === title)
  if (one === undefined) return 'there is no such case'
  const data = createData()
  const stores: EngineStore[] = []
  const open = async (): Promise<EngineStore> => {
    const store = await data.open()
    stores.push(store)
    return store
  }
  const found = await one.run(open).then(() => undefined, String)
  for (const store of stores) await store.close()
  await data.discard?.()
  return found
}

async function live(seed: number): Promise<string | undefined> {
  const test = tabsUnderTest()
  const found = await runRandomLife(test, seed).then(() => undefined, String)
  await test.close()
  return found
}

async function open(options: IndexedDbEngineOptions, now = morning): Promise<string | undefined> {
  const host = testHost(createManualClock(now))
  try {
    const engine = await indexedDbEngine(options)(host)
    tab = { engine, host }
    engine.subscribe((change) => {
      const revision = change.type === 'erased' ? '' : ` ${change.snapshot.revision}`
      changes.push(`${change.type} ${change.applicationId}${revision}`)
    })
    return undefined
  } catch (thrown) {
    return inWords(thrown)
  }
}

async function record(applicationId: string, key?: string): Promise<void> {
  const { engine, host } = ours()
  const event = { type: 'timeframe.asked', at: host.clock.now() }
  const outcome = await engine.record(applicationId, event, key === undefined ? {} : { key })
  if (!outcome.accepted) throw new Error(outcome.reason.message)
}

const suite: Suite = {
  conform,
  conformStore,
  live,
  open,
  begin: (id) => problemOf(ours().engine.begin(applicationInput(id))),
  ask: (id, key) => problemOf(record(id, key)),
  revision: async (id) => (await ours().engine.read(id))?.revision,
  revisionsOfHistory: async (id) =>
    (await ours().engine.history(id)).map(({ revision }) => revision),
  ids: async () =>
    (await ours().engine.list({ limit: 1000 })).items.map(({ applicationId }) => applicationId),
  heard: () => changes,
  sleepTo: (instant) => ours().host.clock.sleepTo(instant),
  firings: async (id) =>
    (await ours().engine.history(id)).filter(({ type }) => type === 'timer').length,
  exportToJson: () => ours().engine.exportToJson(),
  importFromJson: (text, existing) =>
    problemOf(ours().engine.importFromJson(text, existing === undefined ? {} : { existing })),
  facts: async () => (await ours().engine.diagnostics()).store,
  problems: () => ours().host.problems.map(({ code }) => code),
  dispose: () => ours().engine.dispose(),
}

Object.assign(globalThis, { suite })

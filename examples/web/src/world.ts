import type { AgendaItem, EventType, Explanation, Lifecycle, Snapshot } from '@afterview/core'
import type { IndexedDbEngine } from '@afterview/engine-indexeddb'
import type { Afterview } from 'afterview'
import { type FirstLoad, firstLoad, readAgenda } from './first-load.ts'
import { createProposals, type Proposals } from './proposals.ts'
import { ownZone, settings } from './settings.ts'
import { type ShiftedClock, shiftedClock } from './shifted-clock.ts'

/** The person's own job search, or one to try things out with. */
export type WorldName = 'mine' | 'trial'

/** One job search with its clock. */
export interface World {
  readonly name: WorldName
  readonly clock: ShiftedClock
  readonly engine: IndexedDbEngine
  readonly lifecycle: () => Lifecycle
  agenda(applicationId?: string): Promise<readonly AgendaItem[]>
  read(applicationId: string): Promise<Snapshot | undefined>
  possible(snapshot: Snapshot): readonly EventType[]
  explain(item: AgendaItem): Promise<Explanation | undefined>
  /** What plugins propose, until the person decides. */
  readonly proposals: Proposals
  /** Everything: letters, calendars, phrases, plugins. Loaded when it is first wanted. */
  whole(): Promise<Afterview>
  /** Counts what has changed, in this tab or another, so that what is shown can be read again. */
  readonly version: () => number
  /** Calls the listener after each change. The result ends that. */
  readonly watch: (listener: () => void) => () => void
  /** Says that something changed which no engine tells: the clock. */
  touch(): void
  close(): Promise<void>
}

/** Opens a job search. */
export async function openWorld(name: WorldName): Promise<World> {
  const clock = shiftedClock(() => (name === 'trial' ? settings.daysAhead() : 0))
  // What has no caller to throw to is for whoever looks at the console.
  const report = (problem: Error): void => console.warn(problem.message)
  const first = await firstLoad(`afterview-${name}`, clock, report)
  const { engine, lifecycle } = first
  const { tell, watch, version } = createWatch()
  const subscription = engine.subscribe(tell)
  const proposals = createProposals(tell)
  const minute = setInterval(tell, 60_000)
  // The clock of the trial is kept beside the database; another tab may have moved it.
  addEventListener('storage', tell)
  let whole: Promise<Afterview> | undefined
  return {
    name,
    clock,
    engine,
    lifecycle,
    proposals,
    agenda: (applicationId) => readAgenda(first, clock.now(), applicationId),
    read: (applicationId) => engine.read(applicationId),
    possible: (snapshot) => lifecycle().possibleEvents(snapshot),
    async explain({ applicationId, id }) {
      const snapshot = await engine.read(applicationId)
      return snapshot && lifecycle().explain(snapshot, id)
    },
    whole() {
      whole ??= openWhole(first, clock, report, proposals, tell).catch((error: unknown) => {
        whole = undefined
        throw error
      })
      return whole
    },
    version,
    watch,
    touch: tell,
    async close() {
      clearInterval(minute)
      removeEventListener('storage', tell)
      subscription.dispose()
      await (whole === undefined ? engine.dispose() : (await whole).dispose())
    },
  }
}

async function openWhole(
  first: FirstLoad,
  clock: ShiftedClock,
  report: (problem: Error) => void,
  proposals: Proposals,
  changed: () => void,
): Promise<Afterview> {
  const { createAfterview } = await import('afterview')
  const { adapter, openPlugins } = await import('./shipped-plugins.ts')
  const zone = ownZone()
  const afterview = await createAfterview({
    engine: first.lend,
    clock,
    zone,
    locale: settings.language(),
    calendar: { name: 'Afterview', zone },
    plugins: await openPlugins(settings.pluginsOff()),
    adapters: [adapter()],
    report,
  })
  first.follow(() => afterview.lifecycle)
  afterview.plugins.onDidChangeState(changed)
  afterview.plugins.onDidPropose((proposal) => proposals.add(proposal))
  // Plugins may count dates by rules of their own.
  changed()
  return afterview
}

interface Watch extends Pick<World, 'watch' | 'version'> {
  readonly tell: () => void
}

function createWatch(): Watch {
  const listeners = new Set<() => void>()
  let version = 0
  return {
    version: () => version,
    tell() {
      version += 1
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

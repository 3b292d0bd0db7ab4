import { compareItems, createLifecycle, type AgendaItem, type Lifecycle } from '@afterview/core'
import type { Engine, EngineFactory, LifecyclePort } from '@afterview/engine'
import type { HolidayCalendar } from '@afterview/time'
import { holidayCalendar, holidayRegions } from '@afterview/time/holidays'
import type { IndexedDbEngine } from '@afterview/engine-indexeddb'
import { openEngine } from './engine.ts'
import type { ShiftedClock } from './shifted-clock.ts'

/**
 * What the first page needs: what is kept, and the core to read it with. Letters, calendars, phrases
 * and plugins come with the whole Afterview, a moment later.
 */
export interface FirstLoad {
  readonly engine: IndexedDbEngine
  /** The lifecycle that counts: the core's own, and that of the Afterview once it is there. */
  readonly lifecycle: () => Lifecycle
  /** The factory that hands the open engine to `createAfterview`, which brings its rules along. */
  readonly lend: EngineFactory
  /** Called with the Afterview's lifecycle, which plugins may have given other rules. */
  follow(lifecycle: () => Lifecycle): void
}

/** Opens what is kept under a name. */
export async function firstLoad(
  name: string,
  clock: ShiftedClock,
  report: (problem: Error) => void,
): Promise<FirstLoad> {
  const own = createLifecycle({ holidays: shippedHolidays })
  let lifecycle = (): Lifecycle => own
  let port: LifecyclePort = own
  const engine = await openEngine(name)({ lifecycle: portOf(() => port), clock, report })
  return {
    engine,
    lifecycle: () => lifecycle(),
    lend: async (host) => {
      port = host.lifecycle
      return engine
    },
    follow: (next) => {
      lifecycle = next
    },
  }
}

/** The agenda over some or all applications, the most pressing first. */
export async function readAgenda(
  { engine, lifecycle }: FirstLoad,
  now: string,
  applicationId?: string,
): Promise<readonly AgendaItem[]> {
  const items: AgendaItem[] = []
  for await (const snapshot of snapshots(engine, applicationId)) {
    const present = lifecycle().catchUp(snapshot, now).snapshot
    items.push(...lifecycle().agenda(present, { now }))
  }
  return items
    .filter(({ status }) => status === 'upcoming' || status === 'due' || status === 'overdue')
    .toSorted(compareItems)
}

async function* snapshots(engine: Engine, applicationId?: string) {
  if (applicationId !== undefined) {
    const snapshot = await engine.read(applicationId)
    if (snapshot !== undefined) yield snapshot
    return
  }
  let cursor: string | undefined
  do {
    const page = await engine.list(cursor === undefined ? {} : { cursor })
    for (const { snapshot } of page.items) if (snapshot !== null) yield snapshot
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

function portOf(port: () => LifecyclePort): LifecyclePort {
  return {
    start: (input) => port().start(input),
    advance: (snapshot, event, key) => port().advance(snapshot, event, key),
    wake: (snapshot, timerId, generation) => port().wake(snapshot, timerId, generation),
    possibleEvents: (snapshot) => port().possibleEvents(snapshot),
    restore: (value) => port().restore(value),
  }
}

/** The table of a region, else of its country. */
function shippedHolidays(country: string): HolidayCalendar | undefined {
  const region = [country, country.slice(0, 2)].find((code) => holidayRegions().includes(code))
  return region === undefined ? undefined : holidayCalendar(region)
}

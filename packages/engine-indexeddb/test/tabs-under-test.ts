import type { EngineStore } from '@afterview/engine'
import { openIndexedDbStore } from '@afterview/engine-indexeddb'
import {
  type EngineUnderTest,
  type ManualClock,
  type StoredData,
  storeUnderTest,
} from '@afterview/engine/testing'

let databases = 0

/** An empty database that stores under test share, as tabs do. */
export function createData(): StoredData {
  const name = newName()
  return { open: () => openIndexedDbStore({ name }), discard: () => deleteDatabase(name) }
}

/** An engine for the conformance suite, in a database of its own. */
export function tabsUnderTest(): EngineUnderTest {
  const name = newName()
  const tabs = createTabs(name)
  const test = storeUnderTest({ open: tabs.open, discard: () => deleteDatabase(name) })
  return { ...test, clock: patientClock(test.clock, tabs.heardAll), rest: tabs.rest }
}

function newName(): string {
  databases += 1
  return `afterview-test-${databases}`
}

/**
 * The time of a test stands still while tabs talk to one another, which takes the browser a moment:
 * so that it goes on only when all that was told has been heard.
 */
function patientClock(clock: ManualClock, heardAll: () => Promise<void>): ManualClock {
  return {
    now: () => clock.now(),
    setTimer: (ms, run) => clock.setTimer(ms, run),
    step: (ms) => clock.step(ms),
    async advance(ms) {
      await heardAll()
      await clock.advance(ms)
    },
    async sleepTo(instant) {
      await heardAll()
      await clock.sleepTo(instant)
    },
    get timers() {
      return clock.timers
    },
  }
}

interface Tab {
  unheard: number
}

interface Tabs {
  open(this: void): Promise<EngineStore>
  /** Resolves when each tab has heard what the others told. */
  heardAll(this: void): Promise<void>
  /** Resolves when no tab works on the database. */
  rest(this: void): Promise<void>
}

function createTabs(name: string): Tabs {
  const open = new Set<Tab>()
  let busy = 0

  /** The same store, whose calls are counted while they are under way. */
  function counted(store: EngineStore): EngineStore {
    return new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return async (...args: unknown[]) => {
          busy += 1
          try {
            return await Reflect.apply(member, target, args)
          } finally {
            busy -= 1
          }
        }
      },
    })
  }

  async function heardAll(): Promise<void> {
    await turnTaken(name)
    while ([...open].some(({ unheard }) => unheard > 0)) await turn()
  }

  function tellOthers(teller: Tab): void {
    for (const tab of open) if (tab !== teller) tab.unheard += 1
  }

  return {
    async open() {
      const store = await openIndexedDbStore({ name })
      const { company } = store
      const tab: Tab = { unheard: 0 }
      open.add(tab)
      company.onChange(() => (tab.unheard -= 1))
      company.onWake(() => (tab.unheard -= 1))
      return counted({
        ...store,
        company: {
          ...company,
          tellChange(change) {
            tellOthers(tab)
            company.tellChange(change)
          },
          tellWake(at) {
            tellOthers(tab)
            company.tellWake(at)
          },
        },
        async close() {
          open.delete(tab)
          await store.close()
        },
      })
    },
    heardAll,
    async rest() {
      await heardAll()
      // What has just ended may begin something else in the next turns.
      for (let idle = 0; idle < 5; idle = busy === 0 ? idle + 1 : 0) await turn()
    },
  }
}

/** Resolves when no tab waits for a turn that another has given back. */
async function turnTaken(name: string): Promise<void> {
  const isOurs = (lock: LockInfo): boolean => lock.name === `afterview:${name}:wakes`
  for (;;) {
    const { held = [], pending = [] } = await navigator.locks.query()
    await turn()
    if (!pending.some(isOurs) || held.some(isOurs)) return
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error))
  })
}

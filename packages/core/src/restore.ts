import { compareInstants } from '@afterview/time'
import { updateLedger } from './agenda/ledger.ts'
import { fieldOf, malformed, migrateSnapshot } from './migrate.ts'
import { placeOf } from './place.ts'
import type { Snapshot, Timer } from './snapshot.ts'
import { isSameJson } from './same-json.ts'
import { contextOf, rulesOf, stateOf, type Works } from './step.ts'
import { delayNames, wakeDates } from './wake-dates.ts'

/**
 * Reads a snapshot that was kept somewhere: checks it, migrates an old one step by step, and computes
 * its dates anew, since zone data, holidays or the policy may have changed meanwhile.
 * Throws `snapshot-malformed` or `snapshot-newer`.
 */
export function restore(works: Works, value: unknown): Snapshot {
  const snapshot = checked(works, migrateSnapshot(parsed(value)))
  return renewed(works, snapshot)
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch (cause) {
    throw malformed('it is not JSON', cause)
  }
}

function checked(works: Works, value: unknown): Snapshot {
  const missing = ['applicationId', 'revision', 'machine', 'agenda', 'keys', 'timers'].find(
    (name) => fieldOf(value, name) === undefined,
  )
  if (missing !== undefined) throw malformed(`it has no ${missing}`)
  const snapshot = value as Snapshot
  requireKnownState(works, snapshot)
  return snapshot
}

/** XState is asked once for each state: it takes as long as the rest of the check. */
function requireKnownState(works: Works, snapshot: Snapshot): void {
  const { value } = snapshot.machine
  const text = JSON.stringify(value)
  if (works.knownStates.has(text)) return
  try {
    stateOf(works, snapshot)
    placeOf(value)
  } catch (cause) {
    throw malformed(`its state ${text} is unknown`, cause)
  }
  works.knownStates.add(text)
}

function renewed(works: Works, snapshot: Snapshot): Snapshot {
  const { rules } = works
  const { rules: knownRules = [], ...kept } = snapshot
  const place = placeOf(snapshot.machine.value)
  const view = { context: contextOf(snapshot), place, rules, knownRules }
  const agenda = updateLedger(snapshot.agenda, view)
  const timers = retimedAll(works, snapshot)
  const present = rulesOf(view)
  const isSame =
    agenda === snapshot.agenda &&
    timers === snapshot.timers &&
    isSameJson(present.rules ?? [], knownRules)
  if (isSame) return snapshot
  return { ...kept, agenda, ...present, timers, revision: snapshot.revision + 1 }
}

/** The very same timers when each is right. */
function retimedAll(works: Works, snapshot: Snapshot): Snapshot['timers'] {
  const changed = new Map<string, Timer>()
  for (const [id, timer] of Object.entries(snapshot.timers)) {
    const right = retimed(works, snapshot, timer)
    if (right !== timer) changed.set(id, right)
  }
  return changed.size === 0
    ? snapshot.timers
    : { ...snapshot.timers, ...Object.fromEntries(changed) }
}

function retimed({ rules }: Works, snapshot: Snapshot, timer: Timer): Timer {
  const context = contextOf(snapshot)
  const name = delayNames.find((delay) => timer.event.type.startsWith(`xstate.after.${delay}.`))
  const at = name === undefined ? null : wakeDates[name](context, rules)
  if (at === null) return timer
  const dueAt = compareInstants(at, context.lastAt) > 0 ? at : context.lastAt
  return dueAt === timer.dueAt ? timer : { ...timer, dueAt, generation: snapshot.revision + 1 }
}

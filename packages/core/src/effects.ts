import type { AgendaKind } from './agenda-item.ts'
import type { Effect } from './effect.ts'
import { type Place, placeOf } from './place.ts'
import type { Snapshot } from './snapshot.ts'
import type { MachineAction } from './timers.ts'

/** An effect before it has its key. */
type Sketch = Effect extends infer Each
  ? Each extends Effect
    ? Omit<Each, 'key' | 'applicationId' | 'at'>
    : never
  : never

/** What the outside is asked to do after a transition, in order, each with its stable key. */
export function effectsOf(
  before: Place,
  after: Snapshot,
  actions: readonly MachineAction[],
  at: string,
): readonly Effect[] {
  const { applicationId, revision } = after
  const sketches = [...notices(after, actions), ...changes(before, placeOf(after.machine.value))]
  return sketches.map((sketch, index) => ({
    ...sketch,
    key: `${applicationId}/${revision}/${index}`,
    applicationId,
    at,
  }))
}

function notices(after: Snapshot, actions: readonly MachineAction[]): readonly Sketch[] {
  return actions
    .filter(({ type }) => type === 'notify')
    .map(({ params }) => params as { readonly kind: AgendaKind; readonly cause: string })
    .flatMap(({ kind, cause }) =>
      Object.values(after.agenda)
        .filter((record) => record.kind === kind && record.state === 'open')
        .map(({ id }) => ({ type: 'person.notify', itemId: id, cause }) as const),
    )
}

function changes(before: Place, after: Place): readonly Sketch[] {
  const moved = before.stage !== after.stage
  return [
    ...(moved ? [{ type: 'stage.announce', from: before.stage, to: after.stage } as const] : []),
    ...(moved && after.stage === 'closed'
      ? [{ type: 'application.close', outcome: after.within } as const]
      : []),
  ]
}

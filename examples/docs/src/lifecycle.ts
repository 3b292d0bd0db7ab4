import { createLifecycle, type StartInput } from '@afterview/core'

/** A week of silence, without a clock, an engine or a single await. */
export function aWeekLater(input: StartInput): {
  readonly state: unknown
  readonly late: readonly string[]
} {
  const lifecycle = createLifecycle()
  const begun = lifecycle.start(input)
  const at = '2026-11-25T15:32:00+01:00'
  const told = lifecycle.advance(begun.snapshot, { type: 'interview.ended', at })
  if (!told.accepted) throw new Error(told.reason.message)
  const now = '2026-12-03T09:00:00+01:00'
  const { snapshot } = lifecycle.catchUp(told.snapshot, now)
  const late = lifecycle.agenda(snapshot, { now }).filter(({ status }) => status === 'overdue')
  return { state: snapshot.machine.value, late: late.map(({ kind }) => kind) }
}

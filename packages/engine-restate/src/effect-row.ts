import type { Effect } from '@afterview/core'
import type { DeliveryResult, OutboxRow } from '@afterview/engine'

/** An effect that has not been delivered, as the virtual object of its application keeps it. */
export interface EffectRow {
  readonly status: 'waiting' | 'dead'
  /** When it is due, or when it died; ms since 1970. */
  readonly at: number
  readonly attempts: number
  readonly performedBy: readonly string[]
  /** The message of the last error. */
  readonly error: string | null
  readonly effect: Effect
}

/** What taking an effect for an attempt gives. */
export type Claim =
  | { readonly type: 'taken'; readonly row: OutboxRow }
  /** It is due at `at`, in ms since 1970. */
  | { readonly type: 'early'; readonly at: number }
  /** It is delivered, dead or erased. */
  | { readonly type: 'gone' }

/** An effect of a change that was made at `at`. */
export function newEffectRow(effect: Effect, at: number): EffectRow {
  return { status: 'waiting', at, attempts: 0, performedBy: [], error: null, effect }
}

/** Takes an effect for an attempt, which counts from now on; `until` is when it is due again. */
export function claimRow(
  row: EffectRow | null,
  now: number,
  until: number,
): { readonly claim: Claim; readonly row: EffectRow | null } {
  if (row === null || row.status === 'dead') return { claim: { type: 'gone' }, row }
  if (row.at > now) return { claim: { type: 'early', at: row.at }, row }
  const taken = { ...row, attempts: row.attempts + 1, at: until }
  const { effect, attempts, performedBy } = taken
  const { applicationId } = effect
  return {
    claim: { type: 'taken', row: { applicationId, effect, attempts, performedBy } },
    row: taken,
  }
}

/** What is left of an effect after an attempt; `null` when it is done. */
export function settleRow(row: EffectRow, result: DeliveryResult): EffectRow | null {
  if (result.type === 'delivered') return null
  const { attempts, performedBy, at, error } = result
  const status = result.type === 'died' ? 'dead' : 'waiting'
  return { ...row, status, attempts, performedBy, at, error }
}

/** A dead letter as an effect without attempts, due at `at`; `null` for one that is not dead. */
export function reviveRow(row: EffectRow | null, at: number): EffectRow | null {
  return row?.status === 'dead' ? { ...row, status: 'waiting', attempts: 0, at } : null
}

import type { Failure } from '@afterview/engine'
import type { Tables } from './database.ts'
import { answerOf } from './request.ts'

interface FailureRow {
  readonly lifecycle: number
  readonly applicationId: string
  readonly failure: Failure
}

/** Notes a failure in place of an earlier one. */
export async function putFailure(
  { failures }: Tables,
  lifecycle: number,
  failure: Failure,
): Promise<void> {
  const row: FailureRow = { lifecycle, applicationId: failure.applicationId, failure }
  await answerOf(failures.put(row))
}

/** The failure of an application, or `undefined`. */
export async function findFailure(
  { failures }: Tables,
  applicationId: string,
): Promise<Failure | undefined> {
  const row: FailureRow | undefined = await answerOf(
    failures.index('application').get(applicationId),
  )
  return row?.failure
}

/** Failures with an id after `after`, in the order of the ids. */
export async function listFailures(
  { failures }: Tables,
  after: string | null,
  limit: number,
): Promise<readonly Failure[]> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true)
  const rows: readonly FailureRow[] = await answerOf(
    failures.index('application').getAll(range, limit),
  )
  return rows.map(({ failure }) => failure)
}

/** Forgets the failure of a lifecycle, if there is one. */
export async function deleteFailure({ failures }: Tables, lifecycle: number): Promise<void> {
  await answerOf(failures.delete(lifecycle))
}

import type { DatabaseSync } from 'node:sqlite'
import type { Failure } from '@afterview/engine'

/** Statements on the failures. Those that write are called within a transaction. */
export interface FailureTable {
  put(lifecycle: number, failure: Failure): void
  get(applicationId: string): Failure | undefined
  list(after: string | null, limit: number): readonly Failure[]
  delete(lifecycle: number): void
  count(): number
}

/** Prepares the statements. */
export function createFailureTable(connection: DatabaseSync): FailureTable {
  const put = connection.prepare(
    `INSERT INTO failure (lifecycle, application_id, failure) VALUES (?, ?, ?)
     ON CONFLICT (lifecycle) DO UPDATE SET failure = excluded.failure`,
  )
  const get = connection.prepare('SELECT failure FROM failure WHERE application_id = ?')
  const list = connection.prepare(
    'SELECT failure FROM failure WHERE application_id > ? ORDER BY application_id LIMIT ?',
  )
  const remove = connection.prepare('DELETE FROM failure WHERE lifecycle = ?')
  const count = connection.prepare('SELECT count(*) AS count FROM failure')
  return {
    put: (lifecycle, failure) =>
      void put.run(lifecycle, failure.applicationId, JSON.stringify(failure)),
    get(applicationId) {
      const row = get.get(applicationId)
      return row && failureOf(row)
    },
    list: (after, limit) => list.all(after ?? '', limit).map(failureOf),
    delete: (lifecycle) => void remove.run(lifecycle),
    count: () => Number(count.get()?.['count']),
  }
}

function failureOf(row: Readonly<Record<string, unknown>>): Failure {
  return JSON.parse(String(row['failure'])) as Failure
}

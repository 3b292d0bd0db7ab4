import type { DatabaseSync } from 'node:sqlite'

/** Which applications are whose. */
export type Holdings = ReturnType<typeof createHoldings>

/** Keeps the list of applications in the ledger. */
export function createHoldings(ledger: DatabaseSync) {
  const insert = ledger.prepare('INSERT OR IGNORE INTO applications VALUES (?, ?)')
  const remove = ledger.prepare('DELETE FROM applications WHERE applicationId = ?')
  const count = ledger.prepare('SELECT count(*) AS held FROM applications WHERE owner = ?')
  const all = ledger.prepare(
    'SELECT applicationId FROM applications WHERE owner = ? ORDER BY applicationId',
  )
  return {
    /** Answers `false` where it was there before. */
    add: (owner: string, id: string): boolean => insert.run(id, owner).changes === 1,
    remove: (id: string): void => void remove.run(id),
    count: (owner: string): number => Number(count.get(owner)?.['held']),
    /** Every id, in order. */
    all: (owner: string): readonly string[] =>
      all.all(owner).map((row) => String(row['applicationId'])),
  }
}

import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import * as sqlite from 'node:sqlite'
import type { Database } from './database.ts'
import { sqliteError } from './error-table.ts'
import { explained } from './sqlite-result.ts'

/**
 * Copies a database as it stands while it is in use, to a file that must not exist yet. The copy
 * appears under its name only when it is complete. Where Node has no `backup` yet (before 22.16),
 * the copy is made by `VACUUM INTO`, which keeps the process busy meanwhile.
 */
export async function backUp({ connection, file }: Database, target: string): Promise<void> {
  const path = resolve(target)
  const partial = `${path}.partial`
  if (existsSync(path)) throw sqliteError('backup-exists', { target: path })
  rmSync(partial, { force: true })
  try {
    if (typeof sqlite.backup === 'function') await sqlite.backup(connection, partial)
    else connection.prepare('VACUUM INTO ?').run(partial)
    renameSync(partial, path)
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw explained(file, thrown)
  }
}

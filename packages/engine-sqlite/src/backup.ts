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
export async function backUp({ file }: Database, target: string): Promise<void> {
  const path = resolve(target)
  const partial = `${path}.partial`
  if (existsSync(path)) throw sqliteError('backup-exists', { target: path })
  rmSync(partial, { force: true })
  try {
    await copyTo(partial, file)
    renameSync(partial, path)
  } catch (thrown) {
    rmSync(partial, { force: true })
    throw explained(file, thrown)
  }
}

/**
 * Reads through a connection of its own: the copy is made in another thread, where the engine's
 * would be in the middle of a write now and then. The open transaction keeps what it reads still,
 * so that the copy never begins anew however much is written meanwhile.
 */
async function copyTo(target: string, file: string): Promise<void> {
  const source = new sqlite.DatabaseSync(file, { readOnly: true })
  try {
    if (typeof sqlite.backup !== 'function') {
      source.prepare('VACUUM INTO ?').run(target)
      return
    }
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await sqlite.backup(source, target)
  } finally {
    source.close()
  }
}

import { createLifecycle } from '@afterview/core'
import { systemClock } from '@afterview/engine'
import { type SqliteEngine, sqliteEngine } from '@afterview/engine-sqlite'

/** Opens the file, or makes it, and fires what became due while nobody was there. */
export async function openFile(file: string): Promise<SqliteEngine> {
  const engine = await sqliteEngine({
    file,
    // What is due at nine in the morning comes within ten minutes, spread by the ids.
    spread: 10 * 60_000,
  })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => process.stderr.write(`${message}\n`),
  })
  await engine.catchUp()
  return engine
}

/** A copy of everything, made while the engine is in use, after a look at the whole file. */
export async function nightly(engine: SqliteEngine, target: string): Promise<void> {
  const findings = await engine.checkIntegrity()
  if (findings.length > 0) throw new Error(findings.join('; '))
  await engine.backup(target)
}

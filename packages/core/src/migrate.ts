import { AfterviewError } from '@afterview/time'
import { type MigrationStep, migrations } from './migrations.ts'
import { SCHEMA_VERSION } from './step.ts'

/** What leads old snapshots to the present schema. */
export interface MigrationPath {
  /** By the version that they start from. */
  readonly steps: Readonly<Record<number, MigrationStep>>
  /** Where they end. */
  readonly present: number
}

/**
 * A snapshot of any schema as one of the present schema, step by step. Throws `snapshot-malformed`
 * where there is no version, and `snapshot-newer` where no step leads on from it.
 */
export function migrateSnapshot(
  value: unknown,
  { steps, present }: MigrationPath = { steps: migrations, present: SCHEMA_VERSION },
): unknown {
  let current = value
  for (let version = versionOf(current); version !== present; version = versionOf(current)) {
    const step = steps[version]
    if (version > present || step === undefined) throw newer(version, present)
    current = step(current)
    requireProgress(version, versionOf(current))
  }
  return current
}

/** A field of anything, `undefined` where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** The value is no snapshot, for a reason. */
export function malformed(why: string, cause?: unknown): AfterviewError {
  return new AfterviewError('snapshot-malformed', {
    happened: `the value is not a snapshot of a lifecycle: ${why}`,
    fix: 'give what dump() returned, or replay the event log',
    cause,
  })
}

function versionOf(value: unknown): number {
  const version = fieldOf(value, 'schemaVersion')
  if (typeof version !== 'number') throw malformed('it has no schemaVersion')
  return version
}

/** A step that leads nowhere would be taken for ever. */
function requireProgress(from: number, to: number): void {
  if (to === from + 1) return
  throw new TypeError(`the migration from schema ${from} leads to ${to} instead of ${from + 1}`)
}

function newer(version: number, known: number): AfterviewError {
  return new AfterviewError('snapshot-newer', {
    happened: `the snapshot has schema version ${version}, this package reads up to ${known}`,
    fix: 'update @afterview/core',
    details: { version, known },
  })
}

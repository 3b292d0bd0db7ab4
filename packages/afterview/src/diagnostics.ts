import type { Diagnostics } from '@afterview/engine'
import { SCHEMA_VERSION } from '@afterview/core'
import { zoneDataVersion } from '@afterview/time'

/** How an Afterview is doing. */
export interface AfterviewDiagnostics {
  readonly engine: Diagnostics
  /** Version of the snapshots that are written. */
  readonly schemaVersion: number
  /** The release of the time zone data, as far as it can be told. */
  readonly zoneData: string
  /** The host's present instant, ISO, UTC. */
  readonly now: string
}

/** Collects what a bug report needs. */
export function diagnose(engine: Diagnostics, now: string): AfterviewDiagnostics {
  return { engine, schemaVersion: SCHEMA_VERSION, zoneData: zoneDataVersion(), now }
}

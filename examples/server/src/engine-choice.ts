import type { EngineFactory } from '@afterview/engine'
import { sqliteEngine } from '@afterview/engine-sqlite'

/** The engine of a server: a file, or a Restate cluster where its ingress is given. */
export async function engineFor(file: string, ingress: string | undefined): Promise<EngineFactory> {
  if (ingress === undefined) return sqliteEngine({ file })
  throw new Error('AFTERVIEW_RESTATE_INGRESS: @afterview/engine-restate is not there yet')
}

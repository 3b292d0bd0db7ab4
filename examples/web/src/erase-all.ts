import type { Engine } from '@afterview/engine'

/** Deletes every application. */
export async function eraseAll(engine: Engine): Promise<void> {
  for await (const { applicationId } of engine.exportAll()) await engine.erase(applicationId)
}

import type { Afterview } from 'afterview'

/** Hands every notification to a messenger, at least once: `key` tells a repetition. */
export function notifyPeople(
  { engine }: Afterview,
  send: (message: { key: string; itemId: string }) => Promise<void>,
): () => void {
  const handling = engine.handleEffects('messenger', async (effect) => {
    if (effect.type === 'person.notify') await send({ key: effect.key, itemId: effect.itemId })
  })
  return () => handling.dispose()
}

/** For a person who leaves: everything that is kept about an application, then nothing. */
export async function leave({ engine }: Afterview, applicationId: string): Promise<string> {
  const kept = await engine.export(applicationId)
  await engine.erase(applicationId)
  return JSON.stringify(kept)
}

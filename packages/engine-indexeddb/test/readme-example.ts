import { createLifecycle } from '@afterview/core'
import { systemClock } from '@afterview/engine'
import { type IndexedDbEngine, indexedDbEngine } from '@afterview/engine-indexeddb'

/** Opens the database of the page, or makes it, and fires what became due while no tab was open. */
export async function openEngine(show: (message: string) => void): Promise<IndexedDbEngine> {
  const engine = await indexedDbEngine({ name: 'afterview' })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => show(message),
  })
  await engine.catchUp()
  return engine
}

/** Takes a file of another browser over; what is here already stays as it is. */
export async function takeOver(engine: IndexedDbEngine, file: Blob): Promise<string> {
  const text = await file.text()
  const { imported, kept } = await engine.importFromJson(text, { existing: 'keep' })
  return `${imported.length} taken over, ${kept.length} were here`
}

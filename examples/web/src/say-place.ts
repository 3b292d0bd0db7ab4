import { placeOf, type Snapshot } from '@afterview/core'
import type { Words } from './words/words.ts'

/** Where an application stands, in words: *Waiting, gone quiet*. */
export function sayPlace(words: Words, snapshot: Snapshot): string {
  const { stage, within } = placeOf(snapshot.machine.value)
  const places: Readonly<Record<string, string>> = words.places
  const inside = within === '' ? undefined : (places[within] ?? within)
  return inside === undefined ? words.stages[stage] : `${words.stages[stage]}, ${inside}`
}

import { placeName, placeOf } from '@afterview/core'
import type { WrittenChange } from '@afterview/engine'

/** What a change is called in manifests: `onEvent:offer.extended`, `onState:offer`, in order. */
export function triggersOf({
  before,
  snapshot,
  entries,
  effects,
}: WrittenChange): readonly string[] {
  const events = entries.flatMap((entry) => (entry.type === 'event' ? [entry.event.type] : []))
  const passed = effects.flatMap((effect) => (effect.type === 'stage.announce' ? [effect.to] : []))
  const place = placeOf(snapshot.machine.value)
  const was = before === null ? undefined : placeOf(before.machine.value)
  const stages = was?.stage === place.stage ? passed : [...passed, place.stage]
  const places = was !== undefined && placeName(was) === placeName(place) ? [] : [placeName(place)]
  return [
    ...new Set([
      ...events.map((type) => `onEvent:${type}`),
      ...[...stages, ...places].map((state) => `onState:${state}`),
    ]),
  ]
}

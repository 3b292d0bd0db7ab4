import type { Snapshot } from '@afterview/core'
import type { Change } from '@afterview/engine'
import type { JsonObject, PluginHost } from '@afterview/plugin-host'
import { contextKeysOf, noApplicationKeys } from './context-keys.ts'
import type { PlaceOfUse } from './plugins.ts'

/** The application that the person looks at, as context keys. */
export interface Focus {
  /** Throws what `read` throws. `undefined`: none. */
  move(applicationId: string | undefined): Promise<void>
  /** Keeps up with a change. */
  follow(change: Change): void
  /** The keys for one question, up to date: those of the focus are set, those of the place are answered. */
  keysAt(place: PlaceOfUse | undefined): Promise<JsonObject>
}

/** What a focus works with. */
export interface FocusWorld {
  readonly context: PluginHost['context']
  readonly now: () => string
  readonly read: (applicationId: string) => Promise<Snapshot>
}

/** A focus on nothing. */
export function createFocus({ context, now, read }: FocusWorld): Focus {
  let shown: Snapshot | undefined
  const show = (snapshot: Snapshot | undefined): void => {
    shown = snapshot
    context.setAll(shown === undefined ? noApplicationKeys : contextKeysOf(shown, now()))
  }
  return {
    move: async (applicationId) =>
      show(applicationId === undefined ? undefined : await read(applicationId)),
    follow(change) {
      if (change.applicationId !== shown?.applicationId) return
      show(change.type === 'erased' ? undefined : change.snapshot)
    },
    async keysAt({ applicationId, context: more } = {}) {
      show(shown)
      const own = applicationId === undefined ? {} : contextKeysOf(await read(applicationId), now())
      return { ...own, ...more }
    },
  }
}

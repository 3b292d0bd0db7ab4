import type { Clock } from '../clock.ts'
import { type Emitter, createEmitter } from '../emitter.ts'
import { pluginUnknown } from './host-errors.ts'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginState, StateChange } from './plugin-state.ts'

/** All plugins of one host. The only place where a state changes. */
export interface PluginTable {
  readonly changes: Emitter<StateChange>
  add(record: PluginRecord): void
  remove(pluginId: string): void
  find(pluginId: string): PluginRecord | undefined
  /** @throws {AfterviewError} `plugin-unknown`. */
  get(pluginId: string): PluginRecord
  /** In order of registration. */
  all(): readonly PluginRecord[]
  /** Moves a plugin to a state and tells everybody. */
  move(record: PluginRecord, to: PluginState): void
}

/** Makes an empty table. */
export function createPluginTable(clock: Clock, onError: (error: unknown) => void): PluginTable {
  const records = new Map<string, PluginRecord>()
  const changes = createEmitter<StateChange>(onError)
  return {
    changes,
    add: (record) => void records.set(record.id, record),
    remove: (pluginId) => void records.delete(pluginId),
    find: (pluginId) => records.get(pluginId),
    get(pluginId) {
      const record = records.get(pluginId)
      if (record === undefined) throw pluginUnknown(pluginId, [...records.keys()])
      return record
    },
    all: () => [...records.values()],
    move(record, to) {
      const from = record.state
      record.state = to
      changes.fire({ pluginId: record.id, from, to, at: clock.now() })
    },
  }
}

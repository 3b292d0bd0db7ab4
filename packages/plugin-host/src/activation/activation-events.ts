import { toErrorData } from '../error-data.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import type { EventReport, PluginOutcome } from './activation-report.ts'
import type { Activator } from './activator.ts'

/** Which plugins want which events. */
export interface ActivationEvents {
  add(record: PluginRecord): void
  remove(record: PluginRecord): void
  /**
   * Activates every plugin that wants the event, all at once, and never rejects.
   * An event that nobody wants costs one look into a map.
   */
  fire(event: string, by?: PluginRecord): Promise<EventReport>
  /** The plugins that want an event. */
  wanting(event: string): readonly PluginRecord[]
}

/** Makes an empty index. */
export function createActivationEvents(activator: Activator): ActivationEvents {
  const index = new Map<string, PluginRecord[]>()
  return {
    add(record) {
      for (const event of record.events) {
        const wanting = index.get(event)
        if (wanting === undefined) index.set(event, [record])
        else wanting.push(record)
      }
    },
    remove(record) {
      for (const event of record.events) {
        const others = (index.get(event) ?? []).filter((other) => other !== record)
        if (others.length === 0) index.delete(event)
        else index.set(event, others)
      }
    },
    async fire(event, by) {
      const wanting = index.get(event)
      if (wanting === undefined) return { event, plugins: NOBODY }
      const plugins = await Promise.all(
        wanting.map((record) => outcomeOf(record, activator.activate(record, event, by))),
      )
      return { event, plugins }
    },
    wanting: (event) => index.get(event) ?? NO_RECORDS,
  }
}

const NOBODY: readonly PluginOutcome[] = []
const NO_RECORDS: readonly PluginRecord[] = []

async function outcomeOf(record: PluginRecord, pending: Promise<void>): Promise<PluginOutcome> {
  try {
    await pending
    return { pluginId: record.id, isActive: record.state.status === 'active' }
  } catch (error) {
    return { pluginId: record.id, isActive: false, error: toErrorData(error) }
  }
}

import type { JsonObject } from '../json-value.ts'

/** One effect that a plugin asked for. */
export interface AuditEntry {
  /** Counts from 1 within one host. */
  readonly number: number
  /** Instant (ISO, UTC). */
  readonly at: string
  readonly pluginId: string
  readonly applicationId: string
  readonly effect: JsonObject
  readonly outcome: 'accepted' | 'refused'
  /** Why it was refused: the code of the error. */
  readonly reason?: string
}

/** What every plugin asked for, in order. */
export interface AuditLog {
  append(entry: Omit<AuditEntry, 'number'>): void
  /** The entries that are kept, of one plugin or of all. */
  list(pluginId?: string): readonly AuditEntry[]
}

/** Makes a log that keeps the last entries and hands every one to `write`, which may store it. */
export function createAuditLog(keep: number, write: (entry: AuditEntry) => void): AuditLog {
  const entries: AuditEntry[] = []
  let count = 0
  return {
    append(entry) {
      count += 1
      const numbered = Object.freeze({ ...entry, number: count })
      entries.push(numbered)
      if (entries.length > keep) entries.shift()
      write(numbered)
    },
    list: (pluginId) =>
      pluginId === undefined
        ? [...entries]
        : entries.filter((entry) => entry.pluginId === pluginId),
  }
}

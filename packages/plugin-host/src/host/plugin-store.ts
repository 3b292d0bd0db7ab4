import type { JsonValue } from '../json-value.ts'

/** Where plugins keep small values. The embedder may put a database behind it. */
export interface PluginStore {
  get(pluginId: string, key: string): Promise<JsonValue | undefined>
  set(pluginId: string, key: string, value: JsonValue): Promise<void>
  delete(pluginId: string, key: string): Promise<void>
  keys(pluginId: string): Promise<readonly string[]>
}

/** Keeps values in memory, until the host is gone. */
export function createMemoryStore(): PluginStore {
  const stores = new Map<string, Map<string, JsonValue>>()
  const storeOf = (pluginId: string): Map<string, JsonValue> => {
    const store = stores.get(pluginId) ?? new Map<string, JsonValue>()
    stores.set(pluginId, store)
    return store
  }
  return {
    get: async (pluginId, key) => storeOf(pluginId).get(key),
    async set(pluginId, key, value) {
      storeOf(pluginId).set(key, value)
    },
    async delete(pluginId, key) {
      storeOf(pluginId).delete(key)
    },
    keys: async (pluginId) => [...storeOf(pluginId).keys()],
  }
}

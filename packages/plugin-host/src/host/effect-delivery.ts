import type { ContextKeys } from '../contribution/context-keys.ts'
import type { ContributionIndex } from '../contribution/contribution-index.ts'
import { type ErrorData, toErrorData } from '../error-data.ts'
import type { JsonObject } from '../json-value.ts'
import type { PluginCalls } from './plugin-calls.ts'
import type { PluginTable } from './plugin-table.ts'

/** What one handler made of an effect of the core. */
export interface DeliveryOutcome {
  readonly pluginId: string
  readonly handlerId: string
  /** Absent when the handler has done it. */
  readonly error?: ErrorData
}

/** What delivery works with. */
export interface EffectDeliveryOptions {
  readonly index: ContributionIndex
  readonly table: PluginTable
  readonly context: ContextKeys
  readonly calls: PluginCalls
}

/**
 * Gives an effect of the core to every handler that wants its type and whose `when` holds; fields of
 * the effect count as context keys there. Never rejects. May be called again with the same effect.
 */
export async function deliverEffect(
  effect: JsonObject,
  snapshot: JsonObject,
  { index, table, context, calls }: EffectDeliveryOptions,
): Promise<readonly DeliveryOutcome[]> {
  const wanting = index
    .list('effects', context.with(effect))
    .filter(({ item }) => item.type === effect['type'])
  return Promise.all(
    wanting.map(async ({ item, pluginId }) => {
      try {
        await calls.call(table.get(pluginId), 'effect', item.id, { effect, snapshot })
        return { pluginId, handlerId: item.id }
      } catch (error) {
        return { pluginId, handlerId: item.id, error: toErrorData(error) }
      }
    }),
  )
}

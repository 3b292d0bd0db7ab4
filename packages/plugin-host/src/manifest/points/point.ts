import type { HandlerKind } from '../../isolation/runtime.ts'
import type { JsonObject, JsonValue } from '../../json-value.ts'
import type { HostSurface } from '../../surface.ts'
import type { Finding } from '../diagnostic.ts'

/**
 * One kind of contribution: its shape, its words, and what must be true of it beyond the shape.
 * The schemas, the documentation and the checks all come from here.
 */
export interface ContributionPoint<Item> {
  /** Name under `contributes`. */
  readonly name: string
  /** What it is for, in one sentence. */
  readonly description: string
  /** `list`: items. `places`: a list of items for each place. `sections`: one item or a list of them. */
  readonly layout: 'list' | 'places' | 'sections'
  /** JSON Schema of one item. */
  readonly schema: JsonObject
  /** The code behind an item, where there is any. */
  readonly handler?: HandlerKind
  /** An example item, for the documentation; valid by the schema. */
  readonly example: JsonObject
  /** What tells two items apart. Absent where items have no name. */
  idOf?(item: Item): string
  /** Whether the item cannot work without the plugin's code. Default: whether there is a handler. */
  needsCode?(item: Item): boolean
  /** What is wrong with an item whose shape is right. */
  check?(item: Item, at: ItemPlace, scope: CheckScope): readonly Finding[]
}

/** Where an item stands. */
export interface ItemPlace {
  readonly pointer: string
  /** Name of the menu or the place of a view. */
  readonly place?: string
}

/** What a check may look at beside its item. */
export interface CheckScope {
  readonly pluginName: string
  readonly surface: HostSurface
  readonly hasCode: boolean
  readonly proposals: readonly string[]
  /** Types of effects that the capabilities allow. */
  readonly allowedEffects: readonly string[]
  /** Ids of all commands that the manifest declares. */
  readonly ownCommands: readonly string[]
}

/** Schema of a text that is not empty. */
export function textSchema(description: string): JsonObject {
  return { type: 'string', minLength: 1, maxLength: 400, description }
}

/** Schema of an id: begins with a letter; letters, digits, dots, dashes, underscores. */
export function idSchema(description: string): JsonObject {
  return { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9._-]{0,119}$', description }
}

/** Schema of a when-clause. */
export const whenSchema: JsonObject = {
  type: 'string',
  maxLength: 2000,
  description: 'When-clause over context keys; absent means always',
}

/** Schema of a file in the plugin's folder. */
export function pathSchema(description: string): JsonObject {
  return { type: 'string', minLength: 1, maxLength: 400, description }
}

/** Schema of an embedded JSON Schema. */
export function embeddedSchema(description: string): JsonObject {
  return { type: ['object', 'boolean'], description }
}

/** Schema of an item with these fields and no others. */
export function itemSchema(
  required: readonly string[],
  properties: { readonly [name: string]: JsonValue },
): JsonObject {
  return { type: 'object', required, properties, additionalProperties: false }
}

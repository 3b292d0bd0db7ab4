import type { JsonValue } from '../json-value.ts'

/**
 * The names of one manifest as a type: what a plugin may register, and with which shapes.
 * `afterview-plugin types` generates it, so that code and manifest cannot drift apart.
 */
export interface PluginNames {
  /** Arguments of each declared command. */
  readonly commands: object
  /** Value of each declared setting. */
  readonly configuration: object
  /** Declared ids of each other kind. */
  readonly policies: string
  readonly effects: string
  readonly exporters: string
  readonly classifiers: string
  readonly notifiers: string
  readonly views: string
  /** Tokens that are provided. */
  readonly provides: string
  /** Keys of the plugin's texts. */
  readonly messages: string
}

/** Any names: for plugins written without generated types. */
export interface AnyPlugin {
  readonly commands: Readonly<Record<string, JsonValue>>
  readonly configuration: Readonly<Record<string, JsonValue>>
  readonly policies: string
  readonly effects: string
  readonly exporters: string
  readonly classifiers: string
  readonly notifiers: string
  readonly views: string
  readonly provides: string
  readonly messages: string
}

import type { JsonObject } from './json-value.ts'

/**
 * What the embedder offers to plugins, as JSON data: the words that manifests may use.
 * A list that is absent is not checked.
 */
export interface HostSurface {
  /** Version of the plugin API, against which `engines.afterview` is checked. */
  readonly apiVersion: string
  /** States of the lifecycle, such as `waiting`: for `onState:`. */
  readonly states?: readonly string[]
  /** Types of lifecycle events, such as `offer.extended`: for `onEvent:`. */
  readonly events?: readonly string[]
  readonly letterKinds?: readonly string[]
  /** Keys of policy entries that a plugin may override. */
  readonly policyKeys?: readonly string[]
  /** Paths of the snapshot that a plugin may ask to read. */
  readonly snapshotFields?: readonly string[]
  /** Types of core effects that a plugin may handle. */
  readonly coreEffects?: readonly string[]
  /** Effects that a plugin may propose, each with the JSON Schema of its fields. */
  readonly proposableEffects?: { readonly [type: string]: JsonObject }
  /** Commands of the embedder's own, for menus and keybindings. */
  readonly commands?: readonly string[]
  readonly menus?: readonly NamedPlace[]
  /** Places where views can stand. */
  readonly viewPlaces?: readonly NamedPlace[]
  /** API that is being tried out. */
  readonly proposals?: readonly ApiProposal[]
}

/** A menu or a place for views. */
export interface NamedPlace {
  readonly id: string
  readonly description?: string
  /** Name of the proposal that a plugin must opt into. */
  readonly proposal?: string
}

/** A part of the API that may change or end. */
export interface ApiProposal {
  readonly name: string
  /** `YYYY-MM-DD`: the last day on which it may be used. */
  readonly expires: string
}

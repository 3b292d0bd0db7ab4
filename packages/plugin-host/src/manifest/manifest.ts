import type { DeclaredCapabilities, IsolationKind } from '../isolation/runtime.ts'
import type { ContributionItems, PointName } from './points/all-points.ts'

/** A contribution that may be used: its shape and its checks held. */
export interface PlacedItem<Item> {
  readonly item: Item
  /** JSON pointer into the manifest, such as `/contributes/commands/0`. */
  readonly pointer: string
  /** Menu or place of a view. */
  readonly place?: string
}

/** The contributions of one plugin, by point; faulty ones are left out. */
export type Contributions = {
  readonly [Name in PointName]: readonly PlacedItem<ContributionItems[Name]>[]
}

/** A plugin's manifest after validation, with every optional part filled in. */
export interface PluginManifest {
  /** `publisher.name` */
  readonly id: string
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly displayName: string
  readonly description: string
  /** Range of API versions. */
  readonly engine: string
  /** Module for Node, relative to the manifest. */
  readonly main?: string
  /** Module for browsers and Web Workers. */
  readonly browser?: string
  /** Whether there is a module, in the package or in the embedder's bundle. */
  readonly hasCode: boolean
  /** As written; implicit ones come from the contributions. */
  readonly activationEvents: readonly string[]
  /** Ids of plugins that must be active before. */
  readonly extensionDependencies: readonly string[]
  readonly requires: readonly TokenNeed[]
  readonly optional: readonly TokenNeed[]
  readonly provides: readonly TokenOffer[]
  readonly capabilities: DeclaredCapabilities
  readonly isolation: IsolationWish
  readonly enabledApiProposals: readonly string[]
  readonly contributes: Contributions
}

/** A token and the range of versions that will do. */
export interface TokenNeed {
  readonly token: string
  /** Default `*`. */
  readonly range: string
}

/** A token and the version of it that is provided. */
export interface TokenOffer {
  readonly token: string
  /** Default `1.0.0`. */
  readonly version: string
}

/** Where a plugin can run. */
export interface IsolationWish {
  /** Absent: in every tier for which it has code. */
  readonly supports?: readonly IsolationKind[]
  /** Plugins that name the same group may share one place. */
  readonly affinity?: string
  /** Default: the host's, 10,000. */
  readonly activationTimeoutMs?: number
}

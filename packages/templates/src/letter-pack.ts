import type { KindContract } from './kind-contract.ts'
import type { LetterWording } from './letter-wording.ts'
import type { LintWords } from './lint-words.ts'

/** How a letter speaks. */
export type Tone = 'warm' | 'neutral' | 'brief' | 'formal'

/** Which form of address a letter uses: je, du, tu, tú, or u, Sie, vous, usted. */
export type AddressForm = 'informal' | 'formal'

/** Every tone, in the order in which one stands in for another. */
export const tones = ['neutral', 'warm', 'formal', 'brief'] as const satisfies readonly Tone[]

/** Both forms of address. */
export const addressForms = ['informal', 'formal'] as const satisfies readonly AddressForm[]

/** A pack as one JSON value: what `pack build` makes of a folder. Data only, nothing is ever run. */
export interface LetterPack {
  /** Version of this shape. */
  readonly format: 1
  readonly id: string
  readonly version: string
  /** The range of versions of Afterview that the pack was made for, for the host to check. */
  readonly engines: { readonly afterview: string }
  /** SPDX identifier. */
  readonly license: string
  /** BCP 47 tags that have templates. */
  readonly locales: readonly string[]
  /** Kinds that have templates. */
  readonly kinds: readonly string[]
  /** The form of address of a locale when none is asked for. */
  readonly address?: Readonly<Record<string, AddressForm>>
  /** Contracts by kind. A kind may be left to another pack. */
  readonly contracts: Readonly<Record<string, KindContract>>
  /** Text of each template by its path in the folder, `templates/<kind>/<locale>.<tone>[-<address>].mustache`. */
  readonly templates: Readonly<Record<string, string>>
  /** Text of each partial by its path in the folder, `partials/<locale>/<name>.mustache`. */
  readonly partials: Readonly<Record<string, string>>
  /** What the linter looks for, by language. */
  readonly words: Readonly<Record<string, LintWords>>
  /** How views speak, by language, for languages that this package has no words of. */
  readonly wording?: Readonly<Record<string, LetterWording>>
}

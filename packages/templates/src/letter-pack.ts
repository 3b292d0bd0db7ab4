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

/** A text of a file, and the line of the file on which it begins, from 1. */
export interface PackText {
  /** With line feeds. */
  readonly text: string
  readonly line: number
}

/** A template file taken apart. */
export interface PackTemplate {
  /** One line. */
  readonly subject?: PackText
  /** Id of the pack whose template of the same place this one takes the place of. */
  readonly replaces?: string
  readonly body: PackText
}

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
  /** Templates by kind, then by the name of their file: `<locale>.<tone>[-<address>]`. */
  readonly templates: Readonly<Record<string, Readonly<Record<string, PackTemplate>>>>
  /** Text of each partial, with line feeds, by locale and name. */
  readonly partials: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the linter looks for, by language. */
  readonly words: Readonly<Record<string, LintWords>>
  /** How views speak, by language, for languages that this package has no words of. */
  readonly wording?: Readonly<Record<string, LetterWording>>
}

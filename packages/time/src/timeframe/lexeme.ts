import type { TermName } from './locale-table.ts'

/** Kinds of lexemes that come from tables: the part of a {@link TermName} before the colon. */
type TableKind = TermName extends infer Name
  ? Name extends `${infer Kind}:${string}`
    ? Kind
    : Name
  : never

/** What a lexeme is. */
export type LexemeKind =
  | TableKind
  | 'weekday'
  | 'month'
  | 'ord'
  | 'range'
  | 'pair'
  | 'triple'
  | 'iso'
  | 'clock'
  | 'quarterOfYear'
  | 'mark'
  | 'word'

/** A word, number or mark of the text with its meaning. */
export interface Lexeme {
  readonly kind: LexemeKind
  /** Which one of its kind: `week` of `unit`, `by` of `rel`, `,` of `mark`. */
  readonly value: string
  /** The numbers it carries: `[15]` of 15th, `[7, 10]` of 7–10, `[17, 30]` of 17:30. */
  readonly n: readonly number[]
  /** Offset of its first UTF-16 unit in the text. */
  readonly start: number
  /** Offset after its last. */
  readonly end: number
  /** It is also a name or another word, and counts only where its neighbours leave no doubt. */
  readonly isWeak?: boolean
  /** Written as a word rather than in digits. */
  readonly isSpelled?: boolean
  /** A word of doubt or hope stood right before it. */
  readonly isHedged?: boolean
}

/** A meaning as tables hold it: a lexeme that stands nowhere yet. */
export type Meaning = Pick<Lexeme, 'kind' | 'value' | 'n' | 'isWeak' | 'isSpelled'>

/** What words mean: the code of a term or a mark, and its numbers. */
export interface Meaning {
  /** The character that stands for it (see `terms.ts`); marks stand for themselves. */
  readonly code: string
  /** The numbers it carries: `[15]` of 15th, `[7, 10]` of 7–10, `[17, 30]` of 17:30. */
  readonly n: readonly number[]
}

/** A word, number or mark of the text with its meaning. */
export interface Lexeme extends Meaning {
  /** Offset of its first UTF-16 unit in the text. */
  readonly start: number
  /** Offset after its last. */
  readonly end: number
  /** A word of doubt or hope stood right before it. */
  readonly isHedged: boolean
}

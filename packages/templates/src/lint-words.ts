/**
 * The words of one language that the linter looks for. A phrase is found without regard to case
 * and typographic apostrophes; `*` at the end of a word is any ending, ` … ` is a gap of up to
 * 80 characters in the same sentence.
 */
export interface LintWords {
  /** BCP 47 language, such as `en`. */
  readonly language: string
  /** Phrases that say that the interest is real. */
  readonly interest: readonly string[]
  /** Phrases that weaken a letter, and what to do instead. */
  readonly banned: readonly { readonly phrase: string; readonly say: string }[]
  /** Openings that need a name after them: `Dear`, not `Hello`. */
  readonly salutations: readonly string[]
  /** Phrases that only a forgotten blank contains: `your name here`. */
  readonly placeholders: readonly string[]
}

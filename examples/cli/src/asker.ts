/** A question that is answered with a text. */
export interface TextQuestion {
  readonly message: string
  /** An example, shown until something is typed. */
  readonly example?: string
  /** What Enter alone answers. */
  readonly initial?: string
  /** Whether the answer may be empty. Default `false`. */
  readonly isOptional?: boolean
  /** How to write it instead, as a sentence such as `Write it like: 14:30.`; `undefined` where it fits. */
  readonly check?: (answer: string) => string | undefined
}

/** A question that is answered with one of several values. */
export interface ChoiceQuestion {
  readonly message: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string
  }[]
  /** What Enter alone answers. Default: the first. */
  readonly initial?: string
}

/**
 * Somebody at a terminal who can be asked. Every question rejects with `cancelled` when the person
 * leaves it with Ctrl+C or Escape.
 */
export interface Asker {
  /** The answer without surrounding space; empty only where the question is optional. */
  text(question: TextQuestion): Promise<string>
  choose(question: ChoiceQuestion): Promise<string>
  /** Yes or no. */
  confirm(message: string, initial: boolean): Promise<boolean>
  /** Shows something to read between two questions. */
  tell(title: string, text: string): void
}

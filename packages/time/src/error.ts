/** What an error of this project carries beside its text. */
export interface ErrorFacts {
  /** What happened, with ids and values, as a sentence without a final stop. */
  readonly happened: string
  /** One action that mends it, as an imperative sentence without a final stop. */
  readonly fix: string
  /** The ids and values of the text as data, for programs. JSON only. */
  readonly details?: Readonly<Record<string, unknown>>
  /** The error that led to this one. */
  readonly cause?: unknown
}

const BRAND: unique symbol = Symbol.for('afterview.error')

/**
 * The one error class of Afterview: a stable `code`, what happened, and `Fix:` one action.
 * Recognise it with {@link isAfterviewError}, which also holds across two copies of the package.
 */
export class AfterviewError extends Error {
  /** Stable identifier in kebab-case, such as `zone-unknown`. */
  readonly code: string
  /** One action that mends it. */
  readonly fix: string
  /** The ids and values of the text as data. */
  readonly details: Readonly<Record<string, unknown>>
  readonly [BRAND] = true

  constructor(code: string, facts: ErrorFacts) {
    const text = `${code}: ${facts.happened}. Fix: ${facts.fix}.`
    // A question, or a message that is quoted, brings its own mark.
    super(text.replace(/(?<=[.?!])\.(?= |$)/g, ''), { cause: facts.cause })
    this.name = 'AfterviewError'
    this.code = code
    this.fix = facts.fix
    this.details = facts.details ?? {}
  }
}

/** Whether a thrown value is an {@link AfterviewError}, from this or another copy of the package. */
export function isAfterviewError(value: unknown): value is AfterviewError {
  return typeof value === 'object' && value !== null && BRAND in value
}

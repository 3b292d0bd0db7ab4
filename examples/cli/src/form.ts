import type { Call } from './command.ts'
import type { TextQuestion } from './asker.ts'
import { usageError } from './usage.ts'

/** A question whose answer may also have been given as an option. */
export interface FormQuestion extends TextQuestion {
  /** Name of the option, without dashes. */
  readonly option: string
}

/**
 * Answers from the options of a call, or else from the person at the terminal. Where there is
 * neither, a needed answer is missing: `usage`, naming the option.
 */
export interface Form {
  /** What was given as an option, never asked for. */
  given(question: Pick<FormQuestion, 'option' | 'check'>): string | undefined
  /** A needed text. */
  text(question: FormQuestion): Promise<string>
  /** A text that may be left out: `undefined` where nobody is there to be asked. */
  optional(question: FormQuestion): Promise<string | undefined>
  /** One of a few values. */
  choice(question: FormChoice): Promise<string>
}

/** A question with a few answers, one of which may have been given as an option. */
export interface FormChoice {
  readonly option: string
  readonly message: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string
  }[]
  readonly initial?: string
  /** What is taken where nobody can be asked. Default: the answer is needed. */
  readonly otherwise?: string
}

/** Opens a form over a call. */
export function createForm(call: Call): Form {
  const { asker } = call
  const given = (question: Pick<FormQuestion, 'option' | 'check'>): string | undefined => {
    const value = call.text(question.option)?.trim()
    if (value !== undefined) requireFit(question, value)
    return value
  }
  return {
    given,
    text: async (question) => {
      const answer = given(question)
      if (answer !== undefined) return answer
      if (asker === undefined) throw missing(question)
      return asker.text(question)
    },
    optional: async (question) => {
      const answer = given(question)
      if (answer !== undefined) return answer
      const asked = await asker?.text({ ...question, isOptional: true })
      return asked === '' ? undefined : asked
    },
    choice: async (question) => {
      const { option, options, otherwise } = question
      const value = call.text(option)
      if (value !== undefined) return requireOneOf(question, value)
      if (asker !== undefined) return options.length === 1 ? only(options) : asker.choose(question)
      if (otherwise === undefined) throw missing(question)
      return otherwise
    },
  }
}

function only(options: FormChoice['options']): string {
  return options[0]?.value ?? ''
}

function requireFit(
  { option, check }: Pick<FormQuestion, 'option' | 'check'>,
  value: string,
): void {
  if (value === '')
    throw usageError(`--${option} is empty`, `give a text, or leave --${option} out`)
  const problem = check?.(value)
  if (problem === undefined) return
  throw usageError(
    `--${option} ${JSON.stringify(value)} cannot be read`,
    stem(problem.slice(0, 1).toLowerCase() + problem.slice(1)),
  )
}

function requireOneOf({ option, options }: FormChoice, value: string): string {
  if (options.some((each) => each.value === value)) return value
  throw usageError(
    `--${option} ${JSON.stringify(value)} is not known here`,
    `use one of ${options.map((each) => each.value).join(', ') || '(none)'}`,
  )
}

function missing({ option, message }: { option: string; message: string }): Error {
  return usageError(
    `--${option} is missing (${stem(message)})`,
    `add --${option}, or run it in a terminal without --json to be asked`,
  )
}

/** A sentence without its stop. */
function stem(sentence: string): string {
  return sentence.replace(/[.?:]$/, '')
}

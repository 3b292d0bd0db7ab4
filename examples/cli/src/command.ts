import type { ParseArgsConfig } from 'node:util'

/** What was typed after the name of a command. */
export interface Call {
  /** Words that belong to no option, in order. */
  readonly words: readonly string[]
  /** A text option, or `undefined`. */
  text(name: string): string | undefined
  /** Whether a flag was given. */
  has(name: string): boolean
}

/** One command of the program. */
export interface Command {
  readonly name: string
  /** How it is called, after the program's name. */
  readonly usage: string
  readonly about: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Answers with the exit code. */
  run(call: Call): Promise<number>
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** Options that several commands share. */
export const shared = {
  json: flag,
  now: text,
  db: text,
}

/** An option that takes a text. */
export const textOption = text

/** An option that is given or not. */
export const flagOption = flag

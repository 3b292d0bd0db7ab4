import type { Asker } from './asker.ts'
import type { World } from './world.ts'

/** An option of a command, as `parseArgs` of Node takes it, with what the help says of it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly short?: string
  readonly default?: string | boolean
  /** What stands after it in the help, such as `<instant>`. */
  readonly takes?: string
  /** What it does, as the rest of a line. */
  readonly about?: string
  /** The values that it takes, for completion. */
  readonly values?: readonly string[]
}

/** What was typed after the name of a command. */
export interface Call {
  /** Words that belong to no option, in order. */
  readonly words: readonly string[]
  /** A text option, or `undefined`. */
  text(name: string): string | undefined
  /** Every value of an option that can be given several times. */
  texts(name: string): readonly string[]
  /** Whether a flag was given. */
  has(name: string): boolean
  /** Somebody to ask for what is missing; `undefined` in a script, with `--json` and `--no-input`. */
  readonly asker: Asker | undefined
  readonly world: World
}

/** What a word of a command can be, for completion: something that is kept, or one of a few words. */
export type WordKind = 'application' | 'event' | 'item' | 'scenario' | 'file' | readonly string[]

/** One command of the program. */
export interface Command {
  readonly name: string
  /** How it is called, after the program's name. */
  readonly usage: string
  readonly about: string
  readonly options: Readonly<Record<string, Option>>
  /** What its words are, in order. Default: nothing that can be completed. */
  readonly words?: readonly WordKind[]
  /** More to say in `afterview <command> --help`, a paragraph each. */
  readonly details?: readonly string[]
  /** Calls to learn from. */
  readonly examples?: readonly string[]
  /** Answers with the exit code. */
  run(call: Call): Promise<number>
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** Options that several commands share. */
export const shared = {
  json: { ...flag, about: 'print JSON instead of text, and ask nothing' },
  now: { ...text, takes: '<instant>', about: 'look from another time' },
  db: { ...text, takes: '<file>', about: 'where applications are kept' },
  plugins: { ...text, takes: '<folder>', about: 'where plugins are kept' },
} as const

/** An option that takes a text. */
export function takes(value: string, about: string): Option {
  return { ...text, takes: value, about }
}

/** An option that takes one of a few words. */
export function takesOneOf(values: readonly string[], about: string): Option {
  return { ...text, takes: `<${values.join('|')}>`, about, values }
}

/** An option that may be given several times. */
export function takesMany(value: string, about: string): Option {
  return { ...text, multiple: true, takes: value, about: `${about}; can be repeated` }
}

/** An option that is given or not. */
export function flagFor(about: string): Option {
  return { ...flag, about }
}

import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Call, Command } from './command.ts'
import { nearest } from './nearest.ts'
import { usageError } from './usage.ts'
import type { World } from './world.ts'

/** Options that every command takes. */
export const everywhere = {
  'no-input': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Reads what was typed after a command's name. Throws `usage`. */
export function readCall(command: Command, args: readonly string[], world: World): Call {
  const { values, positionals } = parse(command, args)
  const has = (option: string): boolean => values[option] === true
  return {
    words: positionals,
    text: (option) => textOf(values[option]),
    texts: (option) => textsOf(values[option]),
    has,
    asker: has('json') || has('no-input') ? undefined : world.asker,
    world,
  }
}

function parse(
  { name, usage, options }: Command,
  args: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const known: NonNullable<ParseArgsConfig['options']> = { ...options, ...everywhere }
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replaceAll('\n', ' ') : String(cause)
    const meant = nearest(optionIn(why), Object.keys(known))
    throw usageError(
      `${name}: ${why.split('. To specify')[0]?.replace(/\.$/, '') ?? why}`,
      meant === undefined ? `call it like: afterview ${usage}` : `write --${meant}`,
    )
  }
}

function optionIn(message: string): string {
  return /Unknown option '--?([^']+)'/.exec(message)?.[1] ?? ''
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' ? [value] : []
}

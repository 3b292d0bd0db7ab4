import { readFileSync } from 'node:fs'
import { isAfterviewError } from '@afterview/time'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { printCandidates } from './complete.ts'
import { exitCodeOf, exitCodes } from './exit-code.ts'
import { commandHelp, generalHelp } from './help.ts'
import { nearest } from './nearest.ts'
import { paint } from './paint.ts'
import { readCall } from './read-call.ts'
import { wrap } from './screen.ts'
import { usageError } from './usage.ts'
import { processWorld, type World } from './world.ts'

/** Performs one call of the program and answers with its exit code. */
export async function perform(
  [name, ...args]: readonly string[],
  world: World = processWorld(),
): Promise<number> {
  try {
    if (name === undefined) return help(undefined, exitCodes.usage)
    if (name === '--help' || name === '-h' || name === 'help') return help(args[0], exitCodes.done)
    if (name === 'complete') return await printCandidates(commands, args, world)
    if (name === '--version') return version()
    const command = requireCommand(name)
    if (asksForHelp(args)) return help(name, exitCodes.done)
    return await command.run(readCall(command, args, world))
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    process.stderr.write(`${errorText(error, args.includes('--json'))}\n`)
    return exitCodeOf(error.code)
  }
}

function version(): number {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  process.stdout.write(`${String(Reflect.get(Object(manifest), 'version'))}\n`)
  return exitCodes.done
}

function errorText(
  { code, message, fix, details }: { code: string; message: string; fix: string; details: object },
  isJson: boolean,
): string {
  if (isJson) return JSON.stringify({ error: { code, message, fix, details } })
  const text = process.stderr.isTTY ? wrap(message, 0, process.stderr.columns) : message
  return paint(code === 'cancelled' ? 'dim' : 'red', text, process.stderr)
}

function requireCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name)
  if (command !== undefined) return command
  const names = [...commands.map((candidate) => candidate.name), 'help']
  const meant = nearest(name, names)
  throw usageError(
    `there is no command "${name}"`,
    meant === undefined ? 'afterview --help lists them' : `write "afterview ${meant}"`,
  )
}

/** What comes after a bare `--` is no option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}

function help(name: string | undefined, code: number): number {
  const text = name === undefined ? generalHelp(commands) : commandHelp(requireCommand(name))
  process.stdout.write(text)
  return code
}

import { parseArgs } from 'node:util'
import { isAfterviewError } from '@afterview/time'
import type { Call, Command } from './command.ts'
import { agenda } from './commands/agenda.ts'
import { begin } from './commands/begin.ts'
import { calendar } from './commands/calendar.ts'
import { demo } from './commands/demo.ts'
import { draft } from './commands/draft.ts'
import { list } from './commands/list.ts'
import { record } from './commands/record.ts'
import { run } from './commands/run.ts'
import { show } from './commands/show.ts'
import { watch } from './commands/watch.ts'
import { why } from './commands/why.ts'
import { paint } from './paint.ts'
import { usageError } from './usage.ts'

const commands: readonly Command[] = [
  demo,
  run,
  begin,
  record,
  agenda,
  list,
  show,
  why,
  draft,
  calendar,
  watch,
]

/** Performs one call of the program and answers with its exit code. */
export async function perform([name, ...words]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help')
      return help(name)
    const command = commands.find((candidate) => candidate.name === name)
    if (command !== undefined) return await command.run(readCall(command, words))
    throw usageError(`there is no command "${name}"`, 'afterview --help lists them')
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    process.stderr.write(`${paint('red', error.message)}\n`)
    return error.code === 'event-refused' ? 1 : 2
  }
}

function help(asked: string | undefined): number {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  const lines = commands.map(({ usage, about }) => `  afterview ${usage.padEnd(width)}  ${about}`)
  process.stdout.write(`afterview: what happens after a job interview

${lines.join('\n')}

  --db <file>      where applications are kept (default: AFTERVIEW_DB, or the user's data folder)
  --now <instant>  look at things from another time
  --json           print JSON instead of text

Exit codes: 0 done, 1 an event was refused, 2 the input or the call is wrong.
`)
  return asked === undefined ? 2 : 0
}

function readCall({ name, usage, options }: Command, args: string[]): Call {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return {
      words: positionals,
      text: (option) => {
        const value = values[option]
        return typeof value === 'string' ? value : undefined
      },
      has: (option) => values[option] === true,
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replaceAll('\n', ' ') : String(cause)
    throw usageError(`${name}: ${why.replace(/\.$/, '')}`, `call it like: afterview ${usage}`)
  }
}

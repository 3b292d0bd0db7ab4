import { parseArgs } from 'node:util'
import { isAfterviewError } from '@afterview/time'
import { paint } from './paint.ts'
import { runScenario } from './run.ts'
import { readScenario, scenarioPath } from './scenario.ts'
import { usageError } from './usage.ts'

const HELP = `afterview: what happens after a job interview

  afterview demo [name]                       run a bundled scenario (default: two-rounds-to-an-offer)
  afterview run <scenario.json> --out <dir>   run a scenario of your own

  --out <dir>     where snapshot.json, agenda.json, calendar.ics and letters/ go
  --now <instant> look at the agenda from here (default: the last event)
  --keep-going    record refused events in refused.json instead of stopping
  --json          print the result as JSON instead of the timeline

Exit codes: 0 done, 1 an event was refused, 2 the input or the call is wrong.
`

process.exitCode = await main(process.argv.slice(2))

async function main(words: string[]): Promise<number> {
  try {
    return await perform(words)
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    process.stderr.write(`${paint('red', error.message)}\n`)
    return error.code === 'event-refused' ? 1 : 2
  }
}

async function perform(words: string[]): Promise<number> {
  const { values, positionals } = readArguments(words)
  const [command, name] = positionals
  if (values.help || command === undefined) {
    process.stdout.write(HELP)
    return command === undefined && !values.help ? 2 : 0
  }
  const options = {
    now: values.now,
    keepGoing: values['keep-going'],
    json: values.json,
  }
  switch (command) {
    case 'demo': {
      const scenario = readScenario(scenarioPath(name ?? 'two-rounds-to-an-offer'))
      return runScenario(scenario, { ...options, out: values.out ?? 'afterview-demo' })
    }
    case 'run': {
      if (name === undefined)
        throw usageError('run needs a scenario', 'name a file: afterview run my.json --out result')
      if (values.out === undefined)
        throw usageError('run needs a folder to write to', 'add --out <dir>')
      return runScenario(readScenario(name), { ...options, out: values.out })
    }
    default:
      throw usageError(
        `there is no command "${command}"`,
        'use demo or run; afterview --help lists them',
      )
  }
}

function readArguments(words: string[]): ReturnType<typeof parseWords> {
  try {
    return parseWords(words)
  } catch (cause) {
    throw usageError(cause instanceof Error ? cause.message : String(cause), 'see afterview --help')
  }
}

function parseWords(words: string[]) {
  return parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      now: { type: 'string' },
      'keep-going': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
}

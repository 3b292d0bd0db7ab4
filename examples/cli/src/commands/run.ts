import { type Command, flagOption, textOption } from '../command.ts'
import { runScenario } from '../run.ts'
import { readScenario } from '../scenario.ts'
import { usageError } from '../usage.ts'

/** Runs a scenario of one's own. */
export const run: Command = {
  name: 'run',
  usage: 'run <scenario.json> --out <dir> [--keep-going]',
  about: 'run a scenario of your own',
  options: { out: textOption, now: textOption, json: flagOption, 'keep-going': flagOption },
  run: async (call) => {
    const [path] = call.words
    const out = call.text('out')
    if (path === undefined) {
      throw usageError('run needs a scenario', 'name a file: afterview run my.json --out result')
    }
    if (out === undefined) throw usageError('run needs a folder to write to', 'add --out <dir>')
    return runScenario(readScenario(path), {
      out,
      now: call.text('now'),
      keepGoing: call.has('keep-going'),
      json: call.has('json'),
    })
  },
}

import { type Command, flagFor, takes } from '../command.ts'
import { runScenario } from '../run.ts'
import { readScenario } from '../scenario.ts'
import { usageError } from '../usage.ts'

/** Runs a scenario of one's own. */
export const run: Command = {
  name: 'run',
  usage: 'run <scenario.json> --out <dir>',
  about: 'run a scenario of your own',
  details: [
    'A scenario is { "input": …, "policy"?: …, "events": […] }. Its timeline is printed, and snapshot.json, agenda.json, calendar.ics and the letters are written to the folder: all of them, or none.',
  ],
  options: {
    out: takes('<dir>', 'where the results are written'),
    now: takes('<instant>', 'the instant at which the story ends (default: its last event)'),
    json: flagFor('print JSON instead of the timeline'),
    'keep-going': flagFor('go on after a refused event, and list those in refused.json'),
  },
  words: ['file'],
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

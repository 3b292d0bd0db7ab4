import { type Command, flagFor, takes } from '../command.ts'
import { runScenario } from '../run.ts'
import { readScenario, scenarioPath } from '../scenario.ts'

/** Runs a bundled scenario. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [scenario]',
  about: 'watch a made-up application live its life; nothing of yours is touched',
  examples: ['demo', 'demo silence-and-revival'],
  options: {
    out: takes('<dir>', 'where the results are written (default: afterview-demo)'),
    now: takes('<instant>', 'the instant at which the story ends'),
    json: flagFor('print JSON instead of the timeline'),
    'keep-going': flagFor('go on after a refused event, and list those in refused.json'),
  },
  words: ['scenario'],
  run: (call) => {
    const [name = 'two-rounds-to-an-offer'] = call.words
    return runScenario(readScenario(scenarioPath(name)), {
      out: call.text('out') ?? 'afterview-demo',
      now: call.text('now'),
      keepGoing: call.has('keep-going'),
      json: call.has('json'),
    })
  },
}

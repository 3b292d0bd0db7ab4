import { type Command, flagOption, textOption } from '../command.ts'
import { runScenario } from '../run.ts'
import { readScenario, scenarioPath } from '../scenario.ts'

/** Runs a bundled scenario. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [scenario] [--out <dir>]',
  about: 'run a bundled scenario (default: two-rounds-to-an-offer)',
  options: { out: textOption, now: textOption, json: flagOption, 'keep-going': flagOption },
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

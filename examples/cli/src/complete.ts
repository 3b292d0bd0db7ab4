import { candidatesFor } from './candidates.ts'
import type { Command } from './command.ts'
import { readCall } from './read-call.ts'
import type { World } from './world.ts'

/** The command that completion scripts call. No help shows it: it is for shells. */
const complete: Command = {
  name: 'complete',
  usage: 'complete -- <words>',
  about: 'the words that the last one can become',
  options: {},
  run: async () => 0,
}

/** Prints the candidates for the last word, a line each: the word, a tab, what it is. */
export async function printCandidates(
  commands: readonly Command[],
  args: readonly string[],
  world: World,
): Promise<number> {
  const call = readCall(complete, args, world)
  const found = await candidatesFor(commands, call.words, call)
  for (const { word, about } of found) process.stdout.write(`${word}\t${about}\n`)
  return 0
}

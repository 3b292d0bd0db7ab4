import type { Afterview, BeginInput, BegunApplication } from 'afterview'
import { printNext } from '../agenda-lines.ts'
import { type Command, shared } from '../command.ts'
import { readJsonFile } from '../json-file.ts'
import { paint } from '../paint.ts'
import { presentOf } from '../present.ts'
import { print, printJson } from '../print.ts'
import { askStart, startOptions } from '../start-questions.ts'
import { withStore } from '../store.ts'

/** Begins to keep an application. */
export const begin: Command = {
  name: 'begin',
  usage: 'begin [input.json]',
  about: 'begin an application: company, role, and the interview',
  details: [
    'In a terminal it asks for what is missing. In a script everything comes as options, or as a JSON file (- for standard input) with applicationId, candidate, company, role and round. The same file twice begins one application.',
  ],
  examples: [
    'begin',
    'begin --company Acme --role "Data Engineer" --starts "fri 14:30" --name "Maya Okafor"',
    'begin input.json',
  ],
  options: { ...startOptions, ...shared },
  words: ['file'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const [path] = call.words
      const input =
        path === undefined ? await askStart(call, afterview) : (readJsonFile(path) as BeginInput)
      const begun = await afterview.begin(input)
      const { applicationId, created } = begun
      if (call.has('json')) printJson({ applicationId, created })
      else await printBegun(afterview, begun, presentOf(call))
      return 0
    }),
}

async function printBegun(
  afterview: Afterview,
  { applicationId, created }: BegunApplication,
  now: string,
): Promise<void> {
  if (!created) return print(`${applicationId} had begun before`)
  print(`Begun as ${paint('bold', applicationId)}`)
  await printNext(afterview, applicationId, now)
  print(
    '',
    paint('dim', 'In its last five minutes: afterview close'),
    paint('dim', 'When it is over:          afterview record'),
  )
}

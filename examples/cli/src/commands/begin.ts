import type { BeginInput } from 'afterview'
import { type Command, shared } from '../command.ts'
import { readJsonFile } from '../json-file.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Begins to keep an application. */
export const begin: Command = {
  name: 'begin',
  usage: 'begin <input.json>',
  about: 'begin an application: candidate, company, role and the first round',
  options: { json: shared.json, db: shared.db },
  run: (call) => {
    const [path] = call.words
    if (path === undefined)
      throw usageError('begin needs a start input', 'name a JSON file, or - for standard input')
    const input = readJsonFile(path) as BeginInput
    return withStore(call, async (afterview) => {
      const { applicationId, created } = await afterview.begin(input)
      if (call.has('json')) printJson({ applicationId, created })
      else print(created ? `Begun as ${applicationId}` : `${applicationId} had begun before`)
      return 0
    })
  },
}

import type { ExportedApplication } from '@afterview/engine'
import type { Afterview } from 'afterview'
import { requireApplication } from '../application-choice.ts'
import { type Command, shared, takes } from '../command.ts'
import { writeOut } from '../out-file.ts'
import { print } from '../print.ts'
import { withStore } from '../store.ts'

/** Gives everything that is kept. */
export const exportAll: Command = {
  name: 'export',
  usage: 'export [application]',
  about: 'everything that is kept about one application, or about all, as JSON',
  examples: ['export > my-search.json', 'export acme --out acme.json'],
  options: {
    out: takes('<file>', 'write it there instead of printing it'),
    json: shared.json,
    db: shared.db,
  },
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const [applicationId] = call.words
      const applications =
        applicationId === undefined
          ? await everything(afterview)
          : [await exportOne(afterview, applicationId)]
      const text = `${JSON.stringify({ format: 'afterview-export', version: 1, applications }, null, 2)}\n`
      const out = call.text('out')
      if (out === undefined) process.stdout.write(text)
      else {
        writeOut(out, text)
        if (!call.has('json')) print(`${applications.length} written to ${out}`)
      }
      return 0
    }),
}

async function exportOne(
  afterview: Afterview,
  applicationId: string,
): Promise<ExportedApplication> {
  await requireApplication(afterview, applicationId)
  return afterview.engine.export(applicationId)
}

async function everything(afterview: Afterview): Promise<readonly ExportedApplication[]> {
  const all: ExportedApplication[] = []
  for await (const application of afterview.engine.exportAll()) all.push(application)
  return all
}

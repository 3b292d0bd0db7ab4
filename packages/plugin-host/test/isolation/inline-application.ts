import { createInlineAdapter } from '@afterview/plugin-host'
import { type FaultCase, commandOf, faultCases } from './fault-cases.ts'
import { contradiction, startBadPlace } from './fault-proof.ts'

/**
 * A small application that runs the bad plugin inline, in a process that may be lost.
 *
 * With the name of a fault it makes that one and says `survived` if it can. Without, it makes every
 * fault that is not fatal and says what contradicts the table and what became of itself.
 */
const [main, commands, fatalFault] = process.argv.slice(2)
if (main === undefined || commands === undefined) throw new Error('Two arguments are needed')

const plugin = { main, commands: commands.split(',') }
const place = await startBadPlace(createInlineAdapter(), plugin, setImmediate)
const rows = faultCases.filter(({ outcomes }) => outcomes.inline !== undefined)

if (fatalFault === undefined) await makeHarmless()
else await makeFatal(rows.find(({ fault }) => fault === fatalFault))

async function makeFatal(row: FaultCase | undefined): Promise<void> {
  if (row === undefined) throw new Error('There is no such fault')
  process.stdout.write('started\n')
  await place.run(commandOf(row, 'inline'), row.input)
  setTimeout(() => process.stdout.write('survived\n'), 20)
}

async function makeHarmless(): Promise<void> {
  const contradictions: Record<string, string> = {}
  for (const row of rows.filter(({ outcomes }) => outcomes.inline?.is !== 'fatal')) {
    const found = await contradiction(place, row, 'inline')
    if (found !== undefined) contradictions[row.fault] = found.slice(0, 200)
  }
  const { polluted } = Object({})
  const became = { polluted, variable: process.env['BAD_PLUGIN'], folder: process.cwd() }
  process.stdout.write(JSON.stringify({ contradictions, became }))
}

import { placeName, placeOf } from '@afterview/core'
import type { AfterviewChange } from 'afterview'
import { sayAgenda } from '../agenda-lines.ts'
import { type Call, type Command, flagFor, shared } from '../command.ts'
import { type DueNews, watchDue } from '../due-watch.ts'
import { paint } from '../paint.ts'
import { print } from '../print.ts'
import { sayPlace } from '../sentences.ts'
import { withStore } from '../store.ts'

/** Stays, wakes when something falls due, and says so. */
export const watch: Command = {
  name: 'watch',
  usage: 'watch',
  about: 'stay, and tell when something falls due (stop with Ctrl+C)',
  details: [
    'Shows what is due now, then wakes at every due time. What other programs write to the same database is seen within a minute. With --json every piece of news is one line.',
  ],
  options: { quiet: flagFor('no bell'), json: shared.json, db: shared.db },
  run: (call) =>
    withStore(call, async (afterview) => {
      const stopped = call.world.stopped()
      const listening = afterview.onDidChange((change) => tellChange(call, change))
      const { clock } = call.world
      const watching = await watchDue(afterview, clock, (news) => tellDue(call, news), complain)
      if (!call.has('json')) print(paint('dim', 'Watching. Stop with Ctrl+C.'))
      await stopped
      watching.dispose()
      listening.dispose()
      if (!call.has('json')) print('Stopped.')
      return 0
    }),
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
}

function tellDue(call: Call, { item, isNews }: DueNews): void {
  if (call.has('json')) return print(JSON.stringify({ type: 'due', item }))
  const bell = isNews && process.stdout.isTTY && !call.has('quiet') ? '\u0007' : ''
  const [what = '', ...more] = sayAgenda(item)
  print(`${bell}${what}`, ...more)
}

function tellChange(call: Call, change: AfterviewChange): void {
  if (call.has('json')) return print(JSON.stringify(change))
  if (change.type === 'erased') return print(`${change.applicationId} was erased`)
  const place = sayPlace(placeName(placeOf(change.snapshot.machine.value)))
  print(`${paint('bold', change.applicationId)} → ${place}`)
}

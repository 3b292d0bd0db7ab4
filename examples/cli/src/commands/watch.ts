import { once } from 'node:events'
import { placeName, placeOf } from '@afterview/core'
import { type Command, shared } from '../command.ts'
import { paint } from '../paint.ts'
import { print } from '../print.ts'
import { sayItem, sayPlace } from '../sentences.ts'
import { withStore } from '../store.ts'

/** Stays, wakes when something falls due, and says so. */
export const watch: Command = {
  name: 'watch',
  usage: 'watch',
  about: 'stay, and tell when something falls due (stop with Ctrl+C)',
  options: { json: shared.json, db: shared.db },
  run: (call) =>
    withStore(call, async (afterview) => {
      const listening = afterview.onDidChange((change) => {
        if (call.has('json')) return print(JSON.stringify(change))
        if (change.type === 'erased') return print(`${change.applicationId} was erased`)
        const place = sayPlace(placeName(placeOf(change.snapshot.machine.value)))
        print(`${paint('bold', change.applicationId)} → ${place}`)
        for (const item of [...change.agenda.added, ...change.agenda.moved])
          print(`  ${sayItem(item)}`)
      })
      print(paint('dim', 'Watching. Stop with Ctrl+C.'))
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      listening.dispose()
      return 0
    }),
}

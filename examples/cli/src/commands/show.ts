import { contextOf, placeName, placeOf } from '@afterview/core'
import { AfterviewError } from '@afterview/time'
import { type Command, shared } from '../command.ts'
import { instantOption } from '../instant-option.ts'
import { sayAgenda } from '../agenda-lines.ts'
import { sayInstant } from '../moments.ts'
import { paint } from '../paint.ts'
import { print, printJson } from '../print.ts'
import { sayEvent, sayPlace } from '../sentences.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Shows one application: what happened, where it stands, what is next, what is possible. */
export const show: Command = {
  name: 'show',
  usage: 'show <application>',
  about: 'what happened to an application, and what can happen now',
  options: shared,
  run: (call) => {
    const [applicationId] = call.words
    if (applicationId === undefined)
      throw usageError('show needs an application', 'afterview list names them')
    return withStore(call, async (afterview) => {
      const snapshot = await afterview.read(applicationId)
      if (snapshot === undefined) throw unknown(applicationId)
      const history = await afterview.engine.history(applicationId)
      const items = await afterview.agenda({ applicationId, ...instantOption(call, 'now') })
      const possible = await afterview.possible(applicationId)
      if (call.has('json')) printJson({ snapshot, history, agenda: items, possible })
      else {
        const { candidate, company, role } = contextOf(snapshot)
        print(
          paint('bold', `${role} at ${company.name}`),
          sayPlace(placeName(placeOf(snapshot.machine.value))),
          '',
        )
        for (const entry of history) {
          if (entry.type === 'event')
            print(`${sayInstant(entry.at, candidate.zone)}  ${sayEvent(entry.event.type)}`)
        }
        print('', ...items.flatMap(sayAgenda), '', paint('dim', `possible: ${possible.join(', ')}`))
      }
      return 0
    })
  },
}

function unknown(applicationId: string): AfterviewError {
  return new AfterviewError('application-unknown', {
    happened: `there is no application "${applicationId}"`,
    fix: 'afterview list names them',
    details: { applicationId },
  })
}

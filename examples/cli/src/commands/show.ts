import { contextOf, presentRound, type Snapshot } from '@afterview/core'
import { sayAgenda } from '../agenda-lines.ts'
import { chooseApplication, titleOf } from '../application-choice.ts'
import { type Command, shared } from '../command.ts'
import { sayHistory } from '../history-lines.ts'
import { sayMoment } from '../moments.ts'
import { paint } from '../paint.ts'
import { presentOf } from '../present.ts'
import { print, printJson } from '../print.ts'
import { wrap } from '../screen.ts'
import { placeLine } from '../sentences.ts'
import { withStore } from '../store.ts'
import { zoneOf } from '../zone-of.ts'

/** Shows one application: what happened, where it stands, what is next, what is possible. */
export const show: Command = {
  name: 'show',
  usage: 'show [application]',
  about: 'what happened to an application, and what can happen now',
  examples: ['show acme', 'show acme --now 2027-01-04T09:00:00Z'],
  options: shared,
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const { lifecycle, engine } = afterview
      const now = presentOf(call)
      const stored = await chooseApplication(call, afterview)
      const { applicationId } = stored
      const { snapshot } = lifecycle.catchUp(stored, now)
      const history = await engine.history(applicationId)
      const agenda = await afterview.agenda({ applicationId, now })
      const possible = lifecycle.possibleEvents(snapshot)
      if (call.has('json')) printJson({ snapshot, history, agenda, possible })
      else {
        print(...sayWho(snapshot), placeLine(snapshot))
        print('', ...sayHistory(history, zoneOf(snapshot)))
        print('', ...agenda.flatMap(sayAgenda))
        print('', paint('dim', wrap(`possible: ${possible.join(', ')}`, 10)))
      }
      return 0
    }),
}

function sayWho(snapshot: Snapshot): readonly string[] {
  const { candidate } = contextOf(snapshot)
  const { number, medium, startsAt, endsAt, interviewers } = presentRound(contextOf(snapshot))
  const names = interviewers.map(({ name }) => name).join(', ')
  const when = sayMoment(startsAt ?? endsAt, candidate.zone)
  return [
    paint('bold', titleOf(snapshot)),
    wrap(`Round ${number}, ${medium}, ${when}${names === '' ? '' : ` with ${names}`}`),
  ]
}

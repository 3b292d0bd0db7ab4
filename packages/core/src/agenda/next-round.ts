import { momentStart } from '@afterview/time'
import { presentRound } from '../context.ts'
import { dueWithinHours } from '../due-dates.ts'
import { openItem, type Projection } from './open-item.ts'

/** An invitation that wants an answer. */
export const projectInvitation: Projection = (view) => {
  const { invitation } = view.context
  if (invitation === null || view.place.stage === 'closed' || view.place.stage === 'rejection')
    return []
  const anchor = { event: 'nextRound.invited', at: invitation.at }
  const { respondBy } = invitation
  const round = presentRound(view.context).number + 1
  const from = { kind: 'instant', at: invitation.at } as const
  return [
    openItem(view, {
      kind: 'answerInvitation',
      key: `r${round}`,
      round,
      letter: 'accept-next-round',
      due:
        respondBy === null
          ? dueWithinHours(view.rules, 'invitation.answerWithin', anchor)
          : {
              due: respondBy,
              ...(momentStart(respondBy) > invitation.at
                ? { window: { from, until: respondBy } }
                : {}),
              anchor,
              basis: 'stated',
            },
    }),
  ]
}

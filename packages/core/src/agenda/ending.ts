import type { Moment } from '@afterview/time'
import { presentRound, type RejectionRecord } from '../context.ts'
import { hoursAfter } from '../due-dates.ts'
import { isFeedbackWelcome } from '../feedback.ts'
import type { PolicyKey } from '../policy.ts'
import {
  type ItemSketch,
  openItem,
  type OpenItem,
  type Projection,
  type View,
} from './open-item.ts'

/** A refusal: answer it after a night, ask for feedback once. */
export const projectRejection: Projection = (view) => {
  const { rejection } = view.context
  if (rejection === null || view.place.stage !== 'rejection') return []
  return [...reply(view, rejection), ...askFeedback(view, rejection)]
}

/** After an end that the candidate did not choose: write down what was learned, and go on. */
export const projectMovingOn: Projection = (view) => {
  const { context, place, rules } = view
  const { ended, movedOnAt } = context
  if (ended === null || movedOnAt !== null || !isEndedByOthers(place.stage, place.within)) return []
  const hours = 24 * rules.policy['rejection.moveOnWithin'].value
  const round = presentRound(context).number
  const due = { kind: 'instant', at: hoursAfter(ended.at, hours) } as const
  return [
    openItem(view, {
      kind: 'moveOn',
      key: `r${round}`,
      round,
      letter: 'moving-on',
      due: {
        due,
        window: { from: { kind: 'instant', at: ended.at }, until: due },
        policyKey: 'rejection.moveOnWithin',
        anchor: ended,
        basis: 'assumed',
      },
    }),
  ]
}

function reply(view: View, rejection: RejectionRecord): readonly OpenItem[] {
  if (rejection.answeredAt !== null) return []
  const hours = view.rules.policy['rejection.replyWithin'].value
  const kind = { kind: 'replyToRejection', letter: 'answer-rejection' } as const
  return [afterCoolingOff(view, rejection, { ...kind, hours, policyKey: 'rejection.replyWithin' })]
}

function askFeedback(view: View, rejection: RejectionRecord): readonly OpenItem[] {
  if (!isFeedbackWelcome(view.context)) return []
  const hours = 24 * view.rules.policy['rejection.feedbackWindow'].value
  const kind = { kind: 'askFeedback', letter: 'request-feedback' } as const
  return [
    afterCoolingOff(view, rejection, { ...kind, hours, policyKey: 'rejection.feedbackWindow' }),
  ]
}

function afterCoolingOff(
  view: View,
  rejection: RejectionRecord,
  item: Pick<ItemSketch, 'kind' | 'letter'> & {
    readonly hours: number
    readonly policyKey: PolicyKey
  },
): OpenItem {
  const round = presentRound(view.context).number
  const instantAfter = (hours: number): Moment => ({
    kind: 'instant',
    at: hoursAfter(rejection.at, hours),
  })
  const due = instantAfter(item.hours)
  return openItem(view, {
    kind: item.kind,
    ...(item.letter === undefined ? {} : { letter: item.letter }),
    key: `r${round}`,
    round,
    due: {
      due,
      window: { from: instantAfter(view.rules.policy['rejection.coolingOff'].value), until: due },
      policyKey: item.policyKey,
      anchor: { event: 'application.rejected', at: rejection.at },
      basis: 'assumed',
    },
  })
}

function isEndedByOthers(stage: string, within: string): boolean {
  if (stage === 'rejection') return true
  const own = ['hired', 'declinedByCandidate', 'withdrawn', 'reneged']
  return stage === 'closed' && !own.includes(within)
}

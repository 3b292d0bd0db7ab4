import {
  addCalendarDays,
  compareInstants,
  localDate,
  type Moment,
  momentEnd,
  momentStart,
  plusBusinessDays,
} from '@afterview/time'
import { type OfferRecord, presentRound } from '../context.ts'
import {
  type DueDate,
  dueWithinBusinessDays,
  dueWithinHours,
  hoursAfter,
  offerDecisionDue,
} from '../due-dates.ts'
import {
  type ItemSketch,
  openItem,
  type OpenItem,
  type Projection,
  type View,
} from './open-item.ts'

/** An offer that has not been answered: thank for it, ask for time, decide. */
export const projectOpenOffer: Projection = (view) => {
  const { offer } = view.context
  if (offer === null || view.place.stage !== 'offer' || view.place.within === 'accepted') return []
  return [
    ...acknowledge(view, offer),
    ...requestExtension(view, offer),
    ...decide(view, offer),
    ...employersAnswer(view, offer),
  ]
}

/** An offer that was accepted: confirm it, and close the other doors politely. */
export const projectAcceptedOffer: Projection = (view) => {
  const { offer } = view.context
  const acceptedAt = offer?.acceptedAt ?? null
  if (offer === null || acceptedAt === null || view.place.within !== 'accepted') return []
  const anchor = { event: 'offer.accepted', at: acceptedAt }
  const soon = dueWithinBusinessDays(
    view.context,
    view.rules,
    'acceptance.tellOthersWithin',
    anchor,
  )
  const confirm = dueWithinHours(view.rules, 'acceptance.confirmWithin', anchor)
  return [
    sketch(view, offer, { kind: 'confirmAcceptance', letter: 'accept-offer', due: confirm }),
    // The letters for it belong to the other applications: one of this would turn down the job.
    sketch(view, offer, { kind: 'withdrawElsewhere', due: soon }),
    sketch(view, offer, { kind: 'thankReferences', due: soon }),
  ]
}

/** An offer that was taken back: answer it, and keep the door open. */
export const projectRescission: Projection = (view) => {
  const { offer } = view.context
  const rescindedAt = offer?.rescindedAt ?? null
  if (offer === null || rescindedAt === null || view.place.within !== 'rescinded') return []
  const anchor = { event: 'offer.rescinded', at: rescindedAt }
  const due = dueWithinHours(view.rules, 'reply.answerWithin', anchor)
  return [sketch(view, offer, { kind: 'answerRescission', letter: 'answer-rescinded-offer', due })]
}

function acknowledge(view: View, offer: OfferRecord): readonly OpenItem[] {
  if (offer.acknowledgedAt !== null) return []
  const anchor = { event: 'offer.extended', at: offer.extendedAt }
  const due = dueWithinHours(view.rules, 'offer.acknowledgeWithin', anchor)
  return [sketch(view, offer, { kind: 'acknowledgeOffer', letter: 'acknowledge-offer', due })]
}

/** Only where there is a deadline, and while asking would still come in time. */
function requestExtension(view: View, offer: OfferRecord): readonly OpenItem[] {
  const { context, rules } = view
  if (offer.respondBy === null || offer.extension !== null) return []
  const { zone, country } = context.company
  const lastDay = localDate(hoursAfter(momentEnd(offer.respondBy), -1 / 3600), zone)
  const days = rules.policy['offer.extension'].value
  const date = plusBusinessDays(lastDay, -days, rules.calendarOf(country))
  const due: Moment = {
    kind: 'wall',
    local: `${date}T${rules.policy['sending.until'].value}`,
    zone,
  }
  if (compareInstants(momentStart(due), offer.versionAt) <= 0) return []
  const opensAt = addCalendarDays(date, -1)
  const from: Moment = {
    kind: 'wall',
    local: `${opensAt}T${rules.policy['sending.at'].value}`,
    zone,
  }
  return [
    sketch(view, offer, {
      kind: 'requestExtension',
      letter: 'request-extension',
      due: {
        due,
        window: { from, until: due },
        policyKey: 'offer.extension',
        anchor: offer.respondByAnchor ?? { event: 'offer.extended', at: offer.extendedAt },
        basis: 'derived',
      },
    }),
  ]
}

function decide(view: View, offer: OfferRecord): readonly OpenItem[] {
  const due = offerDecisionDue(view.context, view.rules)
  if (due === null) return []
  const hours = view.rules.policy['offer.reminders'].value[0] ?? 0
  const reminder = hoursAfter(momentEnd(due.due), -hours)
  const at = compareInstants(reminder, offer.versionAt) > 0 ? reminder : offer.versionAt
  const from: Moment = { kind: 'instant', at }
  const isAhead = compareInstants(at, momentEnd(due.due)) < 0
  const window: Pick<DueDate, 'window'> = isAhead ? { window: { from, until: due.due } } : {}
  return [sketch(view, offer, { kind: 'decideOffer', due: { ...due, ...window } })]
}

function employersAnswer(view: View, offer: OfferRecord): readonly OpenItem[] {
  const { within } = view.place
  const counteredAt = within === 'negotiating' ? offer.counters.at(-1) : undefined
  const askedAt = within === 'extensionRequested' ? offer.extension?.requestedAt : undefined
  const at = counteredAt ?? askedAt
  if (at === undefined) return []
  const event = counteredAt === undefined ? 'offer.extensionRequested' : 'offer.countered'
  const due = dueWithinBusinessDays(view.context, view.rules, 'offer.replyExpected', { event, at })
  return [
    sketch(view, offer, {
      kind: 'offerAnswerExpected',
      holder: 'employer',
      due: beforeDeadline(due, offer),
    }),
  ]
}

/** After the deadline of the offer their answer would come too late to be waited for. */
function beforeDeadline(due: DueDate, { respondBy }: OfferRecord): DueDate {
  if (respondBy === null || due.window === undefined) return due
  const isLate = compareInstants(momentEnd(respondBy), momentEnd(due.due)) < 0
  return isLate
    ? { ...due, due: respondBy, window: { from: due.window.from, until: respondBy } }
    : due
}

function sketch(
  view: View,
  offer: OfferRecord,
  item: Omit<ItemSketch, 'key' | 'round' | 'facts'>,
): OpenItem {
  const title = offer.terms?.title
  return openItem(view, {
    ...item,
    key: `o${offer.number}`,
    round: presentRound(view.context).number,
    facts: title === undefined ? {} : { title },
  })
}

import type { EventType } from './event.ts'
import { contact, round, roundPart } from './start-input-shape.ts'
import {
  type Check,
  date,
  deadline,
  either,
  flag,
  instant,
  nothing,
  object,
  oneOf,
  text,
  timePoint,
  wholeNumber,
} from './shape.ts'

type Fields = Readonly<Record<string, Check>>

const id = text(200)
const note = text(20_000)
const reason = { reason: note }
const window = either(nothing, object({ earliest: date, latest: either(nothing, date) }))
const timeframe = {
  phrase: text(2000),
  decidedBy: text(200),
  channel: oneOf('spoken', 'phone', 'email', 'letter', 'portal'),
  mayFollowUp: flag,
}
const terms = object({}, { title: text(200), salary: text(200), startDate: date, notes: note })
const offerFields = {
  until: deadline,
  respondBy: deadline,
  terms,
  version: wholeNumber(1),
  medium: oneOf('phone', 'email', 'letter', 'portal'),
  ...reason,
}
const rejectionFields = { text: note, lessons: note }

const shape = (required: Fields, optional: Fields = {}): Check =>
  object({ type: text(60), at: instant, ...required }, optional)

/** The shape of every event, by its type. */
export const eventShapes: Readonly<Record<EventType, Check>> = {
  'interview.ended': shape({}),
  'interview.missed': shape({}, reason),
  'timeframe.asked': shape({}, timeframe),
  'timeframe.given': shape({ window }, timeframe),
  'timeframe.revised': shape({ window }, timeframe),
  'detail.noted': shape({ interviewerId: id, topic: text(500) }),
  'thankYou.sent': shape({ interviewerId: id }),
  'thankYou.skipped': shape({ interviewerId: id }, reason),
  'checkIn.sent': shape({}, { itemId: id }),
  'agenda.pinned': shape({ itemId: id, until: deadline }),
  'agenda.snoozed': shape({ itemId: id, until: deadline }),
  'agenda.completed': shape({ itemId: id }),
  'employer.replied': shape(
    { kind: oneOf('holding', 'infoRequest', 'other') },
    { window, text: note, ...timeframe, contact },
  ),
  'employer.held': shape({}, reason),
  'employer.resumed': shape({}, reason),
  'position.closed': shape({}, reason),
  'application.paused': shape({}, { ...reason, until: deadline }),
  'application.resumed': shape({}, reason),
  'application.withdrawn': shape({}, reason),
  'application.reopened': shape({}, reason),
  'silence.confirmed': shape({}),
  'nextRound.invited': shape({}, { round: roundPart, respondBy: deadline }),
  'nextRound.scheduled': shape({ round: round({ startsAt: timePoint }) }),
  'nextRound.declined': shape({}, reason),
  'offer.extended': shape({ medium: oneOf('phone', 'email', 'letter') }, offerFields),
  'offer.acknowledged': shape({}, offerFields),
  'offer.extensionRequested': shape({}, offerFields),
  'offer.extensionGranted': shape({ until: deadline }, offerFields),
  'offer.extensionRefused': shape({}, offerFields),
  'offer.countered': shape({}, offerFields),
  'offer.revised': shape({}, offerFields),
  'offer.accepted': shape({}, offerFields),
  'offer.declined': shape({}, offerFields),
  'offer.rescinded': shape({}, offerFields),
  'offer.reneged': shape({}, offerFields),
  'employment.started': shape({}),
  'application.rejected': shape(
    {},
    { ...reason, medium: oneOf('phone', 'email', 'letter', 'portal'), automatic: flag },
  ),
  'rejection.answered': shape({}, rejectionFields),
  'feedback.requested': shape({}, rejectionFields),
  'feedback.received': shape({}, rejectionFields),
  'candidate.movedOn': shape({}, rejectionFields),
}

/** Every type of event, in the order in which a candidate meets them. */
export const eventTypes: readonly EventType[] = Object.keys(eventShapes).filter(isEventType)

/** Whether a word is the type of an event. */
export function isEventType(word: string): word is EventType {
  return Object.hasOwn(eventShapes, word)
}

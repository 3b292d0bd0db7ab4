import {
  type AgendaRecord,
  type EventType,
  placeName,
  placeOf,
  type Snapshot,
} from '@afterview/core'
import { paint } from './paint.ts'

const happenings: Readonly<Record<EventType, string>> = {
  'interview.ended': 'The interview ended',
  'interview.missed': 'They did not come to the interview',
  'timeframe.asked': 'You asked when they decide',
  'timeframe.given': 'They said when they decide',
  'timeframe.revised': 'They named another time',
  'detail.noted': 'You noted what you talked about',
  'thankYou.sent': 'You sent a thank-you note',
  'thankYou.skipped': 'You decided against a thank-you note',
  'checkIn.sent': 'You checked in',
  'agenda.pinned': 'You set a date by hand',
  'agenda.snoozed': 'You put something off',
  'agenda.completed': 'You did what was on the agenda',
  'employer.replied': 'They wrote back without deciding',
  'employer.held': 'They put the process on hold',
  'employer.resumed': 'They took the process up again',
  'position.closed': 'They closed the position',
  'application.paused': 'You paused the application',
  'application.resumed': 'You took the application up again',
  'application.withdrawn': 'You withdrew',
  'application.reopened': 'The application is open again',
  'silence.confirmed': 'You took the silence for a no',
  'nextRound.invited': 'They invited you to the next round',
  'nextRound.scheduled': 'The next interview has a date',
  'nextRound.declined': 'You declined the next round',
  'offer.extended': 'They made you an offer',
  'offer.acknowledged': 'You thanked them for the offer',
  'offer.extensionRequested': 'You asked for more time',
  'offer.extensionGranted': 'They gave you more time',
  'offer.extensionRefused': 'They gave you no more time',
  'offer.countered': 'You asked for other terms',
  'offer.revised': 'They changed the offer',
  'offer.accepted': 'You accepted',
  'offer.declined': 'You declined the offer',
  'offer.rescinded': 'They took the offer back',
  'offer.reneged': 'You went back on your yes',
  'employment.started': 'Your first day',
  'application.rejected': 'They said no',
  'rejection.answered': 'You answered the refusal',
  'feedback.requested': 'You asked for feedback',
  'feedback.received': 'Their feedback came',
  'candidate.movedOn': 'You moved on',
}

const chores: Readonly<Record<string, string>> = {
  askTimeframe: 'ask how and when they decide',
  rebookInterview: 'offer another time for the interview',
  thankYou: 'thank {personName}',
  decisionExpected: 'their decision is expected',
  checkIn: 'check in',
  answerHolding: 'answer their holding reply',
  sendInformation: 'send what they asked for',
  confirmSilence: 'decide whether this silence is a no',
  resumeApplication: 'take the application up again',
  answerInvitation: 'answer the invitation',
  interview: 'interview with {people}',
  acknowledgeOffer: 'thank them for the offer, and ask for it in writing',
  requestExtension: 'last good moment to ask for more time',
  decideOffer: 'decide about the offer',
  offerAnswerExpected: 'their answer is expected',
  confirmAcceptance: 'confirm your yes in writing',
  withdrawElsewhere: 'withdraw your other applications, politely',
  thankReferences: 'thank your references',
  answerRescission: 'answer that the offer was taken back',
  replyToRejection: 'answer the refusal, once it has cooled',
  askFeedback: 'ask for feedback, once',
  moveOn: 'write down what you learned, and go on',
  obligation: '{task}',
}

const places: Readonly<Record<string, string>> = {
  closing: 'closing the interview',
  followUp: 'following up',
  'waiting.withinTimeframe': 'waiting, within their time',
  'waiting.checkInDue': 'waiting, time to check in',
  'waiting.checkedIn': 'waiting, checked in',
  'waiting.quiet': 'waiting, and it is quiet',
  'waiting.presumedNo': 'waiting, probably a no',
  'waiting.onHold': 'on hold by the employer',
  'waiting.paused': 'paused by you',
  'nextRound.invited': 'invited to the next round',
  'nextRound.scheduled': 'next interview scheduled',
  'offer.received': 'offer received',
  'offer.considering': 'considering the offer',
  'offer.negotiating': 'negotiating',
  'offer.extensionRequested': 'asked for time to decide',
  'offer.accepted': 'offer accepted',
  'rejection.coolingOff': 'refused, cooling off',
  'rejection.replying': 'refused, time to answer',
  'rejection.feedback': 'refused, looking for feedback',
  'closed.hired': 'hired',
  'closed.declinedByCandidate': 'closed: you declined',
  'closed.lapsed': 'closed: the offer lapsed',
  'closed.rescinded': 'closed: the offer was taken back',
  'closed.reneged': 'closed: you went back on your yes',
  'closed.notSelected': 'closed: not selected',
  'closed.withdrawn': 'closed: you withdrew',
  'closed.positionClosed': 'closed: position closed',
  'closed.presumedNo': 'closed: presumed no',
}

const timers: Readonly<Record<string, string>> = {
  interviewOver: 'the interview should be over',
  closingCaptured: 'an hour after the interview',
  thankYouDue: 'the day for thanks is over',
  thankYouLapsed: 'it is too late for thanks',
  checkInDue: 'their time has passed',
  quiet: 'two weeks without a word',
  presumedNo: 'a month without a word',
  holdReview: 'a month on hold',
  pauseOver: 'your pause is over',
  invitationDue: 'the invitation wants an answer',
  offerReminderFirst: 'two days left for the offer',
  offerReminderLast: 'one day left for the offer',
  offerLapsed: 'the deadline of the offer has passed',
  employmentStarts: 'the first day has come',
  cooledOff: 'a night has passed',
  rejectionSettled: 'a week has passed',
}

/** What happened, as a short sentence without a stop. */
export function sayEvent(type: string): string {
  return Object.hasOwn(happenings, type) ? happenings[type as EventType] : type
}

/** What is to be done, or awaited. */
export function sayItem({ kind, facts }: Pick<AgendaRecord, 'kind' | 'facts'>): string {
  return (chores[kind] ?? kind).replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}

/** Where the application stands. */
export function sayPlace(name: string): string {
  return places[name] ?? name
}

/** Where an application stands, as a line of its own. */
export function placeLine(snapshot: Snapshot): string {
  return paint('green', `→ ${sayPlace(placeName(placeOf(snapshot.machine.value)))}`)
}

/** What a timer stands for, by its id. */
export function sayTimer(timerId: string): string {
  const name = timerId.split('.')[2] ?? timerId
  return timers[name] ?? name
}

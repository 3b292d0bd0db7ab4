import { compareInstants, momentEnd, momentStart, startOfDay } from '@afterview/time'
import { type LifecycleContext, presentRound } from './context.ts'
import {
  checkInDue,
  type DueRules,
  holdReviewDue,
  hoursAfter,
  offerDeadline,
  offerDecisionDue,
  presumedNoFrom,
  quietFrom,
  thankYouDue,
  thankYouLateUntil,
} from './due-dates.ts'

/** The names of the machine's delays: what a lifecycle can wait for. */
export const delayNames = [
  'interviewOver',
  'closingCaptured',
  'thankYouDue',
  'thankYouLapsed',
  'checkInDue',
  'quiet',
  'presumedNo',
  'holdReview',
  'pauseOver',
  'invitationDue',
  'offerReminderFirst',
  'offerReminderLast',
  'offerLapsed',
  'employmentStarts',
  'cooledOff',
  'rejectionSettled',
] as const

/** The name of one delay; see {@link delayNames}. */
export type DelayName = (typeof delayNames)[number]

/** Computes the instant at which a delay is over, or `null` where there is nothing to wait for. */
export type WakeDate = (context: LifecycleContext, rules: DueRules) => string | null

/** When each delay is over. */
export const wakeDates: { readonly [Name in DelayName]: WakeDate } = {
  interviewOver: (context) => {
    const { endedAt, endsAt } = presentRound(context)
    return endedAt === null ? momentEnd(endsAt) : null
  },
  closingCaptured: (context, { policy }) => {
    const { endedAt } = presentRound(context)
    return endedAt === null ? null : hoursAfter(endedAt, policy['closing.captureWithin'].value)
  },
  thankYouDue: (context, rules) =>
    momentStart(thankYouDue(context, presentRound(context), rules).due),
  thankYouLapsed: (context, rules) => thankYouLateUntil(presentRound(context), rules),
  checkInDue: (context, rules) => {
    const due = checkInDue(context, rules)
    return due === null ? null : momentStart(due.due)
  },
  quiet: quietFrom,
  presumedNo: presumedNoFrom,
  holdReview: (context, rules) => {
    const due = holdReviewDue(context, rules)
    return due === null ? null : momentStart(due.due)
  },
  pauseOver: ({ wait }) => {
    const until = wait.paused?.until ?? null
    return until === null ? null : momentStart(until)
  },
  invitationDue,
  offerReminderFirst: (context, rules) => offerReminder(context, rules, 0),
  offerReminderLast: (context, rules) => offerReminder(context, rules, 1),
  offerLapsed: (context) => (context.offer?.acceptedAt == null ? offerDeadline(context) : null),
  employmentStarts: ({ offer, company }) => {
    const date = offer?.terms?.startDate
    return date === undefined ? null : startOfDay({ date, zone: company.zone })
  },
  cooledOff: ({ rejection }, { policy }) =>
    rejection === null ? null : hoursAfter(rejection.at, policy['rejection.coolingOff'].value),
  rejectionSettled: ({ rejection }, { policy }) =>
    rejection === null
      ? null
      : hoursAfter(rejection.at, 24 * policy['rejection.feedbackWindow'].value),
}

/** By when to answer an invitation: as they asked, or by our own measure. */
export function invitationDue(context: LifecycleContext, { policy }: DueRules): string | null {
  const { invitation } = context
  if (invitation === null) return null
  if (invitation.respondBy !== null) return momentStart(invitation.respondBy)
  return hoursAfter(invitation.at, policy['invitation.answerWithin'].value)
}

/** A reminder some hours before the offer is to be answered; none where that has passed already. */
function offerReminder(context: LifecycleContext, rules: DueRules, index: number): string | null {
  const due = offerDecisionDue(context, rules)
  const hours = rules.policy['offer.reminders'].value[index]
  if (due === null || hours === undefined || context.offer?.acceptedAt != null) return null
  const at = hoursAfter(momentEnd(due.due), -hours)
  return compareInstants(at, context.lastAt) > 0 ? at : null
}

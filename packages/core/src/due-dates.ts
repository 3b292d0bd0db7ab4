import {
  addCalendarDays,
  addDays,
  type BusinessCalendar,
  compareInstants,
  instantFromMs,
  instantMs,
  localDate,
  localDateTime,
  type Moment,
  momentDate,
  momentEnd,
  momentStart,
  nextBusinessDay,
  plusBusinessDays,
  toInstant,
} from '@afterview/time'
import type { Basis } from './agenda-item.ts'
import { type LifecycleContext, type Pin, presentRound, type RoundRecord } from './context.ts'
import type { ObligationRule } from './obligation-rule.ts'
import type { Policy, PolicyKey } from './policy.ts'
import { remembered } from './remembered.ts'

const HOUR = 3_600_000

/** A due date with the policy entry that made it. */
export interface DueDate {
  readonly due: Moment
  readonly window?: { readonly from: Moment; readonly until: Moment }
  /** Absent where the employer or the person named the date. */
  readonly policyKey?: PolicyKey
  /** The event that the count starts at. */
  readonly anchor: { readonly event: string; readonly at: string }
  readonly basis: Basis
}

/** What due dates are computed with: the numbers, and the employer's working days. */
export interface DueRules {
  readonly policy: Policy
  readonly calendarOf: (country: string | undefined) => BusinessCalendar
  /** Items beside those of the lifecycle itself. */
  readonly obligations?: readonly ObligationRule[]
}

/** An instant some hours after another. Elapsed time, whatever the clocks do. */
export function hoursAfter(at: string, hours: number): string {
  return instantFromMs(Math.round(instantMs(at) + hours * HOUR))
}

/** The later of two instants. */
export function later(left: string, right: string): string {
  return compareInstants(left, right) >= 0 ? left : right
}

/** Due some hours after an event, and good to do from the event on. */
export function dueWithinHours(
  { policy }: DueRules,
  policyKey:
    | 'reply.answerWithin'
    | 'invitation.answerWithin'
    | 'offer.acknowledgeWithin'
    | 'acceptance.confirmWithin',
  anchor: DueDate['anchor'],
): DueDate {
  const due: Moment = { kind: 'instant', at: hoursAfter(anchor.at, policy[policyKey].value) }
  const from: Moment = { kind: 'instant', at: anchor.at }
  return { due, window: { from, until: due }, policyKey, anchor, basis: 'assumed' }
}

/** Due at the end of a business day some days after an event, and good to do from the event on. */
export function dueWithinBusinessDays(
  context: LifecycleContext,
  rules: DueRules,
  policyKey: 'acceptance.tellOthersWithin' | 'offer.replyExpected' | 'offer.decideWithin',
  anchor: DueDate['anchor'],
): DueDate {
  const { due } = endOfBusinessDay(context, anchor.at, rules.policy[policyKey].value, rules)
  const from: Moment = { kind: 'instant', at: anchor.at }
  return { due, window: { from, until: due }, policyKey, anchor, basis: 'assumed' }
}

/** When the interview of a round ended: as recorded, or by plan. */
export function interviewEnd(round: RoundRecord): string {
  return round.endedAt ?? momentEnd(round.endsAt)
}

/** Thanks are due within a day of the interview; within hours when the decision falls the same day. */
export function thankYouDue(
  context: LifecycleContext,
  round: RoundRecord,
  rules: DueRules,
): DueDate {
  const end = interviewEnd(round)
  const policyKey = isDecidedSameDay(context, end) ? 'thankYou.fastTrack' : 'thankYou.dueWithin'
  return {
    due: { kind: 'instant', at: hoursAfter(end, rules.policy[policyKey].value) },
    window: {
      from: { kind: 'instant', at: end },
      until: { kind: 'instant', at: hoursAfter(end, rules.policy[policyKey].value) },
    },
    policyKey,
    anchor: { event: round.endedAt === null ? 'interview' : 'interview.ended', at: end },
    basis: policyKey === 'thankYou.fastTrack' ? 'derived' : 'assumed',
  }
}

/** Until when a late note is still worth sending. */
export function thankYouLateUntil(round: RoundRecord, { policy }: DueRules): string {
  return hoursAfter(interviewEnd(round), policy['thankYou.lateUntil'].value)
}

/**
 * The next check-in, or `null` where none is left or none is welcome. Counted in the employer's
 * business days from the stated date, or from the anchor of the wait where no date was given.
 */
export const checkInDue = remembered((context, rules): DueDate | null => {
  const { wait } = context
  if (wait.unanswered >= rules.policy['checkIn.max'].value) return null
  if (wait.timeframe?.mayFollowUp === false) return null
  const date = wait.unanswered === 0 ? firstCheckIn(context, rules) : secondCheckIn(context, rules)
  const planned = {
    ...date,
    ...onWorkingMorning(context, momentDate(date.due, context.company.zone), rules),
  }
  return pinned(context, checkInId(context), planned)
})

/** The agenda id of the check-in that comes next. */
export function checkInId(context: LifecycleContext): string {
  const { number } = presentRound(context)
  return `${context.applicationId}/checkIn/r${number}-${context.wait.checkIns.length + 1}`
}

/** The date that the person set by hand, where there is one. */
export function pinned(context: LifecycleContext, id: string, planned: DueDate): DueDate {
  const pin = Object.hasOwn(context.pins, id) ? context.pins[id] : undefined
  if (pin === undefined || isOvertaken(context, id, pin)) return planned
  return { due: pin.until, anchor: { event: pin.by, at: pin.at }, basis: 'pinned' }
}

/** To ask before a date that was promised after the pin was set would break the word given on it. */
function isOvertaken(context: LifecycleContext, id: string, pin: Pin): boolean {
  const promised = statedLatest(context)
  const said = context.wait.timeframe?.anchor.at
  if (promised === null || said === undefined || id !== checkInId(context)) return false
  const date = momentDate(pin.until, context.company.zone)
  return compareInstants(said, pin.at) > 0 && date <= promised
}

/** When silence becomes a signal: days without any contact, and the check-in date has passed. */
export const quietFrom = remembered((context, rules): string => {
  const days = rules.policy['silence.flagAfter'].value
  const silence = daysAfter(lastContact(context), days, context)
  const checkIn = checkInDue(context, rules)
  if (checkIn === null) return silence
  const date = localDate(momentStart(checkIn.due), context.company.zone)
  return later(silence, morningOf(addCalendarDays(date, 1), context, rules))
})

/** When silence is presumed to be a no, for a person to confirm. */
export const presumedNoFrom = remembered((context, rules): string => {
  const { policy } = rules
  const promised = statedLatest(context)
  const presumed = later(
    daysAfter(context.wait.lastWordAt, policy['silence.presumeNo'].value, context),
    promised === null
      ? context.wait.lastWordAt
      : morningOf(addCalendarDays(promised, policy['silence.presumeNo'].value), context, rules),
  )
  const lastCheckIn = context.wait.unanswered > 0 ? context.wait.checkIns.at(-1) : undefined
  if (lastCheckIn === undefined) return presumed
  return later(presumed, daysAfter(lastCheckIn, policy['silence.flagAfter'].value, context))
})

/** When to ask whether the hold still stands; `null` where nobody should ask. */
export function holdReviewDue(context: LifecycleContext, rules: DueRules): DueDate | null {
  const { heldAt, timeframe, unanswered, checkIns } = context.wait
  if (heldAt === null || timeframe?.mayFollowUp === false) return null
  if (unanswered >= rules.policy['checkIn.max'].value) return null
  const asked = checkIns.at(-1)
  const anchor =
    asked !== undefined && compareInstants(asked, heldAt) > 0
      ? { event: 'checkIn.sent', at: asked }
      : { event: 'employer.held', at: heldAt }
  const date = localDate(anchor.at, context.company.zone)
  const days = rules.policy['hold.reviewAfter'].value
  const review = nextBusinessDay(
    addCalendarDays(date, days),
    rules.calendarOf(context.company.country),
  )
  return {
    ...onWorkingMorning(context, review, rules),
    policyKey: 'hold.reviewAfter',
    anchor,
    basis: 'assumed',
  }
}

/** By when to answer the offer: the stated deadline, or our own target where none was stated. */
export function offerDecisionDue(context: LifecycleContext, rules: DueRules): DueDate | null {
  const { offer } = context
  if (offer === null) return null
  const anchor = offer.respondByAnchor ?? { event: 'offer.extended', at: offer.extendedAt }
  if (offer.respondBy !== null) return { due: offer.respondBy, anchor, basis: 'stated' }
  const days = rules.policy['offer.decideWithin'].value
  return {
    ...endOfBusinessDay(context, offer.versionAt, days, rules),
    policyKey: 'offer.decideWithin',
    anchor,
    basis: 'assumed',
  }
}

/** The stated deadline of the offer as an instant: the end of a whole day. `null` where none was stated. */
export function offerDeadline(context: LifecycleContext): string | null {
  const respondBy = context.offer?.respondBy ?? null
  return respondBy === null ? null : momentEnd(respondBy)
}

/** The end of a business day some days after an instant, at the employer. */
export function endOfBusinessDay(
  context: LifecycleContext,
  at: string,
  days: number,
  rules: DueRules,
): Pick<DueDate, 'due'> {
  const { zone, country } = context.company
  const date = plusBusinessDays(localDate(at, zone), days, rules.calendarOf(country))
  return { due: { kind: 'wall', local: `${date}T${rules.policy['sending.until'].value}`, zone } }
}

/** The last date of the stated window; its first where the end was left open; `null` without one. */
export function statedLatest(context: LifecycleContext): string | null {
  const window = context.wait.timeframe?.window ?? null
  return window === null ? null : (window.latest ?? window.earliest)
}

function firstCheckIn(context: LifecycleContext, rules: DueRules): DueDate {
  const { wait, company } = context
  const calendar = rules.calendarOf(company.country)
  const promised = statedLatest(context)
  if (wait.timeframe !== null && promised !== null) {
    const days = rules.policy['checkIn.afterStated'].value
    const date = plusBusinessDays(promised, days, calendar)
    return dated(context, date, 'checkIn.afterStated', wait.timeframe.anchor, 'derived')
  }
  const from = localDate(countFrom(context), company.zone)
  const policyKey = isInSeason(from, rules.policy)
    ? 'checkIn.noDateGivenInSeason'
    : 'checkIn.noDateGiven'
  const date = plusBusinessDays(from, rules.policy[policyKey].value, calendar)
  return dated(context, date, policyKey, noDateAnchor(context), 'assumed')
}

/** From the same date as the first, and never sooner after the first than the first came itself. */
function secondCheckIn(context: LifecycleContext, rules: DueRules): DueDate {
  const { wait, company } = context
  const calendar = rules.calendarOf(company.country)
  const promised = statedLatest(context)
  const from = promised ?? localDate(countFrom(context), company.zone)
  const planned = plusBusinessDays(from, rules.policy['checkIn.second'].value, calendar)
  const spaced = plusBusinessDays(
    localDate(wait.checkIns.at(-1) ?? wait.anchor.at, company.zone),
    Math.max(1, rules.policy['checkIn.afterStated'].value),
    calendar,
  )
  const date = planned > spaced ? planned : spaced
  const anchor = promised === null ? noDateAnchor(context) : (wait.timeframe?.anchor ?? wait.anchor)
  return dated(context, date, 'checkIn.second', anchor, promised === null ? 'assumed' : 'derived')
}

/** "We do not know yet" restarts the count; no word at all counts from the interview. */
function countFrom(context: LifecycleContext): string {
  return noDateAnchor(context).at
}

function noDateAnchor({ wait }: LifecycleContext): LifecycleContext['wait']['anchor'] {
  const said = wait.timeframe?.anchor
  return said !== undefined && compareInstants(said.at, wait.anchor.at) > 0 ? said : wait.anchor
}

function dated(
  context: LifecycleContext,
  date: string,
  policyKey: PolicyKey,
  anchor: DueDate['anchor'],
  basis: DueDate['basis'],
): DueDate {
  return { due: { kind: 'day', date, zone: context.company.zone }, policyKey, anchor, basis }
}

function onWorkingMorning(
  context: LifecycleContext,
  date: string,
  { policy }: DueRules,
): Pick<DueDate, 'due' | 'window'> & { readonly window: NonNullable<DueDate['window']> } {
  const { zone } = context.company
  const wall = (time: string): Moment => ({ kind: 'wall', local: `${date}T${time}`, zone })
  return {
    due: wall(policy['sending.at'].value),
    window: {
      from: wall(policy['sending.from'].value),
      until: wall(policy['sending.until'].value),
    },
  }
}

function lastContact({ wait }: LifecycleContext): string {
  const own = wait.checkIns.at(-1)
  return own === undefined ? wait.lastWordAt : later(own, wait.lastWordAt)
}

/** Calendar days at the employer, at the same time of the day. */
function daysAfter(at: string, days: number, { company }: LifecycleContext): string {
  return addDays({ local: localDateTime(at, company.zone), zone: company.zone, days })
}

function morningOf(date: string, { company }: LifecycleContext, { policy }: DueRules): string {
  const local = `${date}T${policy['sending.at'].value}`
  return toInstant({ local, zone: company.zone, disambiguation: 'compatible' })
}

function isDecidedSameDay(context: LifecycleContext, end: string): boolean {
  const promised = context.wait.timeframe?.window?.latest
  return promised !== undefined && promised === localDate(end, context.company.zone)
}

function isInSeason(date: string, policy: Policy): boolean {
  const day = date.slice(5)
  return policy['season.holidays'].value.some(({ from, until }) =>
    from <= until ? from <= day && day <= until : day >= from || day <= until,
  )
}

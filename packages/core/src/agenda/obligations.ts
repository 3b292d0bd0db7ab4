import {
  addCalendarDays,
  compareInstants,
  localDate,
  type Moment,
  plusBusinessDays,
} from '@afterview/time'
import { type Anchor, type LifecycleContext, presentRound } from '../context.ts'
import { type DueDate, type DueRules, hoursAfter, pinned } from '../due-dates.ts'
import { countInWords, type ObligationRule } from '../obligation-rule.ts'
import { type Place, placeName } from '../place.ts'
import type { Snapshot } from '../snapshot.ts'
import type { OpenItem, View } from './open-item.ts'

/**
 * The open items of the rules that are given. A rule's item opens when its event or state comes and
 * stays until an event that makes it done, the person calls it done, the rule stops to apply, or
 * the application ends. It is one item for each round; when the start comes again it moves.
 */
export function projectObligations(view: View, ledger: Snapshot['agenda']): readonly OpenItem[] {
  return (view.rules.obligations ?? []).flatMap((rule) => {
    const anchor = anchorOf(rule, view, ledger)
    return anchor === undefined || !isOwed(rule, anchor, view)
      ? []
      : [obligation(rule, anchor, view)]
  })
}

/** The rules that apply now, by id: what the next ledger takes as known. */
export function applyingRules({
  rules,
  context,
  place,
}: Omit<View, 'knownRules'>): readonly string[] {
  return (rules.obligations ?? [])
    .filter((rule) => rule.applies?.(context, place) ?? true)
    .map(({ id }) => id)
}

/** Whether the event that has just been taken makes an item of a rule done. */
export function isObligationDone({ rules, happened }: View, itemId: string): boolean {
  const rule = rules.obligations?.find(({ id }) => itemId.includes(`/obligation/${id}/`))
  return rule?.doneOn?.some((type) => type === happened?.event) ?? false
}

function anchorOf(
  rule: ObligationRule,
  view: View,
  ledger: Snapshot['agenda'],
): Anchor | undefined {
  if (hasStarted(rule, view)) return { event: nameOf(rule), at: view.context.lastAt }
  const id = itemIdOf(rule, view.context)
  const record = Object.hasOwn(ledger, id) ? ledger[id] : undefined
  if (record === undefined)
    return view.knownRules.includes(rule.id) ? undefined : earlier(rule, view)
  return record.state === 'open' ? startOf(record.facts, record.anchor) : undefined
}

/** A date that was set by hand has an anchor of its own; the facts keep where the count began. */
function startOf(facts: Readonly<Record<string, string>>, anchor: Anchor): Anchor {
  const { startedBy, startedAt } = facts
  return startedBy === undefined || startedAt === undefined
    ? anchor
    : { event: startedBy, at: startedAt }
}

function hasStarted({ on }: ObligationRule, { happened, place }: View): boolean {
  if (happened === undefined) return false
  if ('event' in on) return happened.event === on.event
  return isIn(place, on.state) && !(happened.before !== null && isIn(happened.before, on.state))
}

function isIn(place: Place, state: string): boolean {
  return place.stage === state || placeName(place) === state
}

/**
 * For a rule that came after the fact: where the count began, as far as the snapshot tells, and
 * unless an event that makes it done is known to have followed.
 */
function earlier(rule: ObligationRule, { context, place }: View): Anchor | undefined {
  const known = knownEvents(context)
  const { on } = rule
  const at = 'event' in on ? known[on.event] : isIn(place, on.state) ? context.lastAt : undefined
  if (at == null) return undefined
  const isDone = rule.doneOn?.some((type) => isSince(known[type], at)) ?? false
  return isDone ? undefined : { event: nameOf(rule), at }
}

function isSince(instant: string | null | undefined, start: string): boolean {
  return instant != null && compareInstants(instant, start) >= 0
}

/** When events last happened, as far as the present round remembers. */
function knownEvents(
  context: LifecycleContext,
): Readonly<Record<string, string | null | undefined>> {
  const round = presentRound(context)
  const { wait, offer, rejection, ended } = context
  return {
    'interview.ended': round.endedAt,
    'interview.missed': round.missedAt,
    'timeframe.given': wait.timeframe?.anchor.at,
    'thankYou.sent': round.thanks.findLast(({ outcome }) => outcome === 'sent')?.at,
    'checkIn.sent': wait.checkIns.at(-1),
    'employer.replied': wait.reply?.at,
    'employer.held': wait.heldAt,
    'application.paused': wait.paused?.at,
    'nextRound.invited': context.invitation?.at,
    'offer.extended': offer?.extendedAt,
    'offer.acknowledged': offer?.acknowledgedAt,
    'offer.accepted': offer?.acceptedAt,
    'application.rejected': rejection?.at,
    'rejection.answered': rejection?.answeredAt,
    'feedback.requested': rejection?.feedbackRequestedAt,
    'candidate.movedOn': context.movedOnAt,
    ...(ended === null ? {} : { [ended.event]: ended.at }),
    ...(wait.answer === null ? {} : { [wait.answer.event]: wait.answer.at }),
  }
}

/** The end of an application ends what was owed before it. */
function isOwed(rule: ObligationRule, anchor: Anchor, view: View): boolean {
  const { context, place, happened } = view
  const isDone = happened !== undefined && isObligationDone(view, itemIdOf(rule, context))
  if (isDone && !hasStarted(rule, view)) return false
  const isOver = context.ended !== null && compareInstants(anchor.at, context.ended.at) < 0
  return !isOver && (rule.applies?.(context, place) ?? true)
}

function obligation(rule: ObligationRule, anchor: Anchor, { context, rules }: View): OpenItem {
  const id = itemIdOf(rule, context)
  const holder = rule.holder ?? 'candidate'
  const planned = plannedDue(rule, anchor, context, rules)
  const { due, window, basis, anchor: counted } = pinned(context, id, planned)
  return {
    id,
    applicationId: context.applicationId,
    kind: 'obligation',
    holder,
    due,
    ...(window === undefined ? {} : { window }),
    basis,
    ...(basis === 'pinned' ? {} : { policy: policyOf(rule) }),
    anchor: counted,
    ...(rule.letter === undefined ? {} : { letter: rule.letter }),
    round: presentRound(context).number,
    facts: {
      company: context.company.name,
      role: context.role,
      task: rule.title,
      rule: rule.id,
      startedBy: anchor.event,
      startedAt: anchor.at,
    },
  }
}

function policyOf(rule: ObligationRule): NonNullable<OpenItem['policy']> {
  return { key: rule.id, value: countInWords(rule), source: rule.source ?? rule.id }
}

function plannedDue(
  rule: ObligationRule,
  anchor: Anchor,
  context: LifecycleContext,
  rules: DueRules,
): DueDate {
  const due = dueOf(rule, anchor.at, context, rules)
  const from: Moment = { kind: 'instant', at: anchor.at }
  const isOwn = rule.holder !== 'employer'
  return { due, ...(isOwn ? { window: { from, until: due } } : {}), anchor, basis: 'assumed' }
}

function dueOf(
  { due, holder }: ObligationRule,
  at: string,
  { candidate, company }: LifecycleContext,
  { calendarOf }: DueRules,
): Moment {
  if ('hours' in due) return { kind: 'instant', at: hoursAfter(at, due.hours) }
  const zone = holder === 'employer' ? company.zone : candidate.zone
  const start = localDate(at, zone)
  const date =
    'days' in due
      ? addCalendarDays(start, due.days)
      : plusBusinessDays(start, due.businessDays, calendarOf(company.country))
  return due.at === undefined
    ? { kind: 'day', date, zone }
    : { kind: 'wall', local: `${date}T${due.at}`, zone }
}

function itemIdOf({ id }: ObligationRule, context: LifecycleContext): string {
  return `${context.applicationId}/obligation/${id}/r${presentRound(context).number}`
}

function nameOf({ on }: ObligationRule): string {
  return 'event' in on ? on.event : on.state
}

import { compareInstants, instantMs, momentStart, parseInstant } from '@afterview/time'
import { assign } from 'xstate'
import { type LifecycleContext, presentRound } from './context.ts'
import {
  checkInDue,
  type DueRules,
  interviewEnd,
  offerDeadline,
  presumedNoFrom,
  quietFrom,
} from './due-dates.ts'
import { isFeedbackWelcome } from './feedback.ts'
import { initialContext, lifecycleSetup } from './machine-setup.ts'
import { recordDue } from './record.ts'
import { closed } from './states/closed.ts'
import { closing } from './states/closing.ts'
import { followUp } from './states/follow-up.ts'
import { nextRound } from './states/next-round.ts'
import { offer } from './states/offer.ts'
import { rejection } from './states/rejection.ts'
import { waiting } from './states/waiting.ts'
import { awaitedThanks } from './thanks.ts'
import { type DelayName, delayNames, wakeDates } from './wake-dates.ts'

const statechart = lifecycleSetup.createMachine({
  id: 'lifecycle',
  context: initialContext,
  initial: 'closing',
  states: { closing, followUp, waiting, nextRound, offer, rejection, closed },
})

/** The machine of a lifecycle: a plain XState v5 machine. */
export type LifecycleMachine = typeof statechart

/** The statechart with the guards and delays that these rules make. */
export function createMachine(rules: DueRules): LifecycleMachine {
  return statechart.provide({
    actions: {
      reachDue: assign(({ context }, params: { delay: DelayName }) => {
        const at = wakeDates[params.delay](context, rules)
        return at === null ? context : recordDue(context, params.delay, at)
      }),
    },
    guards: createGuards(rules),
    delays: createDelays(rules),
  })
}

interface Fact {
  readonly context: LifecycleContext
  readonly event: { readonly type: string; readonly at?: string }
}

function createGuards(rules: DueRules): Record<GuardName, (fact: Fact) => boolean> {
  const isPast = (context: LifecycleContext, at: string): boolean =>
    compareInstants(at, context.lastAt) <= 0
  return {
    hasEndedInterview: ({ context }) => presentRound(context).endedAt !== null,
    isInterviewOver: ({ context, event }) => isAfterInterview(context, event.at),
    isInterviewAwaited: ({ context }) => isAwaited(context),
    isThanked: ({ context }) => awaitedThanks(presentRound(context)).length === 0,
    isPaused: ({ context }) => context.wait.paused !== null,
    isOnHold: ({ context }) => context.wait.heldAt !== null,
    isPresumedNo: ({ context }) => isPast(context, presumedNoFrom(context, rules)),
    isQuiet: ({ context }) => isPast(context, quietFrom(context, rules)),
    isCheckInDue: ({ context }) => {
      const due = checkInDue(context, rules)
      return due !== null && isPast(context, momentStart(due.due))
    },
    hasCheckedIn: ({ context }) => context.wait.unanswered > 0,
    isFeedbackWelcome: ({ context }) => isFeedbackWelcome(context),
    isSaidInTime: ({ context, event }) => isSaidInTime(context, event.at),
  }
}

type GuardName =
  | 'hasEndedInterview'
  | 'isInterviewOver'
  | 'isInterviewAwaited'
  | 'isThanked'
  | 'isPaused'
  | 'isOnHold'
  | 'isPresumedNo'
  | 'isQuiet'
  | 'isCheckInDue'
  | 'hasCheckedIn'
  | 'isFeedbackWelcome'
  | 'isSaidInTime'

function createDelays(
  rules: DueRules,
): Record<DelayName, (fact: { context: LifecycleContext }) => number> {
  const delay =
    (name: DelayName) =>
    ({ context }: { context: LifecycleContext }): number => {
      const at = wakeDates[name](context, rules)
      return at === null ? Infinity : Math.max(0, instantMs(at) - instantMs(context.lastAt))
    }
  return mapDelays(delay)
}

function mapDelays<Value>(of: (name: DelayName) => Value): Record<DelayName, Value> {
  const entries: Partial<Record<DelayName, Value>> = {}
  for (const name of delayNames) entries[name] = of(name)
  return entries as Record<DelayName, Value>
}

function isAfterInterview(context: LifecycleContext, at: string | undefined): boolean {
  const round = presentRound(context)
  if (round.endedAt !== null) return true
  return at !== undefined && compareInstants(parseInstant(at), interviewEnd(round)) >= 0
}

function isAwaited(context: LifecycleContext): boolean {
  const { endedAt, missedAt } = presentRound(context)
  return endedAt === null && missedAt === null
}

function isSaidInTime(context: LifecycleContext, at: string | undefined): boolean {
  const end = offerDeadline(context)
  return end === null || (at !== undefined && compareInstants(parseInstant(at), end) <= 0)
}

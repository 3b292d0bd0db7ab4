import { localDate, parseInstant } from '@afterview/time'
import type { Anchor, LifecycleContext, Timeframe, Wait } from './context.ts'
import type { EventOf, StatedWindow } from './event.ts'
import { momentOf } from './start-context.ts'

/** The employer said when they decide, or that they do not know. */
export function recordTimeframe(
  context: LifecycleContext,
  event: EventOf<'timeframe.given'> | EventOf<'timeframe.revised'>,
): LifecycleContext {
  const said = timeframe(context, event, event.window)
  return changeWait(heard(context, event.at), { timeframe: said })
}

/** A check-in went out. */
export function recordCheckIn(
  context: LifecycleContext,
  event: EventOf<'checkIn.sent'>,
): LifecycleContext {
  const { checkIns, unanswered } = context.wait
  return changeWait(context, {
    checkIns: [...checkIns, parseInstant(event.at)],
    unanswered: unanswered + 1,
  })
}

/** The employer wrote or called without deciding: check-ins start again from here. */
export function recordReply(
  context: LifecycleContext,
  event: EventOf<'employer.replied'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const reply = { kind: event.kind, at, number: (context.wait.reply?.number ?? 0) + 1 }
  const known = heard(context, event.at)
  if (event.window === undefined)
    return changeWait(known, { reply, ...rearmed(known, event.type, at) })
  return changeWait(known, {
    reply,
    timeframe: timeframe(context, event, event.window),
    heldAt: null,
  })
}

/** The employer put the process on hold: what was promised before no longer counts. */
export function recordHold(
  context: LifecycleContext,
  event: EventOf<'employer.held'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  return changeWait(heard(context, event.at), {
    heldAt: at,
    timeframe: withoutPromise(context, { event: event.type, at }),
  })
}

/** The process goes on: the count starts from here. */
export function recordResumption(
  context: LifecycleContext,
  event: EventOf<'employer.resumed'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const anchor = { event: event.type, at }
  return changeWait(heard(context, event.at), {
    heldAt: null,
    timeframe: withoutPromise(context, anchor),
    anchor,
  })
}

/** The candidate rests this application. */
export function recordPause(
  context: LifecycleContext,
  event: EventOf<'application.paused'>,
): LifecycleContext {
  const until = event.until === undefined ? null : momentOf(event.until, context.candidate.zone)
  return changeWait(context, { paused: { at: parseInstant(event.at), until } })
}

/** The candidate takes it up again, where it stood. */
export function recordUnpause(context: LifecycleContext): LifecycleContext {
  return changeWait(context, { paused: null })
}

/** An ended application is open again: the wait starts from here. */
export function recordReopening(
  context: LifecycleContext,
  event: EventOf<'application.reopened'> | EventOf<'employer.replied'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const open: LifecycleContext = {
    ...context,
    ended: null,
    movedOnAt: null,
    rejection: null,
    offer: null,
  }
  return changeWait(heard(open, event.at), {
    answer: null,
    timeframe: null,
    heldAt: null,
    paused: null,
    anchor: { event: event.type, at },
  })
}

/** A word from the employer, of whatever kind: silence is counted from here. */
export function heard(context: LifecycleContext, eventAt: string): LifecycleContext {
  return changeWait(context, { lastWordAt: parseInstant(eventAt), unanswered: 0 })
}

/** A word without a date keeps a promise that still runs, else the count restarts with it. */
function rearmed(context: LifecycleContext, event: string, at: string): Partial<Wait> {
  const promised = context.wait.timeframe?.window?.latest
  const today = localDate(at, context.company.zone)
  const runs = promised !== undefined && promised !== null && promised >= today
  const anchor = { event, at }
  return runs ? {} : { timeframe: withoutPromise(context, anchor), anchor }
}

/** A promise that no longer counts is forgotten; the wish not to be asked is not. */
function withoutPromise({ wait }: LifecycleContext, anchor: Anchor): Timeframe | null {
  const before = wait.timeframe
  if (before?.mayFollowUp !== false) return null
  return { ...before, window: null, phrase: null, anchor }
}

function timeframe(
  { wait }: LifecycleContext,
  event: Pick<
    EventOf<'timeframe.given'>,
    'at' | 'phrase' | 'decidedBy' | 'channel' | 'mayFollowUp'
  > & {
    readonly type: string
  },
  window: StatedWindow | null,
): Timeframe {
  return {
    window,
    phrase: event.phrase ?? null,
    decidedBy: event.decidedBy ?? null,
    channel: event.channel ?? null,
    mayFollowUp: event.mayFollowUp ?? (wait.timeframe?.mayFollowUp === false ? false : null),
    anchor: { event: event.type, at: parseInstant(event.at) },
  }
}

function changeWait(context: LifecycleContext, change: Partial<Wait>): LifecycleContext {
  return { ...context, wait: { ...context.wait, ...change } }
}

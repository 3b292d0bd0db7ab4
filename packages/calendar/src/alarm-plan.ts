import { type AgendaKind, agendaKinds } from '@afterview/core'
import { instantFromMs, localTime } from '@afterview/time'
import { calendarError } from './error-table.ts'
import { requireOneOf } from './option-range.ts'

/** Minutes before the start at which an entry reminds, the important one first, at most three. */
export interface AlarmPlan {
  /** For entries with a time. 0 is the start itself. */
  readonly timed: readonly number[]
  /** For whole days, counted from their first midnight: 900 is 09:00 on the day before. */
  readonly day: readonly number[]
}

/** Changes to {@link defaultAlarms} by kind; `{ timed: [], day: [] }` is silence. */
export type AlarmOptions = Partial<Readonly<Record<AgendaKind, AlarmPlan>>>

const hour = 60
const day = 24 * hour
/** 09:00 on the day before a whole day. */
const morningBefore = 15 * hour

/**
 * Reminders by kind. Some clients keep the first alarm only, so it is the one that matters. The
 * offer's 24 and 48 hours are the policy's `offer.reminders`; the others are our own reasoning.
 */
export const defaultAlarms: Readonly<Record<AgendaKind, AlarmPlan>> = {
  askTimeframe: { timed: [0], day: [morningBefore] },
  rebookInterview: { timed: [2 * hour, 0], day: [morningBefore] },
  thankYou: { timed: [3 * hour, 0], day: [morningBefore] },
  decisionExpected: { timed: [0], day: [morningBefore] },
  checkIn: { timed: [0], day: [morningBefore] },
  answerHolding: { timed: [2 * hour, 0], day: [morningBefore] },
  sendInformation: { timed: [3 * hour, day], day: [morningBefore] },
  confirmSilence: { timed: [0], day: [morningBefore] },
  resumeApplication: { timed: [0], day: [morningBefore] },
  answerInvitation: { timed: [3 * hour, day], day: [morningBefore] },
  interview: { timed: [hour, day, 10], day: [morningBefore] },
  acknowledgeOffer: { timed: [2 * hour, 0], day: [morningBefore] },
  requestExtension: { timed: [2 * hour, day], day: [morningBefore] },
  decideOffer: { timed: [day, 2 * day, 2 * hour], day: [morningBefore, morningBefore + day] },
  offerAnswerExpected: { timed: [0], day: [morningBefore] },
  confirmAcceptance: { timed: [3 * hour, 0], day: [morningBefore] },
  withdrawElsewhere: { timed: [3 * hour, 0], day: [morningBefore] },
  thankReferences: { timed: [0], day: [morningBefore] },
  answerRescission: { timed: [3 * hour, 0], day: [morningBefore] },
  replyToRejection: { timed: [3 * hour, 0], day: [morningBefore] },
  askFeedback: { timed: [0], day: [morningBefore] },
  moveOn: { timed: [0], day: [morningBefore] },
  obligation: { timed: [0], day: [morningBefore] },
}

/**
 * Reminders without those at night: what would ring from 22:00 to 07:00 on the clocks of `zone` rings
 * at 21:00 before. Without a zone nobody knows when it is night, and they stay as they are.
 */
export function wakingAlarms(
  minutes: readonly number[],
  startMs: number,
  zone: string | undefined,
): readonly number[] {
  if (zone === undefined) return minutes
  const waking = minutes.map((each) => {
    const [hours = 0, past = 0] = localTime(instantFromMs(startMs - each * 60_000), zone)
      .split(':')
      .map(Number)
    return hours >= bedtime || hours < morning ? each + ((hours + 3) % 24) * hour + past : each
  })
  return [...new Set(waking)]
}

const bedtime = 22
const morning = 7

const mostAlarms = 3
const mostMinutes = 28 * day

/** The plans of a calendar: the defaults with changes. Throws `option-out-of-range`. */
export function alarmPlans(changes: AlarmOptions): Readonly<Record<AgendaKind, AlarmPlan>> {
  for (const [kind, plan] of Object.entries(changes)) {
    requireOneOf('alarms', agendaKinds, kind as AgendaKind)
    for (const form of ['timed', 'day'] as const) requirePlan(`alarms.${kind}.${form}`, plan[form])
  }
  return { ...defaultAlarms, ...changes }
}

function requirePlan(name: string, minutes: readonly number[]): void {
  const isUsable = minutes.every(
    (each) => Number.isInteger(each) && each >= 0 && each <= mostMinutes,
  )
  if (isUsable && minutes.length <= mostAlarms) return
  const range = `at most ${mostAlarms} whole numbers of minutes from 0 to ${mostMinutes}`
  throw calendarError('option-out-of-range', { name, value: minutes, range })
}

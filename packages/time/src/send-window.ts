import { type Anchor, anchorMs, localDay } from './anchor.ts'
import { timeError } from './error-table.ts'
import { instantFromMs } from './instant.ts'
import { dayMs, resolveMs, timeOfDayMs } from './wall-time.ts'
import { firstOverDays, isLived, type RestDays, workingDays } from './working-days.ts'

/**
 * When something may be sent: a delay in elapsed hours from the anchor (such as the end of an
 * interview), hours of the recipient's day, and working days if asked.
 */
export type SendWindowInput = Anchor &
  RestDays & {
    /** IANA zone of the recipient. */
    readonly zone: string
    /** Elapsed hours from 0; fractions are fine. */
    readonly minDelayHours: number
    /** Elapsed hours, not below the minimum. Inclusive. */
    readonly maxDelayHours: number
    /** First allowed time of day in the zone, `HH:mm`. */
    readonly from: string
    /** Last allowed time of day in the zone, `HH:mm`, inclusive and not before `from`. */
    readonly to: string
  }

/** When to send, or that no time fits. */
export type SendWindow =
  | {
      readonly kind: 'instant'
      /** The first allowed instant. */
      readonly instant: string
      /** How long it stays allowed: the end of that day's allowed hours, or of the delay where that is sooner. Inclusive. */
      readonly until: string
    }
  | {
      readonly kind: 'none'
      /** The last allowed instant that is too early for the delay, or `null` where that lies before the anchor. */
      readonly before: string | null
      /** The first allowed instant that is too late for the delay. */
      readonly after: string
    }

/**
 * The first instant that keeps a delay and falls into allowed hours of the recipient. Where none
 * does, the answer says so and names the nearest choices: nothing is moved silently.
 */
export function sendWindow(input: SendWindowInput): SendWindow {
  const anchor = anchorMs(input, input.zone)
  const { earliest, latest } = delayWindow(anchor, input)
  const stretchOn = allowedStretches(input)
  const next = firstOverDays(localDay(earliest, input.zone), (day) => {
    const stretch = stretchOn(day)
    return stretch && stretch.close >= earliest ? stretch : null
  })
  const instant = Math.max(next.open, earliest)
  if (instant > latest) return noWindow({ anchor, earliest, after: instant }, input.zone, stretchOn)
  const until = Math.min(next.close, latest)
  return { kind: 'instant', instant: instantFromMs(instant), until: instantFromMs(until) }
}

interface Stretch {
  readonly open: number
  readonly close: number
}

type StretchOn = (day: number) => Stretch | null

function delayWindow(
  anchor: number,
  { minDelayHours, maxDelayHours }: SendWindowInput,
): { earliest: number; latest: number } {
  const areHours = Number.isFinite(minDelayHours) && Number.isFinite(maxDelayHours)
  if (!areHours || minDelayHours < 0 || maxDelayHours < minDelayHours) {
    throw timeError('send-delay-malformed', { minDelayHours, maxDelayHours })
  }
  const after = (hours: number): number => anchor + Math.round(hours * 3_600_000)
  return { earliest: after(minDelayHours), latest: after(maxDelayHours) }
}

/** The allowed hours of one local day as instants, or `null` on a day of rest and on one that the zone left out. */
function allowedStretches(input: SendWindowInput): StretchOn {
  const { zone, from, to } = input
  const [fromMs, toMs] = [timeOfDayMs(from), timeOfDayMs(to)]
  if (fromMs > toMs) throw timeError('send-hours-malformed', { from, to })
  const isWorked = workingDays(input)
  return (day) => {
    if (!isWorked(day) || !isLived(day, zone)) return null
    const midnight = day * dayMs
    return { open: resolveMs(midnight + fromMs, zone), close: resolveMs(midnight + toMs, zone) }
  }
}

function noWindow(
  { anchor, earliest, after }: { anchor: number; earliest: number; after: number },
  zone: string,
  stretchOn: StretchOn,
): SendWindow {
  const before = lastCloseBetween(anchor, earliest, zone, stretchOn)
  return {
    kind: 'none',
    before: before === null ? null : instantFromMs(before),
    after: instantFromMs(after),
  }
}

function lastCloseBetween(
  anchor: number,
  earliest: number,
  zone: string,
  stretchOn: StretchOn,
): number | null {
  for (let day = localDay(earliest, zone); day >= localDay(anchor, zone); day--) {
    const close = stretchOn(day)?.close
    if (close !== undefined && close >= anchor && close < earliest) return close
  }
  return null
}

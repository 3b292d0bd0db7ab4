import type { Holder } from './agenda-item.ts'
import type { LifecycleContext } from './context.ts'
import type { EventType } from './event.ts'
import type { LetterKind } from './letter-kind.ts'
import type { Place } from './place.ts'

/** An item for the agenda beside those that the lifecycle itself makes. It changes no state. */
export interface ObligationRule {
  /** Unique among the rules, such as `policy-ca-on.inform`; part of the item's id. */
  readonly id: string
  /** What a person reads on the agenda. */
  readonly title: string
  /** What the count starts from: an event, or entering a state such as `waiting` or `waiting.quiet`. */
  readonly on: { readonly event: EventType } | { readonly state: string }
  /** Who holds the move. Default `candidate`. */
  readonly holder?: Holder
  readonly due: ObligationDue
  /** The letter that does it. */
  readonly letter?: LetterKind
  /** Events that make it done. Leaving the rule's world, or the end of the application, cancels it. */
  readonly doneOn?: readonly EventType[]
  /** Who says so, as shown to the person on request. Default: the rule's id. */
  readonly source?: string
  /** Whether it holds for an application. Pure. Default: it always does. */
  readonly applies?: (context: LifecycleContext, place: Place) => boolean
}

/**
 * How long after the start it is due. Days are counted in the zone of who holds the move: whole
 * days, or a clock time `HH:mm` of that day. Business days are the employer's.
 */
export type ObligationDue =
  | { readonly hours: number }
  | { readonly days: number; readonly at?: string }
  | { readonly businessDays: number; readonly at?: string }

/** The count of a rule in words, such as `45 days after interview.ended`. */
export function countInWords({ due, on }: ObligationRule): string {
  const from = 'event' in on ? on.event : on.state
  const at = 'at' in due && due.at !== undefined ? `, at ${due.at}` : ''
  return `${lengthInWords(due)} after ${from}${at}`
}

function lengthInWords(due: ObligationDue): string {
  if ('hours' in due) return counted(due.hours, 'hour')
  return 'days' in due ? counted(due.days, 'day') : counted(due.businessDays, 'business day')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

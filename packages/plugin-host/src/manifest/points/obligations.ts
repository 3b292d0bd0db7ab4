import type { Finding } from '../diagnostic.ts'
import { pointerTo } from '../json-text.ts'
import { checkName, checkTrigger, checkWhen } from './checks.ts'
import {
  type ContributionPoint,
  type ItemPlace,
  idSchema,
  itemSchema,
  textSchema,
  whenSchema,
} from './point.ts'
import { triggerSchema } from './policies.ts'

/** An item for the agenda by rule. Data: it works without the plugin's code. */
export interface ObligationContribution {
  readonly id: string
  readonly title: string
  /** `onState:` or `onEvent:` with a name: what the count starts from. */
  readonly on: string
  readonly when?: string
  /** Default `candidate`. */
  readonly holder?: 'candidate' | 'employer'
  /** How long after it is due: exactly one of the three counts, and a clock time for days. */
  readonly due: {
    readonly hours?: number
    readonly days?: number
    readonly businessDays?: number
    /** `HH:mm` in the zone of who holds the move. Absent: a whole day there. */
    readonly at?: string
  }
  /** Letter that does it. */
  readonly letter?: string
  /** Types of lifecycle events that make it done. */
  readonly doneOn?: readonly string[]
  /** Who says so: a law, a page, a house rule. A person is shown it on request. */
  readonly source?: string
}

/** A clock time. */
const clock = { type: 'string', pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' }

const count = { type: 'integer', minimum: 0, maximum: 3660 }

/** `contributes.obligations` */
export const obligations: ContributionPoint<ObligationContribution> = {
  name: 'obligations',
  description: 'Items for the agenda, by declarative rule',
  layout: 'list',
  schema: itemSchema(['id', 'title', 'on', 'due'], {
    id: idSchema('Id of the obligation'),
    title: textSchema('What a person reads on the agenda'),
    on: triggerSchema,
    when: whenSchema,
    holder: { enum: ['candidate', 'employer'], description: 'Who holds the move' },
    due: {
      ...itemSchema([], { hours: count, days: count, businessDays: count, at: clock }),
      description: 'How long after: `hours`, `days` or `businessDays`, the latter two with `at`',
    },
    letter: textSchema('Kind of the letter that does it'),
    doneOn: { type: 'array', items: { type: 'string' }, description: 'Events that make it done' },
    source: textSchema('Who says so, as a person is shown it on request'),
  }),
  example: {
    id: 'acme-nudges.portfolio',
    title: 'Send the portfolio that was talked about',
    on: 'onEvent:interview.ended',
    due: { businessDays: 2, at: '09:00' },
    doneOn: ['thankYou.sent'],
  },
  idOf: (item) => item.id,
  check: (item, at, scope) => [
    ...checkWhen(item.when, at, 'when'),
    ...checkTrigger(item.on, at, scope),
    ...checkDue(item, at),
    ...checkName(
      item.letter,
      scope.surface.letterKinds,
      pointerTo(at.pointer, 'letter'),
      'kind of letter',
    ),
    ...(item.doneOn ?? []).flatMap((type, index) =>
      checkName(
        type,
        scope.surface.events,
        pointerTo(pointerTo(at.pointer, 'doneOn'), index),
        'event',
      ),
    ),
  ],
}

function checkDue({ id, due }: ObligationContribution, at: ItemPlace): readonly Finding[] {
  const counts = [due.hours, due.days, due.businessDays].filter((given) => given !== undefined)
  const isClear = counts.length === 1 && (due.hours === undefined || due.at === undefined)
  if (isClear) return []
  return [
    {
      code: 'due-unclear',
      pointer: pointerTo(at.pointer, 'due'),
      message: `Obligation ${id} must have exactly one of hours, days and businessDays, hours without at`,
      help: 'keep one of them',
    },
  ]
}

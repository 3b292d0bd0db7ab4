import type { AgendaItem, AgendaKind } from '../agenda-item.ts'
import type { LifecycleContext } from '../context.ts'
import { type DueDate, type DueRules, pinned } from '../due-dates.ts'
import type { Place } from '../place.ts'

/** An agenda item that is open, before its revision is known. */
export type OpenItem = Omit<AgendaItem, 'status' | 'revision' | 'changedAt'>

/** What a projection looks at. */
export interface View {
  readonly context: LifecycleContext
  readonly place: Place
  readonly rules: DueRules
  /** Rules of obligations that the ledger was made with before. */
  readonly knownRules: readonly string[]
  /** What has just been taken. Absent when the dates are computed anew. */
  readonly happened?: Happening
}

/** One step of a lifecycle. */
export interface Happening {
  /** The type of the event; a timer's own for a timer, `null` at the beginning. */
  readonly event: string | null
  /** Where it stood before. `null` at the beginning. */
  readonly before: Place | null
}

/** Lists the open items of one part of the lifecycle. */
export type Projection = (view: View) => readonly OpenItem[]

/** What a projection says about an item; the rest follows from the context. */
export interface ItemSketch {
  readonly kind: AgendaKind
  /** Distinguishes obligations of one kind: `${kind}/${key}`. */
  readonly key: string
  readonly round: number
  readonly due: DueDate
  readonly holder?: AgendaItem['holder']
  readonly letter?: AgendaItem['letter']
  readonly personId?: string
  readonly facts?: Readonly<Record<string, string>>
}

/** Makes an item of a sketch, with its id, the policy entry behind its date and the person's own date. */
export function openItem({ context, rules }: View, sketch: ItemSketch): OpenItem {
  const id = `${context.applicationId}/${sketch.kind}/${sketch.key}`
  const { due, window, policyKey, anchor, basis } = pinned(context, id, sketch.due)
  const { letter, personId, round, facts } = sketch
  const item: Unfinished<OpenItem> = {
    id,
    applicationId: context.applicationId,
    kind: sketch.kind,
    holder: sketch.holder ?? 'candidate',
    due,
    basis,
    anchor,
    round,
    facts: { company: context.company.name, role: context.role, ...facts },
  }
  if (window !== undefined) item.window = window
  if (policyKey !== undefined) item.policy = policyOf(rules, policyKey)
  if (letter !== undefined) item.letter = letter
  if (personId !== undefined) item.personId = personId
  return item
}

/** While it is being made. */
type Unfinished<Item> = { -readonly [Name in keyof Item]: Item[Name] }

function policyOf(
  rules: DueRules,
  key: NonNullable<DueDate['policyKey']>,
): NonNullable<AgendaItem['policy']> {
  const { value, source } = rules.policy[key]
  return { key, value, source }
}

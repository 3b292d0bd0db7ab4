import { randomUUID } from 'node:crypto'
import {
  type AgendaItem,
  contextOf,
  type LetterKind,
  placeName,
  placeOf,
  type Snapshot,
} from '@afterview/core'
import { type AfterviewError, instantMs, isAfterviewError } from '@afterview/time'
import type {
  Afterview,
  AgendaQuery,
  BeginInput,
  BegunApplication,
  CalendarQuery,
  DraftChoice,
  RecordChoice,
} from 'afterview'
import { fault } from './fault.ts'
import type { Holdings } from './holdings.ts'

/** An application in a listing. */
export interface Summary {
  readonly applicationId: string
  readonly company: string
  readonly role: string
  /** Such as `waiting.quiet`. */
  readonly state: string
  readonly revision: number
}

declare const checked: unique symbol

/** An id that was seen to be the owner's. */
export type OwnId = string & { readonly [checked]: true }

type OwnOnly<Method> = Method extends (id: string, ...rest: infer Rest) => infer Answer
  ? (id: OwnId, ...rest: Rest) => Answer
  : never

type Owned<Query> = Omit<Query, 'applicationId'> & { readonly applicationIds: readonly OwnId[] }

type IdMethod = 'record' | 'understand' | 'read' | 'explain' | 'possible' | 'draft'

/**
 * The Afterview that all owners share, as a job search may use it: no id gets in unchecked, since
 * a plain text does not compile.
 */
export type SharedAfterview = { readonly [M in IdMethod]: OwnOnly<Afterview[M]> } & {
  begin(input: BeginInput & { readonly applicationId: OwnId }): Promise<BegunApplication>
  agenda(query: Owned<AgendaQuery>): Promise<readonly AgendaItem[]>
  calendar(query: Owned<CalendarQuery>): Promise<string>
  readonly engine: {
    readonly [M in 'history' | 'export' | 'erase']: OwnOnly<Afterview['engine'][M]>
  }
}

/** What job searches share. */
export interface JobSearchWorld {
  readonly afterview: SharedAfterview
  readonly holdings: Holdings
  readonly now: () => string
  /** The most applications that one owner can have. */
  readonly most: number
}

/** Everything that one owner can do. */
export type JobSearch = ReturnType<typeof createJobSearch>

/**
 * Makes the job search of one owner. Ids are `<owner>.<name>`: whatever is asked about an id that
 * begins otherwise, the answer is that there is no such application.
 */
export function createJobSearch(world: JobSearchWorld, owner: string) {
  const { afterview, holdings, now } = world
  const { engine } = afterview
  const own = (id: string): OwnId => {
    if (isOwn(owner, id)) return id
    throw unknownApplication(id)
  }

  /** One application of the owner's, or all. */
  const chosen = (applicationId?: string): readonly OwnId[] =>
    applicationId === undefined ? holdings.all(owner).map(own) : [own(applicationId)]

  /** Asks about one application, or about all that are there. */
  const over = <Answer>(applicationId: string | undefined, ask: Question<Answer>) =>
    applicationId === undefined ? ofKnown(chosen(), ask) : ask(chosen(applicationId))

  /** `false` also where it cannot be told, since listing too much harms nobody. */
  function isMissing(id: OwnId): Promise<boolean> {
    return afterview.read(id).then(
      (found) => found === undefined,
      () => false,
    )
  }

  async function erase(id: OwnId): Promise<boolean> {
    const isErased = await engine.erase(id)
    holdings.remove(id)
    return isErased
  }

  async function read(applicationId: string): Promise<Snapshot> {
    const snapshot = await afterview.read(own(applicationId))
    if (snapshot === undefined) throw unknownApplication(applicationId)
    return snapshot
  }

  return {
    owner,
    chosen,
    read,
    agenda: async ({ applicationId, ...query }: Omit<AgendaQuery, 'applicationIds'>) =>
      over(applicationId, (applicationIds) => afterview.agenda({ ...query, applicationIds })),
    calendar: async ({ applicationId, ...query }: Omit<CalendarQuery, 'applicationIds'>) =>
      over(applicationId, (applicationIds) => afterview.calendar({ ...query, applicationIds })),
    /** Begins under a name; without one, it gets one. The same again answers with what is there. */
    async begin(input: BeginInput, name: string = randomUUID()) {
      const id = own(`${owner}.${name}`)
      // The list first: what is listed but has not begun harms nobody, the other way round would.
      const isNew = holdings.add(owner, id)
      try {
        if (isNew && holdings.count(owner) > world.most) throw tooMany(world.most)
        return await afterview.begin({ ...input, applicationId: id })
      } catch (error) {
        if (isNew && (await isMissing(id))) holdings.remove(id)
        throw error
      }
    },
    async record(id: string, event: object, choice: RecordChoice) {
      requirePast(event, now())
      return afterview.record(own(id), event, choice)
    },
    understand: async (id: string, event: object) => afterview.understand(own(id), event),
    /** Summaries in the order of the ids, after the id `cursor`. */
    async list(limit: number, cursor = ''): Promise<readonly Summary[]> {
      const page = chosen()
        .filter((id) => id > cursor)
        .slice(0, limit)
      const snapshots = page.map((id) => afterview.read(id))
      return (await Promise.all(snapshots)).filter((one) => one !== undefined).map(summaryOf)
    },
    explain: async (itemId: string) => afterview.explain(own(itemId)),
    possible: async (id: string) => afterview.possible(own(id)),
    draft: async (id: string, kind: LetterKind, choice: DraftChoice) =>
      afterview.draft(own(id), kind, choice),
    history: async (id: string) => engine.history(own(id)),
    export: async (id: string) => engine.export(own(id)),
    async *exportAll() {
      for (const id of chosen()) {
        if ((await afterview.read(id)) !== undefined) yield await engine.export(id)
      }
    },
    /** Erases one application for good. */
    async erase(id: string) {
      if (!(await erase(own(id)))) throw unknownApplication(id)
    },
    async eraseAll() {
      for (const id of chosen()) await erase(id)
    },
  }
}

/** The owner of an application or agenda item: its id begins with it. */
export function ownerOfId(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

function isOwn(owner: string, id: string): id is OwnId {
  return id.startsWith(`${owner}.`)
}

function summaryOf(snapshot: Snapshot): Summary {
  const { company, role } = contextOf(snapshot)
  const { applicationId, revision, machine } = snapshot
  const state = placeName(placeOf(machine.value))
  return { applicationId, company: company.name, role, state, revision }
}

/** Clocks of clients differ by minutes; more than that is a plan, not a fact. */
const skew = 5 * 60_000

/** The engine believes an event's instant, and fires every timer before it. */
function requirePast(event: object, now: string): void {
  if (!('at' in event) || !isAfter(event.at, instantMs(now) + skew)) return
  throw fault('event-in-future', `the event is of ${String(event.at)}, and it is ${now}`, { now })
}

/** What is no instant is left to the core, which says why. */
function isAfter(at: unknown, ms: number): boolean {
  try {
    return typeof at === 'string' && instantMs(at) > ms
  } catch {
    return false
  }
}

type Question<Answer> = (applicationIds: readonly OwnId[]) => Promise<Answer>

/** What is listed may not have begun yet, or be erased by now: then the others are asked about. */
async function ofKnown<Answer>(ids: readonly OwnId[], ask: Question<Answer>): Promise<Answer> {
  try {
    return await ask(ids)
  } catch (error) {
    const known = ids.filter((id) => !isNamedUnknown(error, id))
    if (known.length === ids.length) throw error
    return ofKnown(known, ask)
  }
}

function isNamedUnknown(error: unknown, id: OwnId): boolean {
  if (!isAfterviewError(error) || error.code !== 'application-unknown') return false
  const { applicationIds } = error.details
  return Array.isArray(applicationIds) && applicationIds.includes(id)
}

function unknownApplication(applicationId: string): AfterviewError {
  return fault('application-unknown', `there is no application "${applicationId}"`)
}

function tooMany(most: number): AfterviewError {
  return fault('applications-full', `there are ${most} applications already`)
}

import { contextOf, type Snapshot } from '@afterview/core'
import { type AfterviewError, isAfterviewError, type Moment } from '@afterview/time'
import type { Afterview, LetterDraft } from 'afterview'
import type { Call } from './command.ts'
import type { ChosenLetter } from './letter-choice.ts'
import { presentOf } from './present.ts'
import { deadlineProblem, type Here, readDeadline } from './when.ts'

/** Drafts a letter; at a terminal the person is asked for the facts that it lacks. */
export async function draftWith(
  call: Call,
  afterview: Afterview,
  snapshot: Snapshot,
  { kind, choice }: ChosenLetter,
): Promise<LetterDraft> {
  const { applicationId } = snapshot
  try {
    return await afterview.draft(applicationId, kind, choice)
  } catch (error) {
    const missing = missingFacts(error)
    if (call.asker === undefined || missing.length === 0) throw error
    const { zone } = contextOf(snapshot).candidate
    const here = { now: presentOf(call), zone }
    const facts: object = { ...choice.facts }
    for (const { question, fact } of missing) {
      const answer = await call.asker.text({ message: question, ...fact.hints(here) })
      Object.assign(facts, fact.read(answer, here))
    }
    return afterview.draft(applicationId, kind, { ...choice, facts })
  }
}

/** How an answer becomes a fact of letters. */
interface AskedFact {
  hints(here: Here): { readonly check?: (answer: string) => string | undefined }
  read(answer: string, here: Here): object
}

/** What only the person knows. Everything else that is missing has to be recorded first. */
const askedFacts: Readonly<Record<string, AskedFact>> = {
  detail: { hints: () => ({}), read: (answer) => ({ topics: [answer] }) },
  requests: {
    hints: () => ({}),
    read: (answer) => ({ requests: answer.split(';').map((part) => part.trim()) }),
  },
  requestedDate: {
    hints: (here) => ({ check: deadlineProblem(here) }),
    read: (answer, here) => ({ requestedDate: momentOf(answer, here) }),
  },
}

interface Missing {
  readonly question: string
  readonly fact: AskedFact
}

/** The questions that an error asks for; none where one of them cannot be asked. */
function missingFacts(error: unknown): readonly Missing[] {
  if (!isAfterviewError(error) || error.code !== 'facts-missing') return []
  const { missing }: Partial<AfterviewError['details']> = error.details
  const asked = Array.isArray(missing) ? missing.map((each) => askable(each)) : []
  const known = asked.filter((each) => each !== undefined)
  return known.length === asked.length ? known : []
}

function askable(missing: unknown): Missing | undefined {
  const { field, question }: Partial<Record<string, unknown>> = { ...Object(missing) }
  if (typeof field !== 'string' || typeof question !== 'string') return undefined
  const fact = Object.hasOwn(askedFacts, field) ? askedFacts[field] : undefined
  return fact === undefined ? undefined : { question, fact }
}

function momentOf(answer: string, here: Here): Moment | undefined {
  const point = readDeadline(answer, here)
  if (point === undefined) return undefined
  if (typeof point !== 'string') return { kind: 'wall', ...point }
  const isDay = /^\d{4}-\d\d-\d\d$/.test(point)
  return isDay ? { kind: 'day', date: point, zone: here.zone } : { kind: 'instant', at: point }
}

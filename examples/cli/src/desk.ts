import { type AgendaRecord, COORDINATOR, type LetterKind, type Snapshot } from '@afterview/core'
import type { HistoryEntry } from '@afterview/engine'
import { isAfterviewError } from '@afterview/time'
import type { Afterview, LetterDraft } from 'afterview'

/** A letter as it stood when its item was last open. */
export interface KeptDraft {
  readonly itemId: string
  readonly kind: LetterKind
  readonly draft: LetterDraft
}

/** What somebody working on one application has before them. */
export interface Desk {
  readonly applicationId: string
  readonly afterview: Afterview
  /** The present snapshot. */
  look(): Promise<Snapshot>
  /** What has happened since the last call. */
  news(): Promise<readonly HistoryEntry[]>
  /** Drafts the letters of all open items, so that each is kept as it was before it was sent. */
  keepDrafts(): Promise<void>
  drafts(): readonly KeptDraft[]
  /** Whether a text differs from the one asked about before: what stays the same is not told again. */
  isNew(text: string): boolean
}

/** Sets up a desk for an application that has begun. */
export function createDesk(afterview: Afterview, applicationId: string): Desk {
  const kept = new Map<string, KeptDraft>()
  let read = 0
  let told = ''
  const look = async (): Promise<Snapshot> => {
    const snapshot = await afterview.read(applicationId)
    if (snapshot === undefined) throw new Error(`application ${applicationId} has gone`)
    return snapshot
  }
  return {
    applicationId,
    afterview,
    look,
    news: async () => {
      const entries = await afterview.engine.history(applicationId)
      const news = entries.slice(read)
      read = entries.length
      return news
    },
    keepDrafts: async () => {
      for (const record of Object.values((await look()).agenda)) {
        const draft = await draftFor(afterview, applicationId, record)
        if (draft !== undefined) kept.set(record.id, draft)
      }
    },
    drafts: () => [...kept.values()],
    isNew: (text) => {
      const isNew = text !== told
      told = text
      return isNew
    },
  }
}

async function draftFor(
  afterview: Afterview,
  applicationId: string,
  { id, letter, state, personId }: AgendaRecord,
): Promise<KeptDraft | undefined> {
  if (letter === undefined || state !== 'open') return undefined
  const isPerson = personId !== undefined && personId !== COORDINATOR
  try {
    const draft = await afterview.draft(
      applicationId,
      letter,
      isPerson ? { interviewer: personId } : {},
    )
    return { itemId: id, kind: letter, draft }
  } catch (error) {
    if (isAfterviewError(error) && error.code === 'facts-missing') return undefined
    throw error
  }
}

import { contextOf, type Snapshot } from '@afterview/core'
import type { Listed } from '@afterview/engine'
import { AfterviewError } from '@afterview/time'
import type { Afterview } from 'afterview'
import type { Call } from './command.ts'
import { nearest } from './nearest.ts'
import { sayPlace } from './sentences.ts'
import { usageError } from './usage.ts'

/**
 * The application that a command is about: the word as typed, else the one that the person chooses,
 * else the only open one. Throws `usage`, or `application-unknown` with what was probably meant.
 */
export async function chooseApplication(
  call: Call,
  afterview: Afterview,
  isWanted: (listed: Listed) => boolean = isOpen,
): Promise<Snapshot> {
  const [word] = call.words
  if (word !== undefined) return requireApplication(afterview, word)
  const all = (await afterview.list({ limit: 1000 })).items.filter(
    (listed) => listed.snapshot !== null,
  )
  const wanted = all.filter(isWanted)
  const candidates = wanted.length > 0 ? wanted : all
  if (candidates.length === 0) throw usageError('there is no application yet', 'afterview begin')
  if (call.asker === undefined || candidates.length === 1) return onlyOne(candidates)
  const id = await call.asker.choose({
    message: 'Which application?',
    options: candidates.map(({ applicationId, state, snapshot }) => ({
      value: applicationId,
      label: snapshot === null ? applicationId : titleOf(snapshot),
      hint: sayPlace(state),
    })),
  })
  return requireApplication(afterview, id)
}

/** An application by its id. Throws `application-unknown`, naming one that is near. */
export async function requireApplication(
  afterview: Afterview,
  applicationId: string,
): Promise<Snapshot> {
  const snapshot = await afterview.read(applicationId)
  if (snapshot !== undefined) return snapshot
  const { items } = await afterview.list({ limit: 1000 })
  const meant = nearest(
    applicationId,
    items.map((item) => item.applicationId),
  )
  throw new AfterviewError('application-unknown', {
    happened: `there is no application "${applicationId}"`,
    fix: meant === undefined ? 'afterview list names them' : `write "${meant}"`,
    details: { applicationId },
  })
}

/** The role and the company. */
export function titleOf(snapshot: Snapshot): string {
  const { role, company } = contextOf(snapshot)
  return `${role} at ${company.name}`
}

function isOpen({ state }: Listed): boolean {
  return !state.startsWith('closed')
}

function onlyOne(candidates: readonly Listed[]): Snapshot {
  const [first, second] = candidates
  if (first?.snapshot != null && second === undefined) return first.snapshot
  throw usageError(
    'there are several applications',
    `name one of ${candidates.map(({ applicationId }) => applicationId).join(', ')}`,
  )
}

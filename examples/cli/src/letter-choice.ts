import {
  contextOf,
  COORDINATOR,
  type LetterKind,
  letterKinds,
  presentRound,
  type Snapshot,
} from '@afterview/core'
import type { Afterview, DraftChoice } from 'afterview'
import type { Asker } from './asker.ts'
import type { Call } from './command.ts'
import { nearest } from './nearest.ts'
import { presentOf } from './present.ts'
import { sayItem } from './sentences.ts'
import { usageError } from './usage.ts'

/** A letter that was chosen. */
export interface ChosenLetter {
  readonly kind: LetterKind
  readonly choice: DraftChoice
}

/**
 * The letter that a command is about: as named, else one of the agenda that the person chooses.
 * Throws `usage` with what was probably meant.
 */
export async function chooseLetter(
  call: Call,
  afterview: Afterview,
  snapshot: Snapshot,
  choice: DraftChoice,
): Promise<ChosenLetter> {
  const word = call.words[1]
  if (word !== undefined) {
    const kind = requireKind(word)
    return { kind, choice: await chooseAddressee(call.asker, snapshot, kind, choice) }
  }
  if (call.asker === undefined)
    throw usageError('draft needs a letter', `name one of ${letterKinds.join(', ')}`)
  return chooseFromAgenda(call, call.asker, afterview, snapshot, choice)
}

async function chooseFromAgenda(
  call: Call,
  asker: Asker,
  afterview: Afterview,
  snapshot: Snapshot,
  choice: DraftChoice,
): Promise<ChosenLetter> {
  const { applicationId } = snapshot
  const items = (await afterview.agenda({ applicationId, now: presentOf(call) })).filter(
    ({ letter }) => letter !== undefined,
  )
  const answer = await asker.choose({
    message: 'Which letter?',
    options: [
      ...items.map((item) => ({
        value: item.id,
        label: sayItem(item),
        hint: item.letter ?? '',
      })),
      ...letterKinds
        .filter((kind) => !items.some(({ letter }) => letter === kind))
        .map((kind) => ({ value: kind, label: kind })),
    ],
  })
  const item = items.find(({ id }) => id === answer)
  if (item?.letter === undefined) {
    const kind = requireKind(answer)
    return { kind, choice: await chooseAddressee(asker, snapshot, kind, choice) }
  }
  const isPerson = item.personId !== undefined && item.personId !== COORDINATOR
  return {
    kind: item.letter,
    choice: { ...choice, ...(isPerson ? { interviewer: item.personId } : {}) },
  }
}

const toOnePerson = new Set<LetterKind>(['thank-you', 'second-round-thank-you'])

async function chooseAddressee(
  asker: Asker | undefined,
  snapshot: Snapshot,
  kind: LetterKind,
  choice: DraftChoice,
): Promise<DraftChoice> {
  const { interviewers } = presentRound(contextOf(snapshot))
  if (asker === undefined || choice.interviewer !== undefined || !toOnePerson.has(kind))
    return choice
  if (interviewers.length < 2) return choice
  const interviewer = await asker.choose({
    message: 'To whom?',
    options: interviewers.map(({ id, name }) => ({ value: id, label: name })),
  })
  return { ...choice, interviewer }
}

function requireKind(word: string): LetterKind {
  const kind = letterKinds.find((known) => known === word)
  if (kind !== undefined) return kind
  const meant = nearest(word, letterKinds)
  throw usageError(
    `there is no letter "${word}"`,
    meant === undefined ? `use one of ${letterKinds.join(', ')}` : `write "${meant}"`,
  )
}

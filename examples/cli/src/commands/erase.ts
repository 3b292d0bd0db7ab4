import type { Snapshot } from '@afterview/core'
import { chooseApplication, titleOf } from '../application-choice.ts'
import { type Call, type Command, flagFor, shared } from '../command.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Deletes an application for good. */
export const erase: Command = {
  name: 'erase',
  usage: 'erase [application]',
  about: 'delete everything about one application, for good',
  details: [
    'There is no way back; afterview export keeps a copy. To end an application and keep its history, record application.withdrawn or candidate.movedOn instead.',
  ],
  examples: ['erase acme', 'erase acme --yes'],
  options: { yes: flagFor('do not ask whether you mean it'), json: shared.json, db: shared.db },
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      if (call.words[0] === undefined && call.asker === undefined)
        throw usageError('erase needs an application', 'afterview list names them')
      const snapshot = await chooseApplication(call, afterview, () => true)
      await requireConsent(call, snapshot)
      const { applicationId } = snapshot
      const erased = await afterview.engine.erase(applicationId)
      if (call.has('json')) printJson({ applicationId, erased })
      else print(`${applicationId} is erased`)
      return 0
    }),
}

async function requireConsent(call: Call, snapshot: Snapshot): Promise<void> {
  if (call.has('yes')) return
  if (call.asker === undefined) throw usageError('erasing is for good', 'add --yes')
  const isMeant = await call.asker.confirm(`Erase ${titleOf(snapshot)} for good?`, false)
  if (!isMeant) throw usageError('nothing was erased', 'answer yes if you mean it')
}

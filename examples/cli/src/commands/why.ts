import type { Afterview } from 'afterview'
import { requireApplication } from '../application-choice.ts'
import { type Call, type Command, shared } from '../command.ts'
import { presentOf } from '../present.ts'
import { print, printJson } from '../print.ts'
import { wrap } from '../screen.ts'
import { sayItem } from '../sentences.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Says why an item has its date. */
export const why: Command = {
  name: 'why',
  usage: 'why [item]',
  about: 'which event, which rule and which source made a date',
  examples: ['why acme/checkIn/r1-1'],
  options: shared,
  words: ['item'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const itemId = call.words[0] ?? (await chooseItem(call, afterview))
      const now = presentOf(call)
      const applicationId = itemId.slice(0, Math.max(0, itemId.indexOf('/')))
      const stored = await requireApplication(afterview, applicationId)
      const { snapshot } = afterview.lifecycle.catchUp(stored, now)
      const explanation = afterview.lifecycle.explain(snapshot, itemId)
      if (call.has('json')) printJson(explanation)
      else print(wrap(explanation.text))
      return 0
    }),
}

async function chooseItem(call: Call, afterview: Afterview): Promise<string> {
  const items = await afterview.agenda({ now: presentOf(call) })
  if (call.asker === undefined || items.length === 0)
    throw usageError('why needs an agenda item', 'afterview agenda shows their ids')
  return call.asker.choose({
    message: 'Which date?',
    options: items.map((item) => ({
      value: item.id,
      label: [sayItem(item), item.facts['company']].filter(Boolean).join(' · '),
    })),
  })
}

import { type Command, shared } from '../command.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Says why an item has its date. */
export const why: Command = {
  name: 'why',
  usage: 'why <item>',
  about: 'which event, which rule and which source made a date',
  options: { json: shared.json, db: shared.db },
  run: (call) => {
    const [itemId] = call.words
    if (itemId === undefined)
      throw usageError('why needs an agenda item', 'afterview agenda shows their ids')
    return withStore(call, async (afterview) => {
      const explanation = await afterview.explain(itemId)
      if (call.has('json')) printJson(explanation)
      else print(explanation.text)
      return 0
    })
  },
}

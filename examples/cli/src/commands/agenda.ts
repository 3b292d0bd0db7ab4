import { sayAgenda } from '../agenda-lines.ts'
import { requireApplication } from '../application-choice.ts'
import { type Command, flagFor, shared, takes } from '../command.ts'
import { instantOption } from '../instant-option.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'

/** Lists what has to be done. */
export const agenda: Command = {
  name: 'agenda',
  usage: 'agenda [application]',
  about: 'what to do over all applications, the most pressing first',
  details: [
    'Each item stands with its id: afterview why <item> says where its date comes from, and afterview draft writes the letter that is named with it.',
  ],
  examples: ['agenda', 'agenda --until 2026-12-01T00:00:00Z', 'agenda --now 2027-01-04T09:00:00Z'],
  options: {
    until: takes('<instant>', 'only what is due before it'),
    all: flagFor('also what is done, skipped or cancelled'),
    ...shared,
  },
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const [applicationId] = call.words
      if (applicationId !== undefined) await requireApplication(afterview, applicationId)
      const items = await afterview.agenda({
        includeClosed: call.has('all'),
        ...(applicationId === undefined ? {} : { applicationId }),
        ...instantOption(call, 'now'),
        ...instantOption(call, 'until'),
      })
      if (call.has('json')) printJson(items)
      else print(...(items.length === 0 ? ['Nothing to do.'] : items.flatMap(sayAgenda)))
      return 0
    }),
}

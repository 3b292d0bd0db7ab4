import { instantOption } from '../instant-option.ts'
import { type Command, flagOption, shared, textOption } from '../command.ts'
import { print, printJson } from '../print.ts'
import { sayAgenda } from '../agenda-lines.ts'
import { withStore } from '../store.ts'

/** Lists what has to be done. */
export const agenda: Command = {
  name: 'agenda',
  usage: 'agenda [application] [--until <instant>] [--all]',
  about: 'what to do over all applications, the most pressing first',
  options: { ...shared, until: textOption, all: flagOption },
  run: (call) =>
    withStore(call, async (afterview) => {
      const [applicationId] = call.words
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

import { type Command, shared } from '../command.ts'
import { instantOption } from '../instant-option.ts'
import { printJson } from '../print.ts'
import { withStore } from '../store.ts'

/** Writes the agenda as a calendar. */
export const calendar: Command = {
  name: 'calendar',
  usage: 'calendar [application] > reminders.ics',
  about: 'the agenda as an iCalendar file',
  options: shared,
  run: (call) =>
    withStore(call, async (afterview) => {
      const [applicationId] = call.words
      const text = await afterview.calendar({
        ...(applicationId === undefined ? {} : { applicationId }),
        ...instantOption(call, 'now'),
      })
      if (call.has('json')) printJson({ calendar: text })
      else process.stdout.write(text)
      return 0
    }),
}

import { requireApplication } from '../application-choice.ts'
import { type Command, shared, takes } from '../command.ts'
import { instantOption } from '../instant-option.ts'
import { writeOut } from '../out-file.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'

/** Writes the agenda as a calendar. */
export const calendar: Command = {
  name: 'calendar',
  usage: 'calendar [application]',
  about: 'the agenda as an iCalendar file',
  details: [
    'Import the file into any calendar. Later exports move what has moved, and take away what is over.',
  ],
  examples: ['calendar > reminders.ics', 'calendar acme --out acme.ics'],
  options: { out: takes('<file>', 'write it there instead of printing it'), ...shared },
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const [applicationId] = call.words
      if (applicationId !== undefined) await requireApplication(afterview, applicationId)
      const text = await afterview.calendar({
        ...(applicationId === undefined ? {} : { applicationId }),
        ...instantOption(call, 'now'),
      })
      const out = call.text('out')
      if (out !== undefined) writeOut(out, text)
      if (call.has('json')) printJson({ calendar: text, ...(out === undefined ? {} : { out }) })
      else if (out === undefined) process.stdout.write(text)
      else print(`Written to ${out}`)
      return 0
    }),
}

import type { Command } from './command.ts'
import { agenda } from './commands/agenda.ts'
import { begin } from './commands/begin.ts'
import { calendar } from './commands/calendar.ts'
import { close } from './commands/close.ts'
import { completion } from './commands/completion.ts'
import { demo } from './commands/demo.ts'
import { draft } from './commands/draft.ts'
import { erase } from './commands/erase.ts'
import { exportAll } from './commands/export.ts'
import { list } from './commands/list.ts'
import { plugins } from './commands/plugins.ts'
import { record } from './commands/record.ts'
import { run } from './commands/run.ts'
import { show } from './commands/show.ts'
import { watch } from './commands/watch.ts'
import { why } from './commands/why.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  begin,
  close,
  record,
  agenda,
  list,
  show,
  why,
  draft,
  calendar,
  watch,
  exportAll,
  erase,
  plugins,
  completion,
  demo,
  run,
]

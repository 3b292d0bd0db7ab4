import type { AgendaItem } from '@afterview/core'
import type { CalendarProblem, FeedWriter, FileOptions } from '@afterview/calendar'
import type { PluginHost } from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'
import type { AgendaQuery } from './agenda.ts'
import { asJson } from './application-view.ts'
import { builtinMissing } from './builtin-plugins.ts'
import { calendarExporter } from './calendar-plugin.ts'
import { callExporter } from './exports.ts'

/** What an exported calendar holds. Closed items are in it, so that calendars take them away. */
export interface CalendarQuery
  extends
    Pick<AgendaQuery, 'applicationId' | 'applicationIds' | 'now'>,
    Pick<FileOptions, 'name' | 'locale' | 'hide'> {}

/** Writes items as the text of an `.ics` file; what could not be written as it stands is reported. */
export async function exportCalendar(
  host: PluginHost,
  items: readonly AgendaItem[],
  query: CalendarQuery & { readonly now: string },
  report: (problem: AfterviewError) => void,
): Promise<string> {
  const { applicationId: _, applicationIds: __, ...file } = query
  const { text, problems } = await writeCalendar(host, items, file)
  for (const problem of problems) report(problemError(problem))
  return text
}

/** Writes the agenda through the calendar exporter. Rejects with `builtin-missing` without one. */
async function writeCalendar(
  host: PluginHost,
  items: readonly AgendaItem[],
  options: FileOptions,
): Promise<CalendarFile> {
  const isThere = host.declared('exporters').some(({ item }) => item.id === calendarExporter)
  if (!isThere) throw builtinMissing('afterview.calendar', 'the agenda cannot be written as .ics')
  const snapshot = asJson({ agenda: items, now: options.now ?? null })
  const file = await callExporter(host, calendarExporter, snapshot, { options: asJson(options) })
  const { content, changedAt, problems = [] } = file
  return {
    text: content,
    problems: problems.map((problem) => ({ fix: '', itemId: '', isLeftOut: false, ...problem })),
    ...(changedAt === undefined ? {} : { changedAt }),
  }
}

interface CalendarFile {
  readonly text: string
  readonly changedAt?: string
  readonly problems: readonly CalendarProblem[]
}

/** Writes feeds through the calendar exporter. */
export function feedWriter(host: PluginHost): FeedWriter {
  return {
    async file(items, options = {}) {
      const { text, ...document } = await writeCalendar(host, items, options)
      return { ...document, bytes: () => new TextEncoder().encode(text) }
    },
  }
}

/** A problem of a calendar as the error that a host is told of. */
export function problemError({ itemId, code, message, fix }: CalendarProblem): AfterviewError {
  return new AfterviewError(code, {
    happened: `in the calendar, ${itemId}: ${message}`,
    fix,
    details: { itemId },
  })
}

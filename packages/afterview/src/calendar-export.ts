import type { CalendarProblem, FeedDocument, FileOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import type { PluginHost } from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'
import type { AgendaQuery } from './agenda.ts'
import { asJson } from './application-view.ts'
import { builtinMissing } from './builtin-ids.ts'
import { calendarExporter } from './calendar-exporter.ts'
import { callExporter } from './exports.ts'

/** What an exported calendar holds. Closed items are in it, so that calendars take them away. */
export interface CalendarQuery
  extends
    Pick<AgendaQuery, 'applicationId' | 'applicationIds' | 'now'>,
    Pick<FileOptions, 'name' | 'locale' | 'hide'> {}

/** A calendar as text and as bytes. */
export interface CalendarFile extends FeedDocument {
  readonly text: string
}

/** Writes the agenda as `.ics`. */
export interface CalendarWriter {
  /** Rejects with `builtin-missing` where nothing does it, and with what the exporter says. */
  file(items: readonly AgendaItem[], options: FileOptions): Promise<CalendarFile>
}

/** Writes through whichever plugin has the calendar exporter. */
export function createCalendarWriter({ host }: { readonly host: PluginHost }): CalendarWriter {
  return {
    async file(items, options) {
      const isThere = host.declared('exporters').some(({ item }) => item.id === calendarExporter)
      if (!isThere) throw missing()
      return exportedFile(host, items, options)
    },
  }
}

async function exportedFile(
  host: PluginHost,
  items: readonly AgendaItem[],
  options: FileOptions,
): Promise<CalendarFile> {
  const snapshot = asJson({ agenda: items, now: options.now ?? null })
  const file = await callExporter(host, calendarExporter, snapshot, { options: asJson(options) })
  const { content, changedAt, problems = [] } = file
  return {
    text: content,
    bytes: () => new TextEncoder().encode(content),
    problems: problems.map((problem) => ({ fix: '', itemId: '', isLeftOut: false, ...problem })),
    ...(changedAt === undefined ? {} : { changedAt }),
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

function missing(): AfterviewError {
  return builtinMissing('afterview.calendar', 'the agenda cannot be written as .ics')
}

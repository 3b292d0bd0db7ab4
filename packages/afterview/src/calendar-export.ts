import type { Calendar, CalendarProblem, FeedDocument, FileOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import type { PluginHost } from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'
import type { AgendaQuery } from './agenda.ts'
import { asJson } from './application-view.ts'
import { builtinMissing } from './builtin-ids.ts'
import { calendarExporter, calendarPluginId } from './calendar-exporter.ts'
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

/** What writes calendars. */
export interface CalendarWriterWorld {
  readonly host: PluginHost
  /** The calendar that comes with Afterview. */
  readonly calendar: () => Promise<Calendar>
  /** Whether a plugin with that id is the one that comes with Afterview. */
  readonly isShipped: (pluginId: string) => boolean
}

/**
 * Writes through the plugin that has the calendar exporter. The one that is shipped gets the items
 * as they are and hands its document over in parts, since neither has to be kept from the other:
 * the text is that of the exporter, without a copy of the agenda before it and of the file behind.
 */
export function createCalendarWriter({
  host,
  calendar,
  isShipped,
}: CalendarWriterWorld): CalendarWriter {
  return {
    async file(items, options) {
      const owner = host.declared('exporters').find(({ item }) => item.id === calendarExporter)
      if (owner === undefined) throw missing()
      if (owner.pluginId !== calendarPluginId || !isShipped(owner.pluginId)) {
        return exportedFile(host, items, options)
      }
      // Whoever waits for the exporter to be used is activated all the same.
      void host.fire(`onExporter:${calendarExporter}`)
      return (await calendar()).file(items, options)
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

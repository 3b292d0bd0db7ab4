import type { Calendar, FileOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { calendarExporter } from './calendar-exporter.ts'
import { definePlugin, type JsonValue, type Plugin } from '@afterview/plugin-host'

/** Writes the agenda that it is shown. */
export function calendarPlugin(calendar: Calendar): Plugin {
  return definePlugin({
    activate({ exporters, subscriptions }) {
      subscriptions.push(
        exporters.register(calendarExporter, ({ snapshot, options }) => {
          const document = calendar.file(itemsOf(snapshot['agenda']), optionsOf(options))
          const { text, problems, changedAt } = document
          return {
            content: text,
            encoding: 'utf8',
            fileName: 'afterview.ics',
            problems,
            ...(changedAt === undefined ? {} : { changedAt }),
          }
        }),
      )
    },
  })
}

/** The calendar itself checks every item, and every option that has a shape. */
function itemsOf(agenda: JsonValue | undefined): readonly AgendaItem[] {
  const items: readonly unknown[] = Array.isArray(agenda) ? agenda : []
  return items as readonly AgendaItem[]
}

function optionsOf(options: object): FileOptions {
  return options
}

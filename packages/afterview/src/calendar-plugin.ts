import type { Calendar, FileOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { definePlugin, type JsonValue, type Plugin } from '@afterview/plugin-host'

/** Id of the plugin. */
export const calendarPluginId = 'afterview.calendar'

/** Id of the exporter that writes the agenda as `.ics`. */
export const calendarExporter = 'calendar.ics'

/** What the manifest of the calendar declares beside who it is. */
export const calendarContributions = {
  capabilities: { candidate: { read: ['agenda', 'now'] } },
  contributes: {
    exporters: [
      {
        id: calendarExporter,
        title: 'Calendar',
        mediaType: 'text/calendar',
        extension: '.ics',
        options: { type: 'object' },
      },
    ],
  },
} as const

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

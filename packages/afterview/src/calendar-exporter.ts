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

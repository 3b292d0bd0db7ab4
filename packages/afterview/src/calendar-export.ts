import type { AgendaItem } from '@afterview/core'
import { type Calendar, type CalendarProblem, type FileOptions } from '@afterview/calendar'
import { AfterviewError } from '@afterview/time'
import type { AgendaQuery } from './agenda.ts'

/** What an exported calendar holds. Closed items are in it, so that calendars take them away. */
export interface CalendarQuery
  extends
    Pick<AgendaQuery, 'applicationId' | 'now'>,
    Pick<FileOptions, 'name' | 'locale' | 'hide'> {}

/** Writes items as the text of an `.ics` file; what could not be written as it stands is reported. */
export function exportCalendar(
  items: readonly AgendaItem[],
  calendar: Calendar,
  query: CalendarQuery & { readonly now: string },
  report: (problem: AfterviewError) => void,
): string {
  const { applicationId: _, ...file } = query
  const document = calendar.file(items, file)
  for (const problem of document.problems) report(problemError(problem))
  return document.text
}

/** A problem of a calendar as the error that a host is told of. */
export function problemError({ itemId, code, message, fix }: CalendarProblem): AfterviewError {
  return new AfterviewError(code, {
    happened: `in the calendar, ${itemId}: ${message}`,
    fix,
    details: { itemId },
  })
}

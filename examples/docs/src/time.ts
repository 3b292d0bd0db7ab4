import { parseTimeframe, sendWindow } from '@afterview/time'
import { holidayCalendar } from '@afterview/time/holidays'

/** What "next Friday" means in Amsterdam on a Wednesday, and what else it could mean. */
export function readWords(phrase: string): readonly string[] {
  const timeframe = parseTimeframe(phrase, {
    reference: '2026-11-25T15:28:00+01:00',
    zone: 'Europe/Amsterdam',
    locale: 'en',
    holidays: holidayCalendar('NL'),
  })
  if (timeframe === null) return ['no date in these words']
  return timeframe.readings.map(
    ({ earliest, latest, reason }) => `${earliest} to ${latest ?? 'open'}: ${reason}`,
  )
}

/** When to send something in a day, on a working morning of those who read it. */
export function whenToSend(): ReturnType<typeof sendWindow> {
  return sendWindow({
    instant: '2026-11-25T23:00:00+01:00',
    zone: 'Europe/Amsterdam',
    minDelayHours: 0,
    maxDelayHours: 24,
    from: '08:30',
    to: '17:00',
  })
}

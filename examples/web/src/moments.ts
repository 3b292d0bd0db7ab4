import { instantMs, type Moment, momentStart } from '@afterview/time'

/** How dates are written in one language, on the clocks of one zone. */
export interface DateWriter {
  /** A day with its weekday: *Tuesday 1 December*. */
  day(date: string): string
  /** An instant with weekday and time. */
  time(instant: string): string
  /** A moment as what it is: a day without a time, or a time. */
  moment(moment: Moment): string
  /** From one moment until another, as shortly as the language can. */
  range(from: Moment, until: Moment): string
  /** How far away a moment is: *tomorrow*, *in 3 days*. */
  away(moment: Moment, now: string): string
}

const DAY = 86_400_000

/** Writes dates in a language. Times are those of `zone`. */
export function dateWriter(language: string, zone: string): DateWriter {
  const locale = language === 'en' ? 'en-GB' : language
  const dayFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const timeFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dateIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  const day = (date: string): string => dayFormat.format(new Date(`${date}T00:00:00Z`))
  const time = (instant: string): string => timeFormat.format(new Date(instant))
  const dateOf = (moment: Moment): string =>
    moment.kind === 'day' ? moment.date : dateIn.format(new Date(momentStart(moment)))
  return {
    day,
    time,
    moment: (moment) => (moment.kind === 'day' ? day(moment.date) : time(momentStart(moment))),
    range(from, until) {
      const isDays = from.kind === 'day' && until.kind === 'day'
      const format = isDays ? dayFormat : timeFormat
      const [start, end] = [from, until].map((each) =>
        isDays && each.kind === 'day'
          ? new Date(`${each.date}T00:00:00Z`)
          : new Date(momentStart(each)),
      ) as [Date, Date]
      return format.formatRange(start, end)
    },
    away(moment, now) {
      const days = (Date.parse(dateOf(moment)) - Date.parse(dateIn.format(new Date(now)))) / DAY
      if (days !== 0 || moment.kind === 'day') return relative.format(days, 'day')
      const minutes = Math.round((instantMs(momentStart(moment)) - instantMs(now)) / 60_000)
      return Math.abs(minutes) < 60
        ? relative.format(minutes, 'minute')
        : relative.format(Math.round(minutes / 60), 'hour')
    },
  }
}

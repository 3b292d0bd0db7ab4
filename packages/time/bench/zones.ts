import { localDate, plusBusinessDays, sendWindow, startOfDay, toInstant } from '@afterview/time'
import { holidayCalendar } from '@afterview/time/holidays'
import Holidays from 'date-holidays'
import { DateTime } from 'luxon'
import { Temporal } from 'temporal-polyfill'

interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
  readonly note?: string
}

interface BenchTable {
  readonly title: string
  readonly rows: readonly BenchRow[]
}

/** What several libraries do for the same task; the first is this package. */
interface Contest {
  readonly task: string
  readonly runs: Readonly<Record<string, (index: number) => unknown>>
}

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
const days = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
)
const calendar = { weekend: [6, 7], holidays: holidayCalendar('DE-BY') }

const contests: readonly Contest[] = [
  {
    task: 'wall time to instant',
    runs: {
      afterview: (i) => toInstant({ local: `${dayAt(i)}T02:30`, zone: zoneAt(i) }),
      'luxon (chooses by itself)': (i) =>
        DateTime.fromISO(`${dayAt(i)}T02:30`, { zone: zoneAt(i) }).toMillis(),
      'temporal-polyfill': (i) =>
        Temporal.PlainDateTime.from(`${dayAt(i)}T02:30`).toZonedDateTime(zoneAt(i))
          .epochMilliseconds,
    },
  },
  {
    task: 'start of a day',
    runs: {
      afterview: (i) => startOfDay({ date: dayAt(i), zone: zoneAt(i) }),
      luxon: (i) =>
        DateTime.fromISO(dayAt(i), { zone: zoneAt(i) })
          .startOf('day')
          .toMillis(),
      'temporal-polyfill': (i) =>
        Temporal.PlainDate.from(dayAt(i)).toZonedDateTime(zoneAt(i)).epochMilliseconds,
    },
  },
  {
    task: 'local date of an instant',
    runs: {
      afterview: (i) => localDate(`${dayAt(i)}T14:30:00Z`, zoneAt(i)),
      luxon: (i) => DateTime.fromISO(`${dayAt(i)}T14:30:00Z`, { zone: zoneAt(i) }).toISODate(),
      'temporal-polyfill': (i) =>
        Temporal.Instant.from(`${dayAt(i)}T14:30:00Z`)
          .toZonedDateTimeISO(zoneAt(i))
          .toPlainDate()
          .toString(),
    },
  },
  {
    task: 'ten business days with Bavarian holidays',
    runs: {
      afterview: (i) => plusBusinessDays(dayAt(i), 10, calendar),
      'luxon day by day, same calendar': (i) => walkWithLuxon(dayAt(i)),
    },
  },
  {
    task: 'send window',
    runs: {
      afterview: (i) =>
        sendWindow({
          local: `${dayAt(i)}T03:10`,
          zone: zoneAt(i),
          minDelayHours: 2,
          maxDelayHours: 24,
          from: '08:00',
          to: '20:00',
          weekend: [6, 7],
        }),
    },
  },
  {
    task: 'first answer of a new holiday calendar (DE-BY, one year)',
    runs: {
      afterview: () => holidayCalendar('DE-BY').isHoliday('2026-06-04'),
      'date-holidays': () => new Holidays('DE', 'BY').isHoliday('2026-06-04'),
    },
  },
]

const rounds = 15
const roundMs = 8

/** Microseconds per call, beside the peers of the same task: interleaved rounds, median. */
export async function bench(): Promise<BenchTable> {
  return { title: 'Zones, days and holidays', rows: contests.flatMap(rowsOf) }
}

function rowsOf({ task, runs }: Contest): readonly BenchRow[] {
  const names = Object.keys(runs)
  const samples = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) samples.get(name)?.push(microseconds(run))
  }
  const medians = names.map((name) => median(samples.get(name) ?? []))
  const own = medians[0] ?? Number.NaN
  return names.map((name, index) => ({
    name: `${task}: ${name}`,
    value: medians[index] ?? Number.NaN,
    unit: 'µs',
    ratio: (medians[index] ?? Number.NaN) / own,
  }))
}

function microseconds(run: (index: number) => unknown): number {
  const start = performance.now()
  let calls = 0
  while (performance.now() - start < roundMs) run(calls++)
  return ((performance.now() - start) * 1000) / calls
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function walkWithLuxon(date: string): string {
  let day = DateTime.fromISO(date, { zone: 'utc' })
  for (let left = 10; left > 0;) {
    day = day.plus({ days: 1 })
    if (day.weekday < 6 && calendar.holidays.isHoliday(day.toISODate() ?? '') === false) left -= 1
  }
  return day.toISODate() ?? ''
}

function dayAt(index: number): string {
  return days[index % days.length] ?? ''
}

function zoneAt(index: number): string {
  return zones[index % zones.length] ?? ''
}

if (process.argv[1] === import.meta.filename) console.table((await bench()).rows)

import type { HolidaysContribution, PluginHost } from '@afterview/plugin-host'
import { AfterviewError, type HolidayCalendar } from '@afterview/time'

/** Public holidays by country or region; the region's own table, else its country's. */
export type HolidaysOf = (country: string) => HolidayCalendar | undefined

type Report = (problem: AfterviewError) => void

/** Where the file of a table comes from: read already, or at once when it is wanted. */
interface TableSource {
  readonly pluginId: string
  readonly path: string
  readonly text: () => string
}

/**
 * The tables that plugins contribute; of several for one region the plugin registered last counts.
 * Tables of packages in memory are read when they are first wanted. One that cannot be read is
 * reported and is as if it were not there.
 */
export async function loadHolidayTables(host: PluginHost, report: Report): Promise<HolidaysOf> {
  const sources = await openSources(host, report)
  const calendars = new Map<string, HolidayCalendar | undefined>()
  const tableOf = (region: string): HolidayCalendar | undefined => {
    const source = sources.get(region)
    if (source === undefined || calendars.has(region)) return calendars.get(region)
    const calendar = readTable(region, source, report)
    calendars.set(region, calendar)
    return calendar
  }
  return (country) => tableOf(country) ?? tableOf(country.slice(0, 2))
}

async function openSources(
  host: PluginHost,
  report: Report,
): Promise<ReadonlyMap<string, TableSource>> {
  const contributed = host.declared('holidays')
  const opened = await Promise.all(
    contributed.map(async ({ item, pluginId }) => {
      const source = await openSource(item, pluginId, host, report)
      return source === undefined ? [] : [[item.region, source] as const]
    }),
  )
  return new Map(opened.flat())
}

async function openSource(
  { path }: HolidaysContribution,
  pluginId: string,
  host: PluginHost,
  report: Report,
): Promise<TableSource | undefined> {
  const reader = host.readerNow(pluginId)
  if (reader !== undefined) return { pluginId, path, text: () => reader(path) }
  try {
    const text = await host.readFile(pluginId, path)
    return { pluginId, path, text: () => text }
  } catch (error) {
    report(unreadable(pluginId, path, error))
    return undefined
  }
}

function readTable(
  region: string,
  { pluginId, path, text }: TableSource,
  report: Report,
): HolidayCalendar | undefined {
  try {
    const value: unknown = JSON.parse(text())
    if (isTable(value)) return calendarOf(region, value)
    report(unreadable(pluginId, path, new TypeError('it has no `range` and `days`')))
  } catch (error) {
    report(unreadable(pluginId, path, error))
  }
  return undefined
}

interface Table {
  readonly range: readonly [string, string]
  readonly days: Readonly<Record<string, string>>
}

function isTable(value: unknown): value is Table {
  if (typeof value !== 'object' || value === null) return false
  const { range, days }: { range?: unknown; days?: unknown } = value
  const isRange = Array.isArray(range) && range.length === 2 && range.every(isYear)
  return isRange && typeof days === 'object' && days !== null && Object.entries(days).every(isDay)
}

function isYear(year: unknown): boolean {
  return typeof year === 'string' && /^\d{4}$/.test(year)
}

function isDay([date, name]: readonly [string, unknown]): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date) && typeof name === 'string'
}

function calendarOf(region: string, { range: [first, last], days }: Table): HolidayCalendar {
  return {
    region,
    range: [first, last],
    isHoliday(date) {
      const year = date.slice(0, 4)
      if (year < first || year > last) throw outOfRange(region, date, first, last)
      return (Object.hasOwn(days, date) && days[date]) || false
    },
  }
}

function outOfRange(region: string, date: string, first: string, last: string): AfterviewError {
  return new AfterviewError('holiday-year-out-of-range', {
    happened: `the holidays of ${region} are known from ${first} to ${last}, not on ${date}`,
    fix: 'register a plugin with a newer table of holidays',
    details: { region, date, range: [first, last] },
  })
}

function unreadable(pluginId: string, path: string, cause: unknown): AfterviewError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AfterviewError('holidays-unreadable', {
    happened: `the holidays ${path} of ${pluginId} cannot be used: ${why}`,
    fix: 'write the file as { "range": ["2026", "2028"], "days": { "2026-01-01": "New Year" } }',
    details: { pluginId, path },
    cause,
  })
}

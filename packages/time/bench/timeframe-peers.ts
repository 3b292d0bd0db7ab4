import { DateTimeOptions, recognizeDateTime } from '@microsoft/recognizers-text-date-time'
import { parseTimeframe } from '@afterview/time'
import * as chrono from 'chrono-node'
import nlp from 'compromise'
import dates from 'compromise-dates'
import Sherlock from 'sherlockjs'
import { reference, zone } from './timeframe-phrases.ts'

/** First and last date as a library returns them; a point has both equal. */
export interface PeerWindow {
  readonly earliest: string
  readonly latest: string | null
}

/** A library as it is best used for the purpose. */
export interface Peer {
  readonly name: string
  /** Languages that it reads dates in. */
  readonly locales: readonly string[]
  readonly read: (text: string, locale: string) => PeerWindow | null
  /** A module that takes what `read` needs, for the size of its bundle. */
  readonly entry: string
}

const today = reference.slice(0, 10)

/** The reference on the clocks of the process, for libraries that know no other zone. */
const here = new Date(2026, 10, 25, 15, 30)

/** This package. */
export const ours: Peer = {
  name: 'this package',
  locales: ['en', 'nl', 'de', 'fr', 'es'],
  read: (text, locale) => parseTimeframe(text, { reference, zone, locale }),
  entry: "export { parseTimeframe } from '../src/timeframe/parse-timeframe.ts'",
}

const chronoByLocale: Readonly<Record<string, Pick<typeof chrono.en, 'parse'>>> = {
  en: chrono.en.GB,
  nl: chrono.nl,
  de: chrono.de,
  fr: chrono.fr,
  es: chrono.es,
}

/** The last of its results, as ours; results for forward dates only. */
const chronoPeer: Peer = {
  name: 'chrono-node',
  locales: Object.keys(chronoByLocale),
  read(text, locale) {
    const results = chronoByLocale[locale]?.parse(
      text,
      { instant: new Date(reference), timezone: 60 },
      { forwardDate: true },
    )
    const last = results?.at(-1)
    return last
      ? { earliest: chronoDate(last.start), latest: chronoDate(last.end ?? last.start) }
      : null
  },
  entry: "export { en, nl, de, fr, es } from 'chrono-node'",
}

function chronoDate(parsed: chrono.ParsedComponents): string {
  const fields = [parsed.get('year'), parsed.get('month'), parsed.get('day')]
  return fields.map((each) => String(each).padStart(2, '0')).join('-')
}

const { _setNow: setNow } = Sherlock

const sherlockPeer: Peer = {
  name: 'sherlockjs',
  locales: ['en'],
  read(text) {
    setNow(here)
    const { startDate, endDate } = Sherlock.parse(text)
    return startDate && { earliest: localDate(startDate), latest: localDate(endDate ?? startDate) }
  },
  entry: "export { default } from 'sherlockjs'",
}

const parser = nlp.plugin(dates)

const compromisePeer: Peer = {
  name: 'compromise-dates',
  locales: ['en'],
  read(text) {
    const found = parser(text).dates({ today: reference, timezone: zone, dmy: true }).get().at(-1)
    if (!found?.start) return null
    return { earliest: found.start.slice(0, 10), latest: (found.end ?? found.start).slice(0, 10) }
  },
  entry:
    "import nlp from 'compromise'; import dates from 'compromise-dates'; export default nlp.plugin(dates)",
}

const cultures: Readonly<Record<string, string>> = { en: 'en-us', fr: 'fr-fr', es: 'es-es' }

/** Of several values of a result, the last is the one in the future. */
const recognizersPeer: Peer = {
  name: 'recognizers-text-date-time',
  locales: Object.keys(cultures),
  read(text, locale) {
    const culture = cultures[locale]
    if (culture === undefined) return null
    const result = recognizeDateTime(text, culture, DateTimeOptions.None, here).at(-1)
    const values = result?.resolution?.['values'] as readonly Resolved[] | undefined
    return windowOf(values?.at(-1))
  },
  entry: "export { recognizeDateTime } from '@microsoft/recognizers-text-date-time'",
}

interface Resolved {
  readonly type: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}

/** Ranges end before their `end`; a length of time is counted from the reference. */
function windowOf(resolved: Resolved | undefined): PeerWindow | null {
  if (resolved === undefined) return null
  const { type, value, start, end } = resolved
  if (type === 'duration') return pointAt(addDays(today, Math.round(Number(value) / 86_400)))
  if (value !== undefined)
    return /^\d{4}-/.test(value) ? pointAt(value.slice(0, 10)) : pointAt(today)
  if (start === undefined && end === undefined) return null
  const last = end === undefined ? null : dayBefore(end, type)
  return { earliest: start?.slice(0, 10) ?? today, latest: last }
}

function dayBefore(end: string, type: string): string {
  return type === 'daterange' ? addDays(end.slice(0, 10), -1) : end.slice(0, 10)
}

function pointAt(date: string): PeerWindow {
  return { earliest: date, latest: date }
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

function localDate(date: Date): string {
  const fields = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return fields.map((each) => String(each).padStart(2, '0')).join('-')
}

/** The libraries to compare with. */
export const peers: readonly Peer[] = [chronoPeer, sherlockPeer, compromisePeer, recognizersPeer]

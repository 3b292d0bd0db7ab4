import { gzipSync } from 'node:zlib'
import { createCalendar, type CalendarOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { type ReadEvent, readEvents } from '../test/read-back.ts'
import { plainItem, sampleAgenda } from '../test/sample-agenda.ts'
import { icalGeneratorPeer, icsPeer, type Peer } from './peers.ts'

type BenchRow = BenchTable['rows'][number]

/** How many entries, and how often each writer writes them. */
interface Size {
  readonly entries: number
  readonly rounds: number
}

/** 100,000 entries take the peers minutes: only with AFTERVIEW_BENCH=full. */
const sizes: readonly Size[] = [
  { entries: 10, rounds: 41 },
  { entries: 1000, rounds: 15 },
  ...(process.env['AFTERVIEW_BENCH'] === 'full' ? [{ entries: 100_000, rounds: 1 }] : []),
]

/** What a host app has at hand, as the peers have their texts at hand. */
const urls = new Map<string, string>()

const letter = `Bonjour Camille,

merci pour cet échange passionnant ; votre idée de commencer par les retours des clients m'a plu.

Bien à vous, Noor`

const options: CalendarOptions = {
  zone: 'Europe/Amsterdam',
  letter: () => letter,
  url: ({ applicationId }) => urls.get(applicationId),
  cacheSize: 2 ** 31,
}

/** The same agenda written by this package, by `ics` and by `ical-generator`, cold and after one change. */
export async function bench(): Promise<BenchTable> {
  return {
    title: 'Calendar: milliseconds for a whole export, median; ratio is how many times faster',
    rows: sizes.flatMap(rowsOf),
  }
}

function rowsOf(size: Size): readonly BenchRow[] {
  const items = agendaOf(size.entries)
  const events = eventsOf(items)
  const times = measure(size.rounds, {
    cold: coldWriter(items),
    store: warmWriter(items, fromStore),
    frozen: warmWriter(items, frozen),
    ics: peerWriter(icsPeer(events)),
    generator: peerWriter(icalGeneratorPeer(events)),
  })
  const label = size.entries.toLocaleString('en')
  return [
    row(`${label} entries, ics`, times.ics),
    row(`${label} entries, ical-generator`, times.generator),
    row(`${label} entries, this package, cold, beside ics`, times.cold, times.ics),
    row(`${label} entries, this package, cold, beside ical-generator`, times.cold, times.generator),
    ...warmRows(
      `${label} entries, this package, after one change, new objects`,
      times.store,
      times,
    ),
    ...warmRows(
      `${label} entries, this package, after one change, frozen items`,
      times.frozen,
      times,
    ),
    ...sizeRows(label, createCalendar(options).file(items).text),
  ]
}

/** Gets ready for one export, unmeasured, and gives what is measured: all bytes of the file. */
type Contestant = () => () => Uint8Array

function peerWriter(write: Peer): Contestant {
  const encoder = new TextEncoder()
  return () => () => encoder.encode(write())
}

function coldWriter(items: readonly AgendaItem[]): Contestant {
  return () => () => createCalendar(options).file(items).bytes()
}

/** After one change; `again` is what the host app does with the items between two exports. */
function warmWriter(
  items: readonly AgendaItem[],
  again: (items: readonly AgendaItem[]) => readonly AgendaItem[],
): Contestant {
  const calendar = createCalendar(options)
  let present = again(items)
  calendar.file(present).bytes()
  let run = 0
  return () => {
    run++
    const place = run % items.length
    const changed = again(present.with(place, changedItem(items[place], run)))
    present = changed
    return () => calendar.file(changed).bytes()
  }
}

/** New objects throughout, as they come from a store. */
function fromStore(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return items.map((item) => structuredClone(item))
}

/** Those that are kept stay the same objects. */
function frozen(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return items.map((item) => (Object.isFrozen(item) ? item : deepFrozen(item)))
}

function deepFrozen<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data
  Object.values(data).forEach(deepFrozen)
  return Object.freeze(data)
}

function changedItem(item: AgendaItem | undefined, revision: number): AgendaItem {
  return plainItem({ ...item, revision })
}

function agendaOf(entries: number): readonly AgendaItem[] {
  return Array.from({ length: entries }, (_, index) => {
    const sample = plainItem(sampleAgenda[index % sampleAgenda.length])
    const applicationId = `acme-${Math.floor(index / sampleAgenda.length)}`
    const id = sample.id.replace('acme-1', applicationId)
    urls.set(applicationId, `https://jobs.example.org/applications/${applicationId}`)
    return { ...sample, id, applicationId, facts: { ...sample.facts, company: `Acme ${index}` } }
  })
}

/** What the peers have to write: the texts of this package, made from those of a small agenda. */
function eventsOf(items: readonly AgendaItem[]): readonly ReadEvent[] {
  const calendar = createCalendar(options)
  const models = sampleAgenda.map((item) => readEvents(calendar.file([item]).text)[0])
  return items.map((item, index) => {
    const model = models[index % models.length]
    if (model === undefined) throw new Error('no model')
    const named = (text: string): string => text.replaceAll('Acme', `Acme ${index}`)
    const { summary, description } = model
    return {
      ...model,
      uid: calendar.uid(item.id),
      summary: named(summary),
      description: named(description),
    }
  })
}

function warmRows(name: string, time: number, times: Times): readonly BenchRow[] {
  return [
    row(`${name}, beside ics`, time, times.ics),
    row(`${name}, beside ical-generator`, time, times.generator),
  ]
}

const contests = ['cold', 'store', 'frozen', 'ics', 'generator'] as const

type Times = Readonly<Record<(typeof contests)[number], number>>

/** Medians of interleaved rounds, so that a busy machine is busy for all of them alike. */
function measure(
  rounds: number,
  writers: Readonly<Record<(typeof contests)[number], Contestant>>,
): Times {
  const times: Record<(typeof contests)[number], number[]> = {
    cold: [],
    store: [],
    frozen: [],
    ics: [],
    generator: [],
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of contests) times[name].push(timeOf(writers[name]()))
  }
  return {
    cold: median(times.cold),
    store: median(times.store),
    frozen: median(times.frozen),
    ics: median(times.ics),
    generator: median(times.generator),
  }
}

function timeOf(write: () => Uint8Array): number {
  const start = performance.now()
  write()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function row(name: string, value: number, peer?: number): BenchRow {
  if (peer === undefined) return { name, value, unit: 'ms', note: 'texts made beforehand' }
  return { name, value, unit: 'ms', ratio: peer / value }
}

function sizeRows(label: string, text: string): readonly BenchRow[] {
  const bytes = Buffer.byteLength(text)
  return [
    { name: `${label} entries, size`, value: bytes / 1024, unit: 'KiB' },
    { name: `${label} entries, size after gzip`, value: gzipSync(text).length / 1024, unit: 'KiB' },
  ]
}

if (process.argv[1] === import.meta.filename) console.table((await bench()).rows)

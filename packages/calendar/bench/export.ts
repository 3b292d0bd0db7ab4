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
  { entries: 1000, rounds: 7 },
  ...(process.env['AFTERVIEW_BENCH'] === 'full' ? [{ entries: 100_000, rounds: 1 }] : []),
]

const letter = `Bonjour Camille,

merci pour cet échange passionnant ; votre idée de commencer par les retours des clients m'a plu.

Bien à vous, Noor`

const options: CalendarOptions = {
  zone: 'Europe/Amsterdam',
  letter: () => letter,
  url: ({ applicationId }) => `https://jobs.example.org/applications/${applicationId}`,
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
  const ours = ourWriter(items)
  const times = measure(size.rounds, {
    cold: () => createCalendar(options).file(items).text,
    warm: ours,
    ics: icsPeer(events),
    generator: icalGeneratorPeer(events),
  })
  const label = size.entries.toLocaleString('en')
  return [
    row(`${label} entries, ics`, times.ics),
    row(`${label} entries, ical-generator`, times.generator),
    row(`${label} entries, this package, cold, beside ics`, times.cold, times.ics),
    row(`${label} entries, this package, cold, beside ical-generator`, times.cold, times.generator),
    row(`${label} entries, this package, after one change, beside ics`, times.warm, times.ics),
    row(
      `${label} entries, this package, after one change, beside ical-generator`,
      times.warm,
      times.generator,
    ),
    ...sizeRows(label, ours()),
  ]
}

/** An export after one change, with new objects throughout as they come from a store. */
function ourWriter(items: readonly AgendaItem[]): Peer {
  const calendar = createCalendar(options)
  calendar.file(items)
  let run = 0
  return () => {
    run++
    const changed = items.with(run % items.length, changedItem(items[run % items.length], run))
    return calendar.file(changed).text
  }
}

function changedItem(item: AgendaItem | undefined, revision: number): AgendaItem {
  return plainItem({ ...item, revision })
}

function agendaOf(entries: number): readonly AgendaItem[] {
  return Array.from({ length: entries }, (_, index) => {
    const sample = plainItem(sampleAgenda[index % sampleAgenda.length])
    const applicationId = `acme-${Math.floor(index / sampleAgenda.length)}`
    const id = sample.id.replace('acme-1', applicationId)
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

type Contest = 'cold' | 'warm' | 'ics' | 'generator'

/** Medians of interleaved rounds, so that a busy machine is busy for all of them alike. */
function measure(
  rounds: number,
  writers: Readonly<Record<Contest, Peer>>,
): Record<Contest, number> {
  const times: Record<Contest, number[]> = { cold: [], warm: [], ics: [], generator: [] }
  for (let round = 0; round < rounds; round++) {
    for (const name of contests) times[name].push(timeOf(writers[name]))
  }
  return {
    cold: median(times.cold),
    warm: median(times.warm),
    ics: median(times.ics),
    generator: median(times.generator),
  }
}

const contests: readonly Contest[] = ['cold', 'warm', 'ics', 'generator']

/** Measured with the bytes, since a text that nobody has read may not have been joined yet. */
function timeOf(write: Peer): number {
  const start = performance.now()
  Buffer.byteLength(write())
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

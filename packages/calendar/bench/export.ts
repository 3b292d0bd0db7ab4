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

/** Exports of a warm calendar in one round, each after one change: a server writes more than one. */
const inRound = 5

/** A host app that tells when its own texts change. */
const versioned: CalendarOptions = { ...options, hostVersion: () => 1 }

/** One that also takes the items as the lifecycle counts them. */
const trusting: CalendarOptions = { ...versioned, knownBy: 'revision' }

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
    store: warmWriter(items, { again: fromStore }),
    frozen: warmWriter(items, { again: frozen }),
    trusted: warmWriter(items, { again: fromStore, options: trusting }),
    trustedParts: warmWriter(items, { again: fromStore, options: trusting, isInParts: true }),
    known: warmWriter(items, { again: frozen, options: versioned }),
    knownParts: warmWriter(items, { again: frozen, options: versioned, isInParts: true }),
    ics: peerWriter(icsPeer(events)),
    generator: peerWriter(icalGeneratorPeer(events)),
  })
  const label = size.entries.toLocaleString('en')
  const warm = `${label} entries, this package, after one change`
  return [
    row(`${label} entries, ics`, times.ics),
    row(`${label} entries, ical-generator`, times.generator),
    row(`${label} entries, this package, cold, beside ics`, times.cold, times.ics),
    row(`${label} entries, this package, cold, beside ical-generator`, times.cold, times.generator),
    ...warmRows(`${warm}, new objects`, times.store, times),
    ...warmRows(`${warm}, frozen items`, times.frozen, times),
    ...warmRows(`${warm}, new objects known by revision`, times.trusted, times),
    ...warmRows(`${warm}, the same, in parts`, times.trustedParts, times),
    ...warmRows(`${warm}, frozen items and a hostVersion`, times.known, times),
    ...warmRows(`${warm}, the same, in parts`, times.knownParts, times),
    ...sizeRows(label, createCalendar(options).file(items).text),
  ]
}

/** Gets ready for some exports, unmeasured, and gives what is measured: all bytes of each file. */
type Contestant = () => readonly (() => unknown)[]

function peerWriter(write: Peer): Contestant {
  const encoder = new TextEncoder()
  return () => [() => encoder.encode(write())]
}

function coldWriter(items: readonly AgendaItem[]): Contestant {
  return () => [() => createCalendar(options).file(items).bytes()]
}

/** How a host app uses a calendar between two changes. */
interface Habits {
  /** What it does with the items. */
  readonly again: (items: readonly AgendaItem[]) => readonly AgendaItem[]
  /** Default: those of all. */
  readonly options?: CalendarOptions
  readonly isInParts?: boolean
}

function warmWriter(items: readonly AgendaItem[], habits: Habits): Contestant {
  const { again, isInParts = false } = habits
  const calendar = createCalendar(habits.options ?? options)
  let present = again(items)
  calendar.file(present).bytes()
  let run = 0
  const next = (): (() => unknown) => {
    run++
    const place = run % items.length
    const changed = again(present.with(place, changedItem(items[place], run)))
    present = changed
    return () => {
      const document = calendar.file(changed)
      return isInParts ? document.parts() : document.bytes()
    }
  }
  return () => Array.from({ length: inRound }, next)
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

const contests = [
  'cold',
  'store',
  'frozen',
  'trusted',
  'trustedParts',
  'known',
  'knownParts',
  'ics',
  'generator',
] as const

type Times = Readonly<Record<(typeof contests)[number], number>>

/** Medians of interleaved rounds, so that a busy machine is busy for all of them alike. */
function measure(
  rounds: number,
  writers: Readonly<Record<(typeof contests)[number], Contestant>>,
): Times {
  const times = new Map(contests.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const name of contests) times.get(name)?.push(timeOf(writers[name]()))
  }
  const medianOf = (name: (typeof contests)[number]): number => median(times.get(name) ?? [])
  return {
    cold: medianOf('cold'),
    store: medianOf('store'),
    frozen: medianOf('frozen'),
    trusted: medianOf('trusted'),
    trustedParts: medianOf('trustedParts'),
    known: medianOf('known'),
    knownParts: medianOf('knownParts'),
    ics: medianOf('ics'),
    generator: medianOf('generator'),
  }
}

function timeOf(writes: readonly (() => unknown)[]): number {
  const start = performance.now()
  for (const write of writes) write()
  return (performance.now() - start) / writes.length
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

import {
  type Calendar,
  createCalendar,
  createFeed,
  createSubscriptionToken,
  type DocumentOptions,
} from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents } from './read-back.ts'
import { agendaItem, interview, plainItem, sampleAgenda } from './sample-agenda.ts'

function frozen<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data
  Object.values(data).forEach(frozen)
  return Object.freeze(data)
}

/** As many items of every kind, closed and open, in several zones, each frozen all through. */
function agenda(size: number): readonly AgendaItem[] {
  return Array.from({ length: size }, (_, index) => {
    const sample =
      index % 5 === 0
        ? interview('2026-12-01T10:00', 'Europe/Amsterdam')
        : sampleAgenda[index % sampleAgenda.length]
    return frozen(plainItem({ ...sample, id: `app-${index}/item` }))
  })
}

type Change = readonly [place: number, what: string]

const changes: Readonly<Record<string, (item: AgendaItem) => Partial<AgendaItem>>> = {
  renamed: () => ({ facts: { company: 'Société “Ö” 🎈' } }),
  revised: ({ revision }) => ({ revision: revision + 1, changedAt: '2026-12-03T10:00:00Z' }),
  earlier: () => ({ changedAt: '2026-01-01T10:00:00Z' }),
  moved: () => ({ due: { kind: 'instant', at: '2026-11-27T08:00:00Z' } }),
  zoned: () => ({ due: { kind: 'wall', local: '2029-06-01T10:00', zone: 'America/New_York' } }),
  done: () => ({ status: 'done' }),
  reopened: () => ({ status: 'due' }),
  unwritable: () => ({ due: { kind: 'instant', at: 'tomorrow' } }),
  another: ({ id }) => ({ id: `${id}-2` }),
  twice: () => ({ id: 'app-3/item' }),
}

function changed(items: readonly AgendaItem[], [at, what]: Change): readonly AgendaItem[] {
  const place = at % items.length
  const item = items[place] ?? agendaItem()
  if (what === 'out') return items.toSpliced(place, 1)
  if (what === 'in') return items.toSpliced(place, 0, frozen(agendaItem({ id: `new-${at}` })))
  const change = changes[what]
  // What is not frozen has to be compared, wherever it stands.
  if (change === undefined) return items.with(place, structuredClone(item))
  return items.with(place, frozen({ ...item, ...change(item) }))
}

/** Everything that a document says. */
function said(calendar: Calendar, items: readonly AgendaItem[], options: DocumentOptions): unknown {
  const document = calendar.file(items, options)
  const decoder = new TextDecoder()
  const { text, problems, entries, changedAt } = document
  const parts = document.parts().map((part) => decoder.decode(part))
  return {
    text,
    parts: parts.join(''),
    bytes: decoder.decode(document.bytes()),
    problems,
    entries,
    changedAt,
  }
}

describe('the renewal of a document', () => {
  it('NEW-1 says what a new calendar says, whatever happened since the last one', () => {
    const kinds = constantFrom(...Object.keys(changes), 'out', 'in', 'thawed')
    const step = tuple(array(tuple(nat(29), kinds), { maxLength: 4 }), nat(3))
    const fresh = createCalendar({ cacheSize: 0 })
    assert(
      property(array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const calendar = createCalendar()
        let items = agenda(30)
        calendar.file(items)
        for (const [list, month] of steps) {
          items = list.reduce(changed, items)
          const options = month === 0 ? {} : { now: `2026-${String(9 + month)}-28T09:00:00Z` }
          expect(said(calendar, items, options)).toEqual(said(fresh, items, options))
        }
      }),
      { numRuns: Number(process.env['AFTERVIEW_FUZZ'] ?? 15) },
    )
  })

  const written = frozen(agendaItem({ id: 'written/item' }))

  /** What a calendar says that wrote the first list before, beside what a new one says. */
  function renewed(
    before: readonly AgendaItem[],
    after: readonly AgendaItem[],
    options: readonly [DocumentOptions, DocumentOptions] = [{}, {}],
  ): readonly [unknown, unknown] {
    const calendar = createCalendar()
    calendar.file(before, options[0])
    return [said(calendar, after, options[1]), said(createCalendar(), after, options[1])]
  }

  it('NEW-1 describes the zone that an entry changed to, though it starts at the same instant', () => {
    const [there, here] = [
      interview('2026-12-01T10:00', 'Europe/Amsterdam'),
      interview('2026-12-01T09:00', 'Europe/London'),
    ].map(frozen)
    const [renewal, fresh] = renewed([written, there ?? written], [written, here ?? written])
    expect(renewal).toEqual(fresh)
  })

  it('NEW-1 has the latest change, also where that of the latest entry went back', () => {
    const latest = agendaItem({ id: 'latest/item', changedAt: '2026-12-09T10:00:00Z' })
    const back = { ...latest, changedAt: '2026-11-20T10:00:00Z' }
    const [renewal, fresh] = renewed([written, frozen(latest)], [written, frozen(back)])
    expect(renewal).toEqual(fresh)
  })

  it.each(['done', 'due'] as const)(
    'NEW-1 sees that an item that was %s changed in place',
    (status) => {
      const facts: Record<string, string> = { company: 'Acme' }
      const item = { ...agendaItem({ facts, status, id: 'open/item' }) }
      const options = { now: '2027-06-01T10:00:00Z' }
      const calendar = createCalendar()
      calendar.file([written, item], options)
      Object.assign(facts, { company: 'Globex' })
      Object.assign(item, { status: 'overdue' })
      const items = [written, item]
      expect(said(calendar, items, options)).toEqual(said(createCalendar(), items, options))
    },
  )

  it('NEW-1 leaves out an item some time after it was closed, as time goes on', () => {
    const closed = frozen({ ...written, status: 'done' as const })
    const calendar = createCalendar()
    calendar.file([written], { now: '2026-12-01T10:00:00Z' })
    const counts = ['2026-12-01T10:00:00Z', '2026-12-25T10:00:00Z'].map(
      (now) => calendar.file([closed], { now }).entries,
    )
    expect(counts).toEqual([1, 0])
  })

  it('NEW-2 asks the host about what changed alone, until its version changes', () => {
    let [version, asked] = [1, [] as string[]]
    const calendar = createCalendar({
      letter: ({ id }) => {
        asked.push(id)
        return `letter ${version}`
      },
      hostVersion: () => version,
    })
    let items = agenda(20)
    const read = (): ReturnType<typeof readEvents> => readEvents(calendar.file(items).text)
    read()
    asked = []
    items = items.with(7, frozen({ ...agendaItem(), ...items[7], revision: 9 }))
    read()
    expect(asked).toEqual(['app-7/item'])
    version = 2
    asked = []
    expect(read().every(({ description }) => description.includes('letter 2'))).toBe(true)
    expect(asked).toHaveLength(20)
  })

  it.each([
    ['there is none', undefined],
    [
      'it fails',
      () => {
        throw new Error('no idea')
      },
    ],
    ['it is no version', () => Number.NaN as never],
  ])('NEW-2 asks about everything where %s', (_, hostVersion) => {
    let letter = 'first'
    const options = hostVersion === undefined ? {} : { hostVersion }
    const calendar = createCalendar({ letter: () => letter, ...options })
    const items = agenda(20)
    calendar.file(items)
    letter = 'second'
    const events = readEvents(calendar.file(items).text)
    expect(events.every(({ description }) => description.includes('second'))).toBe(true)
  })

  it('NEW-5 knows items by their revision where it is told to trust it, as new objects too', () => {
    const [calendar, fresh] = [createCalendar({ knownBy: 'revision' }), createCalendar()]
    let items = agenda(40)
    for (let place = 0; place < 40; place++) {
      const item = { ...agendaItem(), ...items[place] }
      const news = { revision: item.revision + 1, facts: { company: `Globex ${place}` } }
      items = structuredClone(items.with(place, { ...item, ...news }))
      expect(said(calendar, items, {})).toEqual(said(fresh, items, {}))
    }
  })

  it.each([
    ['revision', 'Acme'],
    ['content', 'Globex'],
  ] as const)(
    'NEW-5 known by its %s, an item changed without a new revision says %s',
    (knownBy, name) => {
      const calendar = createCalendar({ knownBy })
      calendar.file([agendaItem()])
      const [event] = readEvents(calendar.file([agendaItem({ facts: { company: 'Globex' } })]).text)
      expect(event?.summary).toContain(name)
    },
  )

  it.each([
    ['the revision', { revision: 1 }],
    ['the instant of the change', { changedAt: '2026-11-24T16:00:00Z' }],
    ['the status', { status: 'skipped' }],
    ['the id', { id: 'other/item' }],
  ] as const)('NEW-5 sees a change of %s', (_, change) => {
    const calendar = createCalendar({ knownBy: 'revision' })
    calendar.file([agendaItem()])
    const items = [agendaItem(change)]
    expect(calendar.file(items).text).toBe(createCalendar().file(items).text)
  })

  it('NEW-5 refuses to know items by anything else', () => {
    const knownBy = 'name' as 'revision'
    expect(() => createCalendar({ knownBy })).toThrow(/knownBy/)
  })

  it('NEW-3 shares the parts that did not change with the document before', () => {
    const calendar = createCalendar()
    const items = agenda(2000)
    const before = new Set(calendar.file(items).parts())
    const after = calendar.file(
      items.with(1000, frozen({ ...agendaItem(), ...items[1000], revision: 9 })),
    )
    const fresh = after.parts().filter((part) => !before.has(part))
    const bytes = fresh.reduce((sum, { length }) => sum + length, 0)
    expect(bytes).toBeLessThan(after.bytes().length / 10)
  })

  it('NEW-4 leaves the entity tag of a feed to the bytes alone', async () => {
    const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
    let items = agenda(300)
    const feedOf = (): ReturnType<typeof createFeed> =>
      createFeed({
        calendar: createCalendar(),
        find: () => ({ digest, items: () => items }),
        now: () => '2026-12-10T09:00:00Z',
      })
    const tagIn = async (feed: ReturnType<typeof createFeed>): Promise<string | null> => {
      const request = new Request(`https://jobs.example.org/calendar/${token}.ics`)
      return (await feed.respond(request)).headers.get('ETag')
    }
    const feed = feedOf()
    const before = await tagIn(feed)
    for (let place = 0; place < 300; place += 50) {
      items = items.with(place, frozen({ ...agendaItem(), ...items[place], revision: 9 }))
      expect(await tagIn(feed)).toBe(await tagIn(feedOf()))
    }
    expect(await tagIn(feed)).not.toBe(before)
  })
})

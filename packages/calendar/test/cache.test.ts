import { createCalendar } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEventOf } from './read-back.ts'
import { agendaItem } from './sample-agenda.ts'

function agenda(size: number): AgendaItem[] {
  return Array.from({ length: size }, (_, index) => agendaItem({ id: `app-${index}/moveOn` }))
}

function frozen(item: AgendaItem): AgendaItem {
  for (const part of Object.values(item)) Object.freeze(part)
  return Object.freeze(item)
}

/** An agenda after one thing happened to the item at a place. */
function changed(
  items: readonly AgendaItem[],
  [place, what]: readonly [number, string],
): readonly AgendaItem[] {
  const id = `app-${place}/moveOn`
  if (what === 'out') return items.filter((item) => item.id !== id)
  const later = { due: { kind: 'instant', at: '2026-11-27T08:00:00Z' } } as const
  const renamed = { facts: { company: 'Société “Ö” 🎈' } }
  const given = what === 'later' ? later : renamed
  return items.map((item) => (item.id === id ? frozen(agendaItem({ id, ...given })) : item))
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

describe('the cache of a calendar', () => {
  it('CACHE-1 makes a second export much cheaper than the first', () => {
    const calendar = createCalendar()
    const items = agenda(2000)
    const cold = timed(() => calendar.file(items))
    const warm = Math.min(
      ...Array.from({ length: 5 }, (_, run) => {
        const changed = items.map((item) => ({ ...item, facts: { ...item.facts } }))
        changed[run] = agendaItem({ id: `app-${run}/moveOn`, revision: run + 1 })
        return timed(() => calendar.file(changed))
      }),
    )
    expect(cold / warm).toBeGreaterThan(3)
  })

  it('CACHE-1 gives the same bytes as a calendar without one', () => {
    const [cached, plain] = [createCalendar(), createCalendar({ cacheSize: 0 })]
    const items = agenda(20)
    for (let run = 0; run < 3; run++) {
      items[run] = agendaItem({
        id: `app-${run}/moveOn`,
        revision: 1,
        facts: { company: `Acme ${run}` },
      })
      expect(cached.file(items).text).toBe(plain.file(items).text)
    }
  })

  const changes: readonly (readonly [string, Partial<AgendaItem>])[] = [
    ['the revision', { revision: 1 }],
    ['the instant of the change', { changedAt: '2026-11-24T16:00:00Z' }],
    ['the due time', { due: { kind: 'instant', at: '2026-11-25T15:31:00Z' } }],
    ['the window', { window: { from: agendaItem().due, until: agendaItem().due } }],
    ['a fact', { facts: { ...agendaItem().facts, personName: 'Kim' } }],
    ['a new fact', { facts: { ...agendaItem().facts, decidedBy: 'Kim' } }],
    ['a missing fact', { facts: { company: 'Acme' } }],
    ['the basis', { basis: 'pinned' }],
    ['the policy', { policy: { key: 'a', value: [1, 2], source: 'b' } }],
    ['the anchor', { anchor: { event: 'interview.ended', at: '2026-11-23T15:30:00Z' } }],
    ['the round', { round: 2 }],
    ['the kind', { kind: 'moveOn' }],
    ['the status', { status: 'skipped' }],
  ]

  it.each(changes)('CACHE-2 sees a change of %s', (_, change) => {
    const calendar = createCalendar()
    const before = calendar.file([agendaItem()]).text
    const after = calendar.file([agendaItem(change)]).text
    expect(after).not.toBe(before)
    expect(after).toBe(createCalendar().file([agendaItem(change)]).text)
  })

  it('CACHE-2 sees a change that was made in place', () => {
    const calendar = createCalendar()
    const facts: Record<string, string> = { company: 'Acme' }
    const item = agendaItem({ facts })
    calendar.file([item])
    facts['company'] = 'Globex'
    expect(readEventOf(calendar.file([item]).text).summary).toContain('Globex')
  })

  it('CACHE-2 sees a change deep inside an item whose outside is frozen', () => {
    const calendar = createCalendar()
    const facts: Record<string, string> = { company: 'Acme' }
    const item = Object.freeze(agendaItem({ facts }))
    calendar.file([item])
    facts['company'] = 'Globex'
    expect(readEventOf(calendar.file([item]).text).summary).toContain('Globex')
  })

  it('CACHE-2 sees a change in what the host says', () => {
    let letter = 'first'
    const calendar = createCalendar({ letter: () => letter })
    const read = (): string => readEventOf(calendar.file([agendaItem()]).text).description
    expect(read()).toContain('Draft:\nfirst')
    letter = 'second'
    expect(read()).toContain('Draft:\nsecond')
  })

  it('CACHE-2 keeps documents that differ in language or in what they hide apart', () => {
    const calendar = createCalendar()
    const texts = [{}, { locale: 'fr' }, { hide: ['company' as const] }].map((options) =>
      [0, 1].map(() => calendar.file([agendaItem()], options).text),
    )
    for (const [first, second] of texts) expect(first).toBe(second)
    expect(new Set(texts.flat()).size).toBe(3)
  })

  it('CACHE-4 gives the bytes of the text, whichever entries come, go, move or change', () => {
    const calendar = createCalendar()
    const changes = array(tuple(nat(79), constantFrom('out', 'later', 'renamed')))
    assert(
      property(changes, (list) => {
        const items = list.reduce(changed, agenda(80).map(frozen))
        const document = calendar.file(items)
        const text = createCalendar({ cacheSize: 0 }).file(items).text
        expect(new TextDecoder().decode(document.bytes())).toBe(text)
        expect(document.text).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('CACHE-4 gives bytes that the next document does not share', () => {
    const calendar = createCalendar()
    const items = agenda(80).map(frozen)
    const [first, again] = [calendar.file(items).bytes(), calendar.file(items).bytes()]
    first.fill(0)
    expect(new TextDecoder().decode(again)).toBe(calendar.file(items).text)
  })

  it('CACHE-3 forgets nothing of what a too large export can hold, and stays right', () => {
    const calendar = createCalendar({ cacheSize: 20_000 })
    for (let run = 0; run < 4; run++) {
      const items = agenda(100).map((item) => ({ ...item, id: `${run}/${item.id}` }))
      expect(calendar.file(items).text).toBe(createCalendar({ cacheSize: 0 }).file(items).text)
      expect(calendar.file(items).text).toBe(calendar.file(items).text)
    }
  })
})

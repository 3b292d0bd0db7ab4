import { createCalendar } from '@afterview/calendar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRoot } from '../test/read-back.ts'
import { agendaItem, sampleAgenda } from '../test/sample-agenda.ts'
import { expectedEvents } from './client-reading.ts'
import { storedDocuments, todoDocuments } from './documents.ts'
import { type RadicaleServer, startRadicale } from './radicale-server.ts'
import { isInstalled } from './requirement.ts'

const isMissing = !isInstalled({
  name: 'Radicale',
  packages: ['radicale'],
  probe: ['radicale', '--version'],
})

const calendar = createCalendar()
let server: RadicaleServer | undefined

beforeAll(async () => {
  if (!isMissing) server = await startRadicale()
})

afterAll(async () => {
  await server?.stop()
})

interface Answer {
  readonly status: number
  readonly text: string
  readonly tag: string | null
}

async function ask(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server?.home ?? ''}${path}`, {
    method,
    headers: {
      Authorization: `Basic ${btoa('noor:secret')}`,
      'Content-Type': 'text/calendar; charset=utf-8',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, text: await response.text(), tag: response.headers.get('ETag') }
}

/**
 * A stored calendar with the zones of the document that was stored. Radicale 3.1 describes zones
 * anew, cutting offsets to whole hours; programs that know the zone by its name are not affected.
 */
function withZonesOf(document: string, stored: string): string {
  const zones = document.match(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/)?.[0] ?? ''
  const bare = stored.replaceAll(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE\r\n/g, '')
  return bare.replace('BEGIN:VEVENT', `${zones}BEGIN:VEVENT`)
}

/** UIDs that the server says are in a time range, as a calendar program would ask for a view. */
async function uidsBetween(path: string, start: string, end: string): Promise<readonly string[]> {
  const query = `<?xml version="1.0"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="${start}" end="${end}"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`
  const { status, text } = await ask('REPORT', path, query, {
    'Content-Type': 'application/xml',
    Depth: '1',
  })
  expect(status).toBe(207)
  return [...text.matchAll(/UID:(\S+)/g)]
    .map(([, uid]) => uid ?? '')
    .toSorted((a, b) => (a < b ? -1 : 1))
}

// Left out only where Radicale is not installed; `verify` requires it.
describe.skipIf(isMissing)('Radicale', () => {
  it.each(storedDocuments)(
    'stores %s as a calendar and gives it back as it was written',
    async (name, text) => {
      const path = `${encodeURIComponent(name)}/`
      expect((await ask('PUT', path, text)).status).toBe(201)
      const stored = await ask('GET', path)
      expect(stored.tag).not.toBeNull()
      const expected = expectedEvents(text)
      if (expected.length > 0)
        expect(expectedEvents(withZonesOf(text, stored.text))).toEqual(expected)
    },
  )

  it.each(todoDocuments)('stores %s', async (name, text) => {
    const path = `${encodeURIComponent(name)}/`
    expect((await ask('PUT', path, text)).status).toBe(201)
    const [stored, written] = [(await ask('GET', path)).text, text].map((each) =>
      readRoot(each)
        .getAllSubcomponents('vtodo')
        .map((todo) =>
          [todo.getFirstPropertyValue('summary'), String(todo.getFirstPropertyValue('due'))].join(
            ' ',
          ),
        )
        .toSorted((a, b) => (a < b ? -1 : 1)),
    )
    expect(stored).toEqual(written)
  })

  it('shows an entry in the hour in which it is and in no other', async () => {
    const { text } = calendar.file(sampleAgenda)
    await ask('PUT', 'ranges/', text)
    const interview = calendar.uid('acme-1/interview/2')
    expect(await uidsBetween('ranges/', '20261215T130000Z', '20261215T133000Z')).toEqual([
      interview,
    ])
    expect(await uidsBetween('ranges/', '20261215T143000Z', '20261215T153000Z')).toEqual([])
    expect(await uidsBetween('ranges/', '20261211T080000Z', '20261211T081500Z')).toEqual([
      calendar.uid('acme-1/checkIn/1'),
    ])
    expect(await uidsBetween('ranges/', '20261204T000000Z', '20261205T000000Z')).toEqual([
      calendar.uid('acme-1/decisionExpected'),
    ])
    expect(await uidsBetween('ranges/', '20260101T000000Z', '20280101T000000Z')).toHaveLength(
      sampleAgenda.length,
    )
  })

  it('keeps one entry when it is written again, and shows its change', async () => {
    const object = `updates/${calendar.uid(agendaItem().id)}.ics`
    await ask('MKCALENDAR', 'updates/')
    const first = await ask('PUT', object, calendar.file([agendaItem()]).text, {
      'If-None-Match': '*',
    })
    expect(first.status).toBe(201)
    const moved = agendaItem({
      revision: 1,
      changedAt: '2026-11-24T18:00:00Z',
      due: { kind: 'instant', at: '2026-11-26T09:00:00Z' },
    })
    const second = await ask('PUT', object, calendar.file([moved]).text, {
      'If-Match': first.tag ?? '',
    })
    expect(second.status).toBe(201)
    const [stored, ...others] = expectedEvents((await ask('GET', 'updates/')).text)
    expect(others).toEqual([])
    expect(stored).toMatchObject({ sequence: 1, start: '2026-11-26T09:00:00Z' })
  })

  it('shows a closed entry as cancelled', async () => {
    const path = 'closed/'
    await ask('PUT', path, calendar.file([agendaItem()]).text)
    await ask('PUT', path, calendar.file([agendaItem({ status: 'done', revision: 1 })]).text)
    const events = expectedEvents((await ask('GET', path)).text)
    expect(events).toMatchObject([{ status: 'CANCELLED', sequence: 1, alarms: [] }])
  })
})

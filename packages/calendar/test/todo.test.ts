import { createCalendar } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { readRoot } from './read-back.ts'
import { agendaItem, sampleAgenda } from './sample-agenda.ts'

const calendar = createCalendar()

describe('a document of to-dos', () => {
  it('TODO-1 has the moves of the candidate and nothing else', () => {
    const { text, entries, problems } = calendar.todos(sampleAgenda)
    const root = readRoot(text)
    expect(problems).toEqual([])
    expect(entries).toBe(3)
    expect(root.getAllSubcomponents('vevent')).toEqual([])
    expect(
      root.getAllSubcomponents('vtodo').map((todo) => todo.getFirstPropertyValue('summary')),
    ).toEqual([
      'Thank Sam Peters (Acme)',
      'Check in about the decision (Acme)',
      'Answer the offer (Acme)',
    ])
  })

  it('TODO-1 leaves no trace in a file of events', () => {
    expect(calendar.file(sampleAgenda).text).not.toContain('VTODO')
  })

  it('TODO-2 is due at the time or on the day', () => {
    const [timed, whole] = [
      agendaItem(),
      agendaItem({ due: { kind: 'day', date: '2026-12-04', zone: 'UTC' } }),
    ].map((item) => calendar.todos([item]).text)
    expect(timed).toContain('\r\nDUE:20261125T153000Z\r\n')
    expect(whole).toContain('\r\nDUE;VALUE=DATE:20261204\r\n')
    expect(timed).toContain('\r\nSTATUS:NEEDS-ACTION\r\n')
  })

  it.each([
    ['done', 'COMPLETED'],
    ['skipped', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
  ] as const)('TODO-2 has the item that is %s as %s', (status, written) => {
    const { text } = calendar.todos([agendaItem({ status, changedAt: '2026-11-25T08:00:00Z' })])
    expect(text).toContain(`\r\nSTATUS:${written}\r\n`)
    expect(text.includes('\r\nCOMPLETED:20261125T080000Z\r\nPERCENT-COMPLETE:100\r\n')).toBe(
      status === 'done',
    )
    expect(text).not.toContain('VALARM')
  })

  it('TODO-3 counts alarms from the due time', () => {
    const { text } = calendar.todos([agendaItem()])
    expect(text.match(/TRIGGER.*/g)).toEqual([
      'TRIGGER;RELATED=END:-PT3H',
      'TRIGGER;RELATED=END:PT0S',
    ])
  })
})

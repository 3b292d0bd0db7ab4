import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { emptyFolder, run, scenarioFile } from './program.ts'

const scenarios = join(import.meta.dirname, '..', 'scenarios')
const { input } = JSON.parse(readFileSync(join(scenarios, 'two-rounds-to-an-offer.json'), 'utf8'))
const ID = 'fernhill-data-engineer'

/** A database file with one application, and the program bound to it. */
function createStore(): (...args: readonly string[]) => ReturnType<typeof run> {
  const db = join(emptyFolder(), 'search.db')
  const program = (...args: readonly string[]) => run(...args, '--db', db)
  expect(program('begin', scenarioFile(input)).stdout).toBe(`Begun as ${ID}\n`)
  return program
}

describe('applications kept in a file', () => {
  test('are told what happens, and tell what to do, run after run', () => {
    const program = createStore()
    const said = program(
      'record',
      ID,
      'timeframe.given',
      '--at',
      '2026-11-25T15:25:00+01:00',
      '--phrase',
      'by the end of next week',
    )
    expect(said.stdout).toContain('Understood as Wed 25 Nov 2026 to Fri 4 Dec 2026')
    program('record', ID, 'interview.ended', '--at', '2026-11-25T15:32:00+01:00')
    const items = JSON.parse(
      program('agenda', '--json', '--now', '2026-11-25T16:00:00+01:00').stdout,
    )
    expect(
      items.map((item: { kind: string; status: string }) => `${item.kind} ${item.status}`),
    ).toEqual(['thankYou due', 'thankYou due', 'decisionExpected due', 'checkIn upcoming'])
    const later = JSON.parse(program('agenda', '--json', '--now', '2027-02-01T09:00:00Z').stdout)
    expect(later.map((item: { kind: string }) => item.kind)).toContain('confirmSilence')
    expect(program('why', `${ID}/checkIn/r1-1`).stdout).toContain('Georgetown')
    expect(program('list').stdout).toContain('Data Engineer at Fernhill Analytics')
    expect(program('show', ID).stdout).toContain('The interview ended')
  })

  test('take the reading that is named, and offer the others', () => {
    const program = createStore()
    const at = ['--at', '2026-11-25T15:25:00+01:00', '--phrase', 'next Friday'] as const
    const first = program('record', ID, 'timeframe.given', ...at)
    expect(first.stdout).toContain('or --reading 2: Fri 27 Nov 2026')
    program('record', ID, 'timeframe.revised', ...at, '--reading', '2')
    const items: { kind: string; due: object }[] = JSON.parse(program('agenda', '--json').stdout)
    expect(items.find(({ kind }) => kind === 'decisionExpected')?.due).toMatchObject({
      date: '2026-11-27',
    })
    expect(program('record', ID, 'timeframe.revised', ...at, '--reading', '7').stderr).toContain(
      'reading-unknown',
    )
  })

  test('give letters and a calendar', () => {
    const program = createStore()
    program('record', ID, 'interview.ended', '--at', '2026-11-25T15:32:00+01:00')
    program(
      'record',
      ID,
      'detail.noted',
      '--at',
      '2026-11-25T15:40:00+01:00',
      '--fields',
      '{"interviewerId":"sam","topic":"streaming the nightly batch"}',
    )
    expect(
      program('draft', ID, 'thank-you', '--interviewer', 'sam', '--tone', 'warm').stdout,
    ).toContain('streaming the nightly batch')
    expect(program('draft', ID, 'thank-you', '--interviewer', 'sam', '--eml').stdout).toMatch(
      /^X-Unsent: 1\r\n/,
    )
    const calendar = new ICAL.Component(ICAL.parse(program('calendar').stdout))
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(2)
  })

  test('refuse what cannot happen, with exit code 1 and what is possible', () => {
    const program = createStore()
    const refused = program('record', ID, 'offer.accepted', '--at', '2026-11-25T15:32:00+01:00')
    expect(refused.status).toBe(1)
    expect(refused.stdout).toMatch(/Refused: .*Fix: .*\nPossible now: .*offer\.extended/s)
    expect(program('record', 'nobody', 'interview.ended')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('application-unknown'),
    })
  })

  test('are never begun twice under one id with another input', () => {
    const program = createStore()
    expect(program('begin', scenarioFile(input)).stdout).toContain('had begun before')
    expect(program('begin', scenarioFile({ ...input, role: 'Cook' })).stderr).toContain(
      'application-exists',
    )
  })
})

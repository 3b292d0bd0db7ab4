import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { emptyFolder, run, type Run, scenarioFile } from './program.ts'

const scenarios = join(import.meta.dirname, '..', 'scenarios')
const { input } = JSON.parse(readFileSync(join(scenarios, 'two-rounds-to-an-offer.json'), 'utf8'))
const ID = 'fernhill-data-engineer'
const SAID = ['--at', '2026-11-25T15:25:00+01:00'] as const
const ENDED = ['interview.ended', '--at', '2026-11-25T15:32:00+01:00'] as const

/** A database file with one application, and the program bound to it. */
async function createStore(): Promise<(...args: readonly string[]) => Promise<Run>> {
  const db = join(emptyFolder(), 'search.db')
  const program = (...args: readonly string[]): Promise<Run> => run(...args, '--db', db)
  const { stdout } = await program('begin', scenarioFile(input))
  expect(stdout).toContain(`Begun as ${ID}\n`)
  return program
}

describe('applications kept in a file', () => {
  test('are told what happens, and tell what to do, run after run', async () => {
    const program = await createStore()
    const said = await program(
      'record',
      ID,
      'timeframe.given',
      ...SAID,
      '--phrase',
      'by the end of next week',
    )
    expect(said.stdout).toContain('Understood as Wed 25 Nov 2026 to Fri 4 Dec 2026')
    await program('record', ID, ...ENDED)
    const agenda = await program('agenda', '--json', '--now', '2026-11-25T16:00:00+01:00')
    const items: { kind: string; status: string }[] = JSON.parse(agenda.stdout)
    expect(items.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'thankYou due',
      'thankYou due',
      'decisionExpected due',
      'checkIn upcoming',
    ])
    const later = await program('agenda', '--now', '2027-02-01T09:00:00Z')
    expect(later.stdout).toContain('decide whether this silence is a no')
    const why = await program('why', `${ID}/checkIn/r1-1`)
    expect(why.stdout).toContain('Georgetown')
    const list = await program('list')
    expect(list.stdout).toContain('Data Engineer at Fernhill Analytics')
    const show = await program('show', ID)
    expect(show.stdout).toContain('The interview ended')
  })

  test('take the reading that is named, and offer the others', async () => {
    const program = await createStore()
    const words = [...SAID, '--phrase', 'next Friday'] as const
    const first = await program('record', ID, 'timeframe.given', ...words)
    expect(first.stdout).toContain('or --reading 2: Fri 27 Nov 2026')
    await program('record', ID, 'timeframe.revised', ...words, '--reading', '2')
    const agenda = await program('agenda', '--json')
    const items: { kind: string; due: object }[] = JSON.parse(agenda.stdout)
    const decision = items.find(({ kind }) => kind === 'decisionExpected')
    expect(decision?.due).toMatchObject({ date: '2026-11-27' })
    const seventh = await program('record', ID, 'timeframe.revised', ...words, '--reading', '7')
    expect(seventh.stderr).toContain('reading-unknown')
  })

  test('give letters and a calendar', async () => {
    const program = await createStore()
    await program('record', ID, ...ENDED)
    const noted = '{"interviewerId":"sam","topic":"streaming the nightly batch"}'
    await program(
      'record',
      ID,
      'detail.noted',
      '--at',
      '2026-11-25T15:40:00+01:00',
      '--fields',
      noted,
    )
    const letter = await program('draft', ID, 'thank-you', '--interviewer', 'sam', '--tone', 'warm')
    expect(letter.stdout).toContain('streaming the nightly batch')
    const dutch = await program('draft', ID, 'check-in', '--locale', 'nl')
    expect(dutch.stdout).toContain('Fernhill Analytics')
    const mail = await program('draft', ID, 'thank-you', '--interviewer', 'sam', '--eml')
    expect(mail.stdout).toMatch(/^X-Unsent: 1\r\n/)
    const { stdout } = await program('calendar')
    const calendar = new ICAL.Component(ICAL.parse(stdout))
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(2)
  })

  test('refuse what cannot happen, with exit code 1 and what is possible', async () => {
    const program = await createStore()
    const refused = await program(
      'record',
      ID,
      'offer.accepted',
      '--at',
      '2026-11-25T15:32:00+01:00',
    )
    expect(refused.status).toBe(1)
    expect(refused.stdout).toMatch(/Refused: .*Fix: .*\nPossible now: .*offer\.extended/s)
    const unknown = await program('record', 'nobody', 'interview.ended')
    expect(unknown).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('application-unknown'),
    })
  })

  test('are never begun twice under one id with another input', async () => {
    const program = await createStore()
    const again = await program('begin', scenarioFile(input))
    expect(again.stdout).toContain('had begun before')
    const other = await program('begin', scenarioFile({ ...input, role: 'Cook' }))
    expect(other.stderr).toContain('application-exists')
  })
})

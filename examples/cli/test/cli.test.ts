import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { emptyFolder, run, scenarioFile, start } from './program.ts'

const scenarios = join(import.meta.dirname, '..', 'scenarios')
const model = JSON.parse(readFileSync(join(scenarios, 'two-rounds-to-an-offer.json'), 'utf8'))

const ended = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' }

async function bundled(
  name: string,
): Promise<{ out: string; stdout: string; read: (file: string) => string }> {
  const out = join(emptyFolder(), 'out')
  const { status, stdout, stderr } = await run('demo', name, '--out', out)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return { out, stdout, read: (file) => readFileSync(join(out, file), 'utf8') }
}

describe('the demo', () => {
  test('goes the whole way over two rounds to an accepted offer', async () => {
    const { out, stdout, read } = await bundled('two-rounds-to-an-offer')
    expect(JSON.parse(read('snapshot.json')).machine.value).toEqual({ offer: 'accepted' })
    const items: { kind: string; status: string }[] = JSON.parse(read('agenda.json'))
    expect(items.filter(({ status }) => status !== 'done').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['withdrawElsewhere', 'thankReferences']),
    )
    const letters = readdirSync(join(out, 'letters'))
    for (const person of ['r1-sam', 'r1-priya', 'r2-sam', 'r2-lena']) {
      expect(letters).toContain(`thank-you-${person}.eml`)
    }
    const mail = await PostalMime.parse(read('letters/thank-you-r1-priya.eml'))
    expect(mail.to).toEqual([{ name: 'Priya Nair', address: 'priya.nair@fernhill.example' }])
    expect(mail.text).toContain('how you test pipelines')
    const calendar = new ICAL.Component(ICAL.parse(read('calendar.ics')))
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(items.length)
    expect(stdout).toContain(
      'Times in Europe/London, UTC+00:00; the company is in Europe/Amsterdam',
    )
    expect(stdout).toContain('understood as Wed 25 Nov 2026 to Fri 4 Dec 2026')
    expect(stdout).toContain('→ offer accepted')
  })

  test('answers a rejection and moves on', async () => {
    const { out, read } = await bundled('rejection-and-moving-on')
    expect(JSON.parse(read('snapshot.json')).machine.value).toEqual({ closed: 'notSelected' })
    expect(readdirSync(join(out, 'letters'))).toEqual(
      expect.arrayContaining([
        'reply-to-rejection-r1.eml',
        'ask-feedback-r1.eml',
        'move-on-r1.txt',
      ]),
    )
  })

  test('takes silence for a no, and hears that it was none', async () => {
    const { stdout, read } = await bundled('silence-and-revival')
    expect(JSON.parse(read('snapshot.json')).machine.value).toEqual({ nextRound: 'invited' })
    const told = [
      'two weeks without a word',
      'a month without a word',
      'closed: presumed no',
      'You checked in',
    ]
    for (const words of told) expect(stdout).toContain(words)
  })

  test('pauses, is put on hold, and withdraws', async () => {
    const { stdout, read } = await bundled('pause-hold-withdrawal')
    expect(JSON.parse(read('snapshot.json')).machine.value).toEqual({ closed: 'withdrawn' })
    for (const words of ['paused by you', 'on hold by the employer', 'no date in these words']) {
      expect(stdout).toContain(words)
    }
  })

  test('writes the same bytes twice', async () => {
    const [first, second] = [
      await bundled('two-rounds-to-an-offer'),
      await bundled('two-rounds-to-an-offer'),
    ]
    for (const file of [
      'snapshot.json',
      'agenda.json',
      'calendar.ics',
      'letters/thank-you-r1-sam.eml',
    ]) {
      expect(second.read(file)).toBe(first.read(file))
    }
  })
})

describe('the program', () => {
  test('is started from a shell, and says by its exit code how it went', () => {
    const out = join(emptyFolder(), 'out')
    const done = start('demo', 'pause-hold-withdrawal', '--out', out, '--json')
    expect(done).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(done.stdout)).toMatchObject({ state: 'closed.withdrawn' })
    const refused = scenarioFile({ ...model, events: [{ type: 'offer.accepted', at: ended.at }] })
    expect(start('run', refused, '--out', out).status).toBe(1)
  })

  test('shows its help for a bare call, which does nothing', async () => {
    const bare = await run()
    expect(bare.status).toBe(2)
    expect(await run('--help')).toEqual({ ...bare, status: 0 })
    expect(bare.stdout).toContain('afterview record')
  })
})

describe('a run', () => {
  test('looks from another now', async () => {
    const out = join(emptyFolder(), 'out')
    const { status } = await run(
      'run',
      join(scenarios, 'two-rounds-to-an-offer.json'),
      '--out',
      out,
      '--now',
      '2027-02-03T09:00:00Z',
    )
    expect(status).toBe(0)
    expect(JSON.parse(readFileSync(join(out, 'snapshot.json'), 'utf8')).machine.value).toEqual({
      closed: 'hired',
    })
  })

  test('prints JSON alone on demand', async () => {
    const { stdout } = await run(
      'run',
      join(scenarios, 'pause-hold-withdrawal.json'),
      '--out',
      join(emptyFolder(), 'out'),
      '--json',
    )
    expect(JSON.parse(stdout)).toMatchObject({
      applicationId: 'cauce-operations',
      state: 'closed.withdrawn',
      refused: [],
    })
  })

  test('follows the policy of the scenario', async () => {
    const out = join(emptyFolder(), 'out')
    const policy = { preset: 'eager' }
    await run(
      'run',
      scenarioFile({ ...model, policy, events: model.events.slice(0, 3) }),
      '--out',
      out,
    )
    const items: { kind: string; due: object }[] = JSON.parse(
      readFileSync(join(out, 'agenda.json'), 'utf8'),
    )
    expect(items.find(({ kind }) => kind === 'checkIn')?.due).toMatchObject({
      local: '2026-12-07T09:00',
    })
  })

  test('goes on past refused events and records them, when asked to', async () => {
    const out = join(emptyFolder(), 'out')
    const events = [
      ...model.events.slice(0, 3),
      { type: 'offer.accepted', at: '2026-11-25T16:00:00+01:00' },
      ...model.events.slice(3, 5),
    ]
    const { status, stdout } = await run(
      'run',
      scenarioFile({ ...model, events }),
      '--out',
      out,
      '--keep-going',
    )
    expect(status).toBe(0)
    expect(stdout).toContain('refused: events[3] offer.accepted')
    expect(JSON.parse(readFileSync(join(out, 'refused.json'), 'utf8'))).toMatchObject([
      { index: 3, reason: { code: 'event-not-possible' } },
    ])
  })
})

const { interviewers: _, ...roundWithout } = model.input.round

const faults: readonly (readonly [string, unknown, number, readonly string[]])[] = [
  [
    'a bad instant',
    { events: [{ type: 'interview.ended', at: 'yesterday' }] },
    1,
    ['events[0]', '"at"', '"yesterday"', 'Fix:'],
  ],
  [
    'a missing instant',
    { events: [{ type: 'interview.ended' }] },
    1,
    ['events[0]', '"at"', 'Fix:'],
  ],
  [
    'an unknown zone in an event',
    {
      events: [
        {
          type: 'application.paused',
          at: ended.at,
          until: { local: '2026-12-01T09:00', zone: 'Mars/Base' },
        },
      ],
    },
    1,
    ['events[0]', '"until.zone"', '"Mars/Base"', 'Fix:'],
  ],
  [
    'an unknown zone in the input',
    { input: { ...model.input, company: { name: 'Acme', zone: 'BST' } }, events: [] },
    2,
    ['"company.zone"', 'BST', 'Fix:'],
  ],
  [
    'an unknown event',
    { events: [ended, { type: 'offer.acepted', at: ended.at }] },
    1,
    ['events[1]', 'offer.acepted', 'Fix: write "offer.accepted"'],
  ],
  [
    'a missing field',
    { events: [{ type: 'timeframe.given', at: ended.at }] },
    1,
    ['events[0]', '"window"', 'Fix:'],
  ],
  [
    'a missing field of the input',
    { input: { ...model.input, round: roundWithout }, events: [] },
    2,
    ['"round.interviewers"', 'Fix: add "interviewers"'],
  ],
  [
    'an event in the wrong place',
    { events: [ended, { type: 'offer.accepted', at: ended.at }] },
    1,
    ['events[1]', 'offer.accepted', 'Possible here:', 'Fix:'],
  ],
  [
    'an event before the last',
    { events: [ended, { type: 'timeframe.asked', at: '2026-11-25T15:00:00+01:00' }] },
    1,
    ['events[1]', '"at"', 'Fix:'],
  ],
  ['no events', { events: undefined }, 2, ['"events"', 'Fix:']],
  [
    'a reading that there is not',
    { events: [{ type: 'timeframe.given', at: ended.at, phrase: 'within two weeks', reading: 7 }] },
    1,
    ['events[0]', 'Fix:'],
  ],
]

describe('a scenario with', () => {
  test.each(faults)(
    '%s exits non-zero, says where and why, and writes nothing',
    async (_name, change, status, words) => {
      const out = join(emptyFolder(), 'out')
      const result = await run(
        'run',
        scenarioFile({ ...model, ...(change as object) }),
        '--out',
        out,
      )
      expect(result.status).toBe(status)
      for (const word of words) expect(result.stderr).toContain(word)
      expect(existsSync(out)).toBe(false)
    },
  )

  test.each([
    [['run', '/nowhere/at/all.json', '--out', 'x'], 'scenario-unreadable'],
    [['run', scenarioFile('{'), '--out', 'x'], 'scenario-malformed'],
    [['run'], 'usage'],
    [['dance'], 'usage'],
    [['demo', 'nothing'], 'scenario-unknown'],
    [['demo', '--loud'], 'usage'],
    [
      ['run', join(scenarios, 'pause-hold-withdrawal.json'), '--out', '/dev/null/x'],
      'out-not-writable',
    ],
    [['demo', '--now', 'soon', '--out', '/dev/null/x'], 'usage'],
  ])('a wrong call %j is told in one line with a fix', async (args, code) => {
    const { status, stderr } = await run(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^${code}: .*Fix: .*\\n$`))
  })
})

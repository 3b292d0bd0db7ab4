import { join } from 'node:path'
import { createManualClock } from '@afterview/engine/testing'
import { describe, expect, test } from 'vitest'
import { emptyFolder, quietWorld, type Run, runIn } from './program.ts'
import { CTRL_C, ENTER, type ScriptedAsker, scriptedAsker } from './scripted-asker.ts'

type Given = Readonly<Record<string, string | readonly string[]>>

/** A database of its own, at an instant, in which every call has its answers. */
function createTerminal(now: string): {
  call: (answers: Given, ...args: readonly string[]) => Promise<Run & { asker: ScriptedAsker }>
} {
  const env = { AFTERVIEW_DB: join(emptyFolder(), 'search.db') }
  const clock = createManualClock(now)
  return {
    call: async (answers, ...args) => {
      const asker = scriptedAsker(answers)
      const ran = await runIn(quietWorld({ asker, clock, env }), ...args)
      return { ...ran, asker }
    },
  }
}

const BEGUN = {
  'Which company?': 'Fernhill Analytics',
  'Which role?': 'Data Engineer',
  'When does the interview start?': '2026-11-25 14:30',
  'How many minutes': ENTER,
  'How is it held?': 'by video',
  'Who holds it?': 'Sam Rivera <sam@fernhill.example>, Priya Nair',
  'Your own name?': 'Maya Okafor',
  'Your e-mail address?': 'maya@mail.example',
  'In which country': 'nl',
} as const

const ID = 'fernhill-analytics-data-engineer'
const NOW = '2026-11-25T14:24:00Z'

async function begun(): Promise<ReturnType<typeof createTerminal>> {
  const terminal = createTerminal(NOW)
  const { status } = await terminal.call(BEGUN, 'begin', '--zone', 'Europe/Amsterdam')
  expect(status).toBe(0)
  return terminal
}

describe('begin at a terminal', () => {
  test('asks for what is missing, and shows what comes next', async () => {
    const { call } = createTerminal(NOW)
    const { stdout, asker } = await call(BEGUN, 'begin', '--zone', 'Europe/Amsterdam')
    expect(stdout).toContain(`Begun as ${ID}`)
    expect(stdout).toContain('ask how and when they decide')
    expect(asker.asked).toHaveLength(Object.keys(BEGUN).length)
    const shown = await call({}, 'show', '--json')
    expect(JSON.parse(shown.stdout).history[0].input).toMatchObject({
      applicationId: ID,
      company: { name: 'Fernhill Analytics', country: 'NL', zone: 'Europe/Amsterdam' },
      candidate: { name: 'Maya Okafor', email: 'maya@mail.example', zone: 'Europe/Amsterdam' },
      round: {
        number: 1,
        medium: 'video',
        startsAt: { local: '2026-11-25T14:30', zone: 'Europe/Amsterdam' },
        endsAt: { local: '2026-11-25T15:30', zone: 'Europe/Amsterdam' },
        interviewers: [
          { id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' },
          { id: 'priya', name: 'Priya Nair' },
        ],
      },
    })
  })

  test('does not ask again who you are, nor for what is given as an option', async () => {
    const { call } = await begun()
    const answers = {
      'Which role?': 'Cook',
      'How many minutes': '30',
      'How is it held?': ENTER,
      'Who holds it?': '',
      'In which country': 'NL',
    }
    const { stdout, asker } = await call(answers, 'begin', '--company', 'Acme', '--starts', '16:00')
    expect(stdout).toContain('Begun as acme-cook')
    expect(asker.asked).toHaveLength(5)
  })

  test('gives a second application of the same name an id of its own', async () => {
    const { call } = await begun()
    const { stdout } = await call(BEGUN, 'begin')
    expect(stdout).toContain(`Begun as ${ID}-2`)
  })

  test('asks for the zone where the country has several', async () => {
    const { call } = createTerminal(NOW)
    const answers = { ...BEGUN, 'In which country': 'US', 'In which time zone?': 'America/Chicago' }
    await call(answers, 'begin', '--zone', 'Europe/Amsterdam')
    const { stdout } = await call({}, 'show', '--json')
    expect(JSON.parse(stdout).snapshot.machine.context.company).toMatchObject({
      country: 'US',
      zone: 'America/Chicago',
    })
  })

  test('asks again after an answer that it cannot read', async () => {
    const { call } = createTerminal(NOW)
    const answers = { ...BEGUN, 'When does the interview start?': ['soonish', 'tomorrow 2pm'] }
    const { asker } = await call(answers, 'begin', '--zone', 'Europe/Amsterdam')
    expect(asker.problems).toEqual([expect.stringContaining('Write it like')])
    const { stdout } = await call({}, 'agenda')
    expect(stdout).toContain('Thu 26 Nov 2026')
  })

  test('writes nothing when it is left, and ends with 130', async () => {
    const { call } = createTerminal(NOW)
    const left = await call({ 'Which company?': 'Acme', 'Which role?': CTRL_C }, 'begin')
    expect(left.status).toBe(130)
    expect((await call({}, 'list', '--json')).stdout).toBe('[]\n')
  })
})

const CLOSING_OPTIONS = [
  [ID, '--phrase', 'next Friday', '--reading', '2', '--may-follow-up', 'no'],
  ['--topic', 'priya=how pipelines are tested', '--ended', '--json'],
].flat()

describe('the closing card', () => {
  const answers = {
    'When will they decide?': 'next Friday',
    '“next Friday” can mean': 'Fri 27 Nov 2026',
    'Who decides?': 'the data team',
    'May you ask': 'They said yes',
    'How does this move': 'an onsite day with the team',
    'One thing you talked about with Sam': 'the move to streaming',
    'One thing you talked about with Priya': '',
    'Is the interview over?': 'y',
  }

  test('shows the questions, and keeps the answers one by one', async () => {
    const { call } = await begun()
    const { status, stdout, asker } = await call(answers, 'close')
    expect(status).toBe(0)
    expect(asker.shown[0]).toContain('Who makes that decision')
    expect(stdout).toContain('Understood as Fri 27 Nov 2026')
    expect(stdout).toContain('→ following up')
    const { snapshot, history } = JSON.parse((await call({}, 'show', '--json')).stdout)
    expect(snapshot.machine.context.wait.timeframe).toMatchObject({
      phrase: 'next Friday',
      window: { earliest: '2026-11-27', latest: '2026-11-27' },
      decidedBy: 'the data team',
      mayFollowUp: true,
      channel: 'spoken',
    })
    expect(history.map(({ event }: { event?: { type: string } }) => event?.type)).toEqual([
      undefined,
      'timeframe.given',
      'detail.noted',
      'interview.ended',
    ])
    expect((await call({}, 'show')).stdout).toContain('in person: an onsite day with the team')
  })

  test('keeps words without a date as words, and invents none', async () => {
    const { call } = await begun()
    const unclear = { ...answers, 'When will they decide?': 'we really do not know yet' }
    const { stdout } = await call(unclear, 'close')
    expect(stdout).toContain('There is no date in these words')
  })

  test('that is left halfway leaves no trace', async () => {
    const { call } = await begun()
    const before = (await call({}, 'show', '--json')).stdout
    const left = await call({ ...answers, 'Is the interview over?': CTRL_C }, 'close')
    expect(left.status).toBe(130)
    expect((await call({}, 'show', '--json')).stdout).toBe(before)
  })

  test('takes everything from options in a script', async () => {
    const { call } = await begun()
    const { status, stdout } = await call({}, 'close', ...CLOSING_OPTIONS)
    expect(status).toBe(0)
    const { events, timeframe, reading, agenda } = JSON.parse(stdout)
    expect(events).toHaveLength(3)
    expect(events[0]).toMatchObject({ mayFollowUp: false, window: { latest: '2026-11-27' } })
    expect(timeframe.readings.length).toBeGreaterThan(1)
    expect(reading).toBe(2)
    expect(agenda.length).toBeGreaterThan(0)
  })

  test('writes nothing at all where one of its events is refused', async () => {
    const { call } = await begun()
    const long = `sam=${'x'.repeat(501)}`
    const refused = await call(
      {},
      'close',
      ID,
      '--phrase',
      'by Friday',
      '--topic',
      long,
      '--no-input',
    )
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('Refused: ')
    expect(JSON.parse((await call({}, 'show', '--json')).stdout).history).toHaveLength(1)
  })

  test.each([
    [['--topic', 'joe=tea'], 'use one of sam, priya'],
    [['--topic', 'tea'], 'write --topic sam='],
    [['--phrase', 'next Friday', '--reading', '9'], 'use a number from 1 to'],
    [['--may-follow-up', 'perhaps'], 'use one of yes, no'],
    [[], 'give --phrase, --topic or --ended'],
  ])('says what is wrong with %j', async (options, fix) => {
    const { call } = await begun()
    const { status, stderr } = await call({}, 'close', ID, ...options, '--no-input')
    expect(status).toBe(2)
    expect(stderr).toContain(fix)
  })
})

describe('record at a terminal', () => {
  test('offers what can happen now, and asks for what the event needs', async () => {
    const { call } = await begun()
    const offered = {
      'What has happened?': 'They made you an offer',
      'How did the offer come?': 'by phone',
      'By when do they want an answer?': 'fri 17:00',
    }
    const { status, stdout } = await call(offered, 'record')
    expect(status).toBe(0)
    expect(stdout).toContain('→ offer received')
    const { snapshot } = JSON.parse((await call({}, 'show', '--json')).stdout)
    expect(snapshot.machine.context.offer).toMatchObject({
      medium: 'phone',
      respondBy: { local: '2026-11-27T17:00', zone: 'Europe/Amsterdam' },
    })
  })

  test.each([
    ['interview.missed', {}],
    ['thankYou.sent', { 'Who is it about?': 'Sam Rivera' }],
    ['detail.noted', { 'Who is it about?': 'Priya Nair', 'What did you talk about?': 'pipelines' }],
    ['agenda.snoozed', { 'What is it about?': 'ask how and when', 'Until when?': 'tomorrow' }],
    [
      'employer.replied',
      {
        'What did they write?': 'It takes longer',
        'Until when, in their words?': 'early next week',
        '“early next week” can mean': ENTER,
      },
    ],
    ['application.withdrawn', {}],
  ])('records %s', async (type, answers) => {
    const { call } = await begun()
    if (type === 'thankYou.sent') await call({}, 'record', ID, 'interview.ended')
    const { status, stderr } = await call(answers, 'record', ID, type)
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test('schedules the next round with the questions of the first', async () => {
    const { call } = await begun()
    await call({}, 'record', ID, 'interview.ended')
    const answers = {
      'When does the interview start?': '2026-12-10 10:00',
      'How many minutes': '120',
      'How is it held?': 'in person',
      'Who holds it?': 'Lena Vos <lena@fernhill.example>',
    }
    const { stdout } = await call(answers, 'record', ID, 'nextRound.scheduled')
    expect(stdout).toContain('→ next interview scheduled')
    expect((await call({}, 'show')).stdout).toContain('Round 2, onsite')
  })

  test('takes the fields from options in a script, and lets the core name what is missing', async () => {
    const { call } = await begun()
    await call({}, 'record', ID, 'interview.ended')
    const bare = await call({}, 'record', ID, 'thankYou.sent', '--no-input')
    expect(bare.status).toBe(1)
    expect(bare.stdout).toContain('interviewerId')
    const full = await call({}, 'record', ID, 'thankYou.sent', '--interviewer', 'sam', '--json')
    expect(full.status).toBe(0)
    expect(JSON.parse(full.stdout)).toMatchObject({ accepted: true })
  })
})

describe('other commands at a terminal', () => {
  test('offer the applications and the dates to choose from', async () => {
    const { call } = await begun()
    await call({ ...BEGUN, 'Which company?': 'Acme' }, 'begin')
    const shown = await call({ 'Which application?': 'Data Engineer at Acme' }, 'show')
    expect(shown.stdout).toContain('Data Engineer at Acme')
    const why = await call({ 'Which date?': 'ask how and when they decide · Acme' }, 'why')
    expect(why.stdout).toContain('askTimeframe')
  })

  test('ask for the facts that a letter lacks', async () => {
    const { call } = await begun()
    await call(
      {},
      'record',
      ID,
      'offer.extended',
      '--medium',
      'email',
      '--respond-by',
      '2026-12-04',
    )
    const answers = {
      'Which letter?': 'negotiate-offer',
      'What would you like to change': 'the pay; the first day',
    }
    const { status, stdout } = await call(answers, 'draft')
    expect(status).toBe(0)
    expect(stdout).toContain('the first day')
    const extension = { 'Until which date': '2026-12-09' }
    const asked = await call(extension, 'draft', ID, 'request-extension', '--locale', 'en-GB')
    expect(asked.stdout).toContain('9 December')
  })

  test('erase an application when you mean it, and only then', async () => {
    const { call } = await begun()
    const no = await call({ 'Erase Data Engineer': 'n' }, 'erase', ID)
    expect(no.status).toBe(2)
    expect((await call({}, 'erase', ID, '--no-input')).stderr).toContain('add --yes')
    const yes = await call({ 'Erase Data Engineer': 'y' }, 'erase', ID)
    expect(yes.stdout).toContain('is erased')
    expect((await call({}, 'list', '--json')).stdout).toBe('[]\n')
  })
})

import { createSubscriptionToken } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { type AfterviewError } from '@afterview/time'
import { type Afterview, createAfterview } from 'afterview'
import { describe, expect, test } from 'vitest'
import { testPlugin } from './plugin-kit.ts'
import { createSearch, input } from './search.ts'

const ended = { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' } as const
const given = {
  type: 'timeframe.given',
  at: '2026-11-25T15:28:00+01:00',
  window: { earliest: '2026-11-25', latest: '2026-12-04' },
} as const

async function itemOf(afterview: Afterview, kind: string): Promise<AgendaItem | undefined> {
  const items = await afterview.agenda({ includeClosed: true })
  return items.find((item) => item.kind === kind)
}

const carnival = testPlugin('carnival', {
  contributes: { holidays: [{ region: 'NL', path: './nl.json' }] },
  files: {
    './nl.json': { range: ['2026', '2027'], days: { '2026-12-11': 'A day for the company' } },
  },
})

describe('holidays of a plugin', () => {
  test('move a due date, and leave it as it was when the plugin goes', async () => {
    const plain = await createSearch()
    await plain.afterview.record('fernhill', given)
    await plain.afterview.record('fernhill', ended)
    expect(await itemOf(plain.afterview, 'checkIn')).toMatchObject({
      due: { local: '2026-12-11T09:00' },
    })
    await plain.afterview.plugins.register([carnival])
    expect(await itemOf(plain.afterview, 'checkIn')).toMatchObject({
      due: { local: '2026-12-14T09:00' },
      revision: 1,
    })
    await plain.afterview.plugins.unload('acme.carnival')
    expect(await itemOf(plain.afterview, 'checkIn')).toMatchObject({
      due: { local: '2026-12-11T09:00' },
      revision: 2,
    })
    await plain.afterview.dispose()
  })

  test('that cannot be read are reported, and others count', async () => {
    const problems: AfterviewError[] = []
    const broken = testPlugin('broken', {
      contributes: { holidays: [{ region: 'NL', path: './nl.json' }] },
      files: { './nl.json': '{"days": 1}' },
    })
    const { afterview } = await createSearch({
      plugins: [broken],
      report: (problem) => problems.push(problem),
    })
    await afterview.record('fernhill', given)
    await afterview.record('fernhill', ended)
    expect(await itemOf(afterview, 'checkIn')).toMatchObject({ due: { local: '2026-12-11T09:00' } })
    expect(problems[0]).toMatchObject({ code: 'holidays-unreadable' })
    await afterview.dispose()
  })
})

const portfolio = testPlugin('portfolio', {
  contributes: {
    obligations: [
      {
        id: 'portfolio.send',
        title: 'Send the portfolio',
        on: 'onEvent:interview.ended',
        when: "country == 'NL'",
        due: { businessDays: 2, at: '09:00' },
        letter: 'thank-you',
        doneOn: ['thankYou.sent'],
        source: 'the promise that you made',
      },
    ],
  },
})

describe('an obligation of a plugin', () => {
  test('stands in agenda, explanation, calendar and feed under one id', async () => {
    const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
    const { afterview } = await createSearch({
      plugins: [portfolio],
      feed: { find: () => ({ digest }) },
    })
    await afterview.record('fernhill', ended)
    const id = 'fernhill/obligation/portfolio.send/r1'
    expect(await itemOf(afterview, 'obligation')).toMatchObject({
      id,
      revision: 0,
      letter: 'thank-you',
      due: { kind: 'wall', local: '2026-11-27T09:00', zone: 'Europe/London' },
    })
    expect((await afterview.explain(id)).text).toContain('the promise that you made')
    expect(await afterview.calendar()).toContain('SUMMARY:Send the portfolio')
    const request = new Request(`https://jobs.example/calendar/${token}.ics`)
    const answer = await afterview.feed(request)
    const text = await answer.text()
    expect(text).toContain('SUMMARY:Send the portfolio')
    const tag = answer.headers.get('etag')
    await afterview.plugins.unload('acme.portfolio')
    expect(await itemOf(afterview, 'obligation')).toMatchObject({
      id,
      status: 'cancelled',
      revision: 1,
    })
    expect((await afterview.feed(request)).headers.get('etag')).not.toBe(tag)
    await afterview.dispose()
  })

  test('is done by the events that it names, and is nothing where its clause does not hold', async () => {
    const { afterview } = await createSearch({ plugins: [portfolio] })
    await afterview.record('fernhill', ended)
    await afterview.record('fernhill', {
      type: 'thankYou.sent',
      at: '2026-11-25T16:00:00+01:00',
      interviewerId: 'sam',
    })
    expect(await itemOf(afterview, 'obligation')).toMatchObject({ status: 'done' })
    await afterview.begin({
      ...input,
      applicationId: 'elsewhere',
      company: { name: 'Elsewhere', zone: 'Europe/Berlin', country: 'DE' },
    })
    await afterview.record('elsewhere', ended)
    const items = await afterview.agenda({ applicationId: 'elsewhere', includeClosed: true })
    expect(items.map(({ kind }) => kind)).not.toContain('obligation')
    await afterview.dispose()
  })
})

const patient = testPlugin('patient', {
  contributes: {
    policies: [
      { id: 'patient.wait', values: { 'checkIn.afterStated': 7 } },
      {
        id: 'patient.sourced',
        values: { 'checkIn.max': { value: 1, source: 'a page', asOf: '2026-10' } },
      },
      { id: 'patient.odd', values: { 'silence.flagAfter': 'soon' } },
      { id: 'patient.never', when: 'hasApplication', values: { 'silence.presumeNo': 99 } },
    ],
  },
})

describe('numbers of a plugin', () => {
  test('stand between the preset and the host app, and name who put them there', async () => {
    const problems: AfterviewError[] = []
    const { afterview } = await createSearch({
      plugins: [patient],
      policy: { preset: 'patient', entries: { 'checkIn.max': 2 } },
      report: (problem) => problems.push(problem),
    })
    const { policy } = afterview.lifecycle
    expect(policy['checkIn.afterStated']).toMatchObject({
      value: 7,
      source: 'patient.wait of acme.patient',
    })
    expect(policy['checkIn.noDateGiven'].value).toBe(10)
    expect(policy['checkIn.max']).toMatchObject({ value: 2, source: 'set by the host app' })
    expect(policy['silence.flagAfter'].value).toBe(14)
    expect(policy['silence.presumeNo'].value).toBe(30)
    expect(problems).toMatchObject([{ code: 'policy-value-refused' }])
    await afterview.focus('fernhill')
    expect(afterview.lifecycle.policy['silence.presumeNo'].value).toBe(30)
    await afterview.plugins.unload('acme.patient')
    expect(afterview.lifecycle.policy['checkIn.afterStated'].value).toBe(10)
    await afterview.dispose()
  })

  test('with a source of their own keep it', async () => {
    const { afterview } = await createSearch({ plugins: [patient] })
    const { policy } = afterview.lifecycle
    expect(policy['checkIn.max']).toMatchObject({ value: 1, source: 'a page', asOf: '2026-10' })
    await afterview.dispose()
  })

  test('follow the settings of the plugin', async () => {
    const slow = testPlugin('slow', {
      contributes: {
        policies: [{ id: 'slow.on', when: 'config.slow.isOn', values: { 'checkIn.max': 1 } }],
        configuration: {
          title: 'Slow',
          properties: { 'slow.isOn': { type: 'boolean', default: false } },
        },
      },
    })
    const { afterview } = await createSearch({ plugins: [slow] })
    expect(afterview.lifecycle.policy['checkIn.max'].value).toBe(2)
    afterview.plugins.configuration.set('slow.isOn', true)
    await afterview.plugins.settle()
    expect(afterview.lifecycle.policy['checkIn.max'].value).toBe(1)
    await afterview.dispose()
  })
})

describe('letters of a plugin', () => {
  const pack = {
    format: 1,
    id: 'acme.letters',
    version: '1.0.0',
    engines: { afterview: '^0.1.0' },
    license: 'MIT',
    locales: ['en'],
    kinds: ['holding-reply'],
    contracts: {},
    templates: {
      'holding-reply': {
        'en.neutral': {
          subject: { text: 'Thanks', line: 2 },
          replaces: 'afterview.letters',
          body: {
            line: 6,
            text: '{{salutation}}\n\nThank you for telling me where things stand with the role of {{role}} at {{company.name}}. Good work takes the time it takes, and I would rather wait for a good decision than hear a quick one.{{#newDate}} I have noted {{newDate}}.{{/newDate}} I am still very interested in the role, and I look forward to hearing from you.\n\nBest wishes,\n{{candidate.name}}',
          },
        },
      },
    },
    partials: {},
    words: {},
  }

  test('take the place of those that are shipped', async () => {
    const letters = testPlugin('letters', {
      contributes: { letters: [{ id: 'letters.own', path: './pack.json', locales: ['en'] }] },
      files: { './pack.json': pack },
    })
    const { afterview } = await createSearch({ plugins: [letters] })
    await afterview.record('fernhill', ended)
    const choice = { tone: 'neutral' } as const
    const own = await afterview.draft('fernhill', 'holding-reply', choice)
    expect(own.text).toContain('Good work takes the time it takes')
    await afterview.plugins.unload('acme.letters')
    const shipped = await afterview.draft('fernhill', 'holding-reply', choice)
    expect(shipped.text).not.toContain('Good work takes the time it takes')
    await afterview.dispose()
  })

  test('that cannot be used are reported, and the others are written', async () => {
    const problems: AfterviewError[] = []
    const letters = testPlugin('letters', {
      contributes: { letters: [{ id: 'letters.own', path: './pack.json' }] },
      files: { './pack.json': { ...pack, kinds: ['thank-you'] } },
    })
    const { afterview } = await createSearch({
      plugins: [letters],
      report: (problem) => problems.push(problem),
    })
    const draft = await afterview.draft('fernhill', 'closing-questions')
    expect(draft.text).toContain('Fernhill Analytics')
    expect(problems).toMatchObject([{ code: 'letters-refused', details: { id: 'letters.own' } }])
    await afterview.dispose()
  })
})

describe('without a built-in plugin', () => {
  test('what it did is refused with what to do about it', async () => {
    const { afterview } = await createSearch({ builtins: [] })
    expect(afterview.plugins.list()).toEqual([])
    for (const work of [afterview.draft('fernhill', 'closing-questions'), afterview.calendar()]) {
      await expect(work).rejects.toThrow(/builtin-missing.*Fix: leave "afterview\./s)
    }
    await afterview.record('fernhill', given)
    await afterview.dispose()
  })

  test('the feed too is refused, and holidays rest no more', async () => {
    const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
    const christmas = {
      ...given,
      window: { earliest: '2026-12-18', latest: '2026-12-18' },
    }
    const dueWith = async (builtins: boolean): Promise<unknown> => {
      const { afterview } = await createSearch({ builtins, feed: { find: () => ({ digest }) } })
      await afterview.record('fernhill', christmas)
      await afterview.record('fernhill', ended)
      const asked = afterview.feed(new Request(`https://jobs.example/calendar/${token}.ics`))
      if (builtins) expect((await asked).status).toBe(200)
      else await expect(asked).rejects.toThrow('builtin-missing')
      const due = (await itemOf(afterview, 'checkIn'))?.due
      await afterview.dispose()
      return due
    }
    expect(await dueWith(true)).toMatchObject({ local: '2026-12-28T09:00' })
    expect(await dueWith(false)).toMatchObject({ local: '2026-12-25T09:00' })
  })

  test('the others are there; it can go while the rest runs, and another can do its work', async () => {
    const { afterview } = await createSearch({ builtins: ['afterview.letters'] })
    expect(afterview.plugins.list().map(({ id }) => id)).toEqual(['afterview.letters'])
    await afterview.draft('fernhill', 'closing-questions')
    await afterview.plugins.unload('afterview.letters')
    await expect(afterview.draft('fernhill', 'closing-questions')).rejects.toThrow(
      'builtin-missing',
    )
    await afterview.dispose()
  })

  test('an unknown name of one is an error', async () => {
    const builtins = ['afterview.nothing'] as unknown as readonly ['afterview.letters']
    await expect(createAfterview({ builtins })).rejects.toThrow(/builtin-unknown.*Fix:/s)
  })
})

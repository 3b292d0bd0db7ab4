import { type CalendarOptions, createSubscriptionToken } from '@afterview/calendar'
import { definePlugin } from '@afterview/plugin-host'
import { describe, expect, test } from 'vitest'
import type { Afterview, AfterviewOptions } from 'afterview'
import { createSearch, input } from './search.ts'

const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
const address = `https://jobs.example/calendar/${token}.ics`
const ended = { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' }

async function createSubscribed(options: AfterviewOptions = {}): Promise<Afterview> {
  const { afterview } = await createSearch({ feed: { find: () => ({ digest }) }, ...options })
  await afterview.record('fernhill', ended)
  return afterview
}

async function poll(afterview: Afterview, tag = ''): Promise<Response> {
  return afterview.feed(new Request(address, { headers: { 'If-None-Match': tag } }))
}

async function tagOf(afterview: Afterview): Promise<string> {
  return (await poll(afterview)).headers.get('etag') ?? ''
}

describe('a subscribed calendar that was written before', () => {
  const letters: readonly (readonly [string, CalendarOptions])[] = [
    ['by default', {}],
    ['where the host app tells a version', { hostVersion: () => version }],
    [
      'where items are known by their revision',
      { hostVersion: () => version, knownBy: 'revision' },
    ],
  ]
  let version = 1

  test.each(letters)('shows a changed letter, %s', async (_, options) => {
    const letter = (): string => `This is letter ${version}.`
    const afterview = await createSubscribed({ calendar: { ...options, letter } })
    const tag = await tagOf(afterview)
    expect((await poll(afterview, tag)).status).toBe(304)
    version += 1
    const changed = await poll(afterview, tag)
    expect(changed.status).toBe(200)
    const text = await changed.text()
    expect(text).toContain(`This is letter ${version}.`)
    expect(text).not.toContain(`This is letter ${version - 1}.`)
    expect(await afterview.calendar()).toContain(`This is letter ${version}.`)
  })

  test('has the locale and what is hidden of the one who asks', async () => {
    let options: object = { locale: 'en' }
    const afterview = await createSubscribed({ feed: { find: () => ({ digest, options }) } })
    const english = await (await poll(afterview)).text()
    expect(english).toContain('Thank Sam Rivera')
    options = { locale: 'nl' }
    const dutch = await (await poll(afterview)).text()
    expect(dutch).not.toContain('Thank Sam Rivera')
    expect(dutch).toContain('Sam Rivera')
    options = { locale: 'nl', hide: ['person', 'company'] }
    const hidden = await (await poll(afterview)).text()
    expect(hidden).not.toMatch(/Sam Rivera|Fernhill/)
    options = { locale: 'en' }
    expect(await (await poll(afterview)).text()).toBe(english)
    expect(await afterview.calendar({ locale: 'nl' })).toContain('Sam Rivera')
  })

  test('shows who is begun anew under the same id, at the same instants', async () => {
    const afterview = await createSubscribed()
    const tag = await tagOf(afterview)
    const [before] = await afterview.agenda({ includeClosed: true })
    await afterview.engine.erase('fernhill')
    await afterview.begin({
      ...input,
      candidate: { ...input.candidate, name: 'Maya Adeyemi', zone: 'Europe/Paris' },
      company: { ...input.company, name: 'Fernhill Research' },
      round: {
        ...input.round,
        interviewers: input.round.interviewers.map((one) => ({
          ...one,
          name: one.name.replace('Sam Rivera', 'Samantha Rivers'),
        })),
      },
    })
    await afterview.record('fernhill', ended)
    const [after] = await afterview.agenda({ includeClosed: true })
    expect(after).toMatchObject({
      id: before?.id,
      revision: before?.revision,
      changedAt: before?.changedAt,
    })
    const text = await (await poll(afterview, tag)).text()
    expect(text).toContain('Samantha Rivers')
    expect(text).not.toMatch(/Sam Rivera|Fernhill Analytics/)
  })
})

describe('the exporter of another plugin', () => {
  const manifest = {
    name: 'calendar',
    publisher: 'acme',
    version: '1.0.0',
    engines: { afterview: '^1.0.0' },
    capabilities: { candidate: { read: ['agenda.id'] } },
    contributes: {
      exporters: [
        {
          id: 'calendar.ics',
          title: 'Calendar',
          mediaType: 'text/calendar',
          extension: '.ics',
          options: { type: 'object' },
        },
      ],
    },
  }
  const plugin = definePlugin({
    activate({ exporters, subscriptions }) {
      subscriptions.push(
        exporters.register('calendar.ics', ({ snapshot }) => ({
          content: JSON.stringify(snapshot),
          encoding: 'utf8',
          fileName: 'agenda.ics',
        })),
      )
    },
  })

  test('writes calendars and feeds in place of the shipped one, and sees what it may', async () => {
    const afterview = await createSubscribed({
      builtins: ['afterview.letters', 'afterview.holidays'],
      plugins: [{ manifest, plugin }],
    })
    const text = await afterview.calendar()
    expect(await (await poll(afterview)).text()).toBe(text)
    expect(JSON.parse(text).agenda[0]).toEqual({ id: expect.stringMatching(/^fernhill\//) })
  })

  test('takes over when the shipped one is unloaded', async () => {
    const afterview = await createSubscribed()
    expect(await afterview.calendar()).toContain('BEGIN:VCALENDAR')
    await afterview.plugins.unload('afterview.calendar')
    await afterview.plugins.register([{ manifest, plugin }])
    expect(await afterview.calendar()).toContain('fernhill/')
    expect(await (await poll(afterview)).text()).not.toContain('BEGIN:VCALENDAR')
  })
})

describe('the shipped calendar', () => {
  test('is active once it is used, as the plugin that it is', async () => {
    const { afterview } = await createSearch()
    const state = (): string => afterview.plugins.get('afterview.calendar').state.status
    await afterview.plugins.started
    expect(state()).not.toBe('active')
    await afterview.calendar()
    expect(state()).toBe('active')
    const { content } = await afterview.export('calendar.ics', {
      options: { now: '2026-11-25T14:25:00Z' },
    })
    expect(content).toBe(await afterview.calendar())
  })

  test('refuses at the start what every calendar would refuse', async () => {
    await expect(createSearch({ calendar: { locale: 'xx' } })).rejects.toThrow('locale-unknown')
    await expect(createSearch({ feed: { refreshMinutes: 1 } })).rejects.toThrow(
      'option-out-of-range',
    )
  })
})

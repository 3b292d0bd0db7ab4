import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createManualClock } from '@afterview/engine/testing'
import { createAfterview } from 'afterview'
import { describe, expect, test } from 'vitest'
import { follow as followActor, press } from '../src/actor.ts'
import { interview } from '../src/applications.ts'
import { answer, calendarFile, openWithFeed } from '../src/calendar.ts'
import { leave, notifyPeople } from '../src/effects.ts'
import { follow, openAfterview, tell } from '../src/embed.ts'
import { openTestEngine } from '../src/engine.ts'
import { thankYouFile, thankYouNote } from '../src/letters.ts'
import { aWeekLater } from '../src/lifecycle.ts'
import { greet, openWithNudges } from '../src/plugin.ts'
import { openWithSwedish } from '../src/swedish.ts'
import { readWords, whenToSend } from '../src/time.ts'

const input = {
  ...interview,
  applicationId: 'fernhill',
  candidate: { name: 'Maya Okafor', zone: 'Europe/London' },
}
const ended = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' } as const
const NOW = '2026-11-25T14:30:00Z'

describe('the code of the documents', () => {
  test('embeds Afterview, tells it what happened, and follows it', async () => {
    const clock = createManualClock(NOW)
    const file = join(mkdtempSync(join(tmpdir(), 'afterview-docs-')), 'search.db')
    const afterview = await openAfterview(file, { clock })
    const heard: string[] = []
    const stop = follow(afterview, (message) => heard.push(message))
    await afterview.begin(interview)
    expect(await tell(afterview, 'fernhill', ended, 'click-1')).toMatch(/^\d added/)
    expect(await tell(afterview, 'fernhill', ended, 'click-1')).toBe('0 added, 0 moved, 0 closed')
    expect(
      await tell(afterview, 'fernhill', { type: 'offer.accepted', at: ended.at }, 'click-2'),
    ).toContain('Possible: ')
    expect(heard).toEqual(['fernhill began, revision 0', 'fernhill recorded, revision 2'])
    expect(afterview.lifecycle.policy['checkIn.max']).toMatchObject({
      value: 1,
      source: 'our users',
    })
    stop()
    await afterview.dispose()
  })

  test('notifies people when something is due, and forgets those who leave', async () => {
    const clock = createManualClock(NOW)
    const afterview = await createAfterview({ clock })
    const sent: string[] = []
    const stop = notifyPeople(afterview, async ({ itemId }) => void sent.push(itemId))
    await afterview.begin(interview)
    await afterview.record('fernhill', ended)
    await clock.sleepTo('2026-11-27T09:00:00Z')
    expect(sent).toContain('fernhill/thankYou/r1-sam')
    stop()
    expect(JSON.parse(await leave(afterview, 'fernhill'))).toMatchObject({
      applicationId: 'fernhill',
    })
    expect(await afterview.read('fernhill')).toBeUndefined()
    await afterview.dispose()
  })

  test('drafts letters', async () => {
    const afterview = await createAfterview({ clock: createManualClock(NOW) })
    await afterview.begin(interview)
    await afterview.record('fernhill', ended)
    const note = await thankYouNote(afterview, 'fernhill', 'sam')
    expect(note.text).toContain('Fernhill Analytics')
    expect(note.link).toMatch(/^mailto:sam@fernhill\.example/)
    const file = await thankYouFile(afterview, 'fernhill', 'sam')
    expect(await file.text()).toMatch(/^X-Unsent: 1/)
    await afterview.dispose()
  })

  test('speaks one language more with a plugin', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'plugins', 'letters-sv')
    const afterview = await openWithSwedish(folder)
    await afterview.begin(interview)
    await afterview.record('fernhill', ended)
    const { text } = await afterview.draft('fernhill', 'thank-you', { interviewer: 'sam' })
    expect(text).toContain('Fernhill Analytics')
    await afterview.dispose()
  })

  test('gives calendars as a file and to subscribers', async () => {
    const { afterview, subscribe } = await openWithFeed()
    await afterview.begin(interview)
    expect(await (await calendarFile(afterview)).text()).toMatch(/^BEGIN:VCALENDAR/)
    const address = new URL(subscribe('fernhill'), 'https://jobs.example.org')
    const first = await answer(afterview, new Request(address))
    expect(first.status).toBe(200)
    const again = new Request(address, {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    })
    expect((await answer(afterview, again)).status).toBe(304)
    expect((await answer(afterview, new Request(new URL('/calendar/x.ics', address)))).status).toBe(
      404,
    )
    await afterview.dispose()
  })

  test('runs a plugin where its manifest allows it', async () => {
    const afterview = await openWithNudges()
    await afterview.begin(interview)
    expect(await greet(afterview, 'fernhill')).toContain('followUp')
    await afterview.record('fernhill', ended)
    expect(await greet(afterview, 'fernhill')).toBe('hello')
    await afterview.dispose()
  })

  test('holds a test engine with a clock in its hand', async () => {
    const { engine, clock } = await openTestEngine(NOW)
    await engine.begin(input)
    await engine.record('fernhill', ended)
    await clock.sleepTo('2026-12-20T09:00:00Z')
    expect((await engine.list()).items[0]?.state).toBe('waiting.quiet')
    await engine.dispose()
  })

  test('lives a week without a clock', () => {
    expect(aWeekLater(input)).toEqual({ state: { waiting: 'checkInDue' }, late: ['checkIn'] })
  })

  test('runs the machine as an actor', () => {
    const actor = followActor(input)
    expect(press(actor, { type: 'offer.accepted', at: ended.at })).toBe(false)
    expect(press(actor, ended)).toBe(true)
    expect(actor.getSnapshot().value).toBe('followUp')
    actor.stop()
  })

  test('reads words as dates, and finds a working morning', () => {
    expect(readWords('next Friday')).toHaveLength(2)
    expect(readWords('when the dust settles')).toEqual(['no date in these words'])
    expect(whenToSend()).toMatchObject({ kind: 'instant', instant: '2026-11-26T07:30:00Z' })
  })
})

import { describe, expect, test } from 'vitest'
import { createSearch } from './search.ts'

async function createHeld() {
  const search = await createSearch()
  const { afterview } = search
  await afterview.record('fernhill', { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
  search.clock.stand = '2026-11-25T15:00:00Z'
  const topics = {
    sam: 'moving the nightly batch to streaming',
    priya: "tests against last month's data",
  }
  for (const [interviewerId, topic] of Object.entries(topics)) {
    await afterview.record('fernhill', {
      type: 'detail.noted',
      at: '2026-11-25T15:40:00+01:00',
      interviewerId,
      topic,
    })
  }
  return search
}

describe('a draft', () => {
  test('is addressed, personal, and ready', async () => {
    const { afterview } = await createHeld()
    const draft = await afterview.draft('fernhill', 'thank-you', {
      interviewer: 'sam',
      tone: 'warm',
    })
    expect(draft.text).toContain('Sam')
    expect(draft.text).toContain('moving the nightly batch to streaming')
    expect(draft.text).toContain('Maya Okafor')
    expect(draft).toMatchObject({ output: 'letter', tone: 'warm', isReady: true })
    const eml = draft.eml()
    expect(eml).toMatch(/^X-Unsent: 1\r\n/)
    expect(eml).toContain('sam@fernhill.example')
    expect(eml).toContain('Date: Wed, 25 Nov 2026 15:00:00 +0000')
    expect(eml).not.toMatch(/^From:/m)
  })

  test('differs from the note to the other interviewer', async () => {
    const { afterview } = await createHeld()
    const [sam, priya] = await Promise.all(
      ['sam', 'priya'].map((interviewer) =>
        afterview.draft('fernhill', 'thank-you', { interviewer }),
      ),
    )
    expect(sam?.text).not.toBe(priya?.text)
  })

  test('asks for what only the person knows', async () => {
    const { afterview } = await createHeld()
    await afterview.record('fernhill', {
      type: 'offer.extended',
      at: '2026-12-01T10:00:00+01:00',
      medium: 'email',
      respondBy: '2026-12-08',
    })
    await expect(afterview.draft('fernhill', 'request-extension')).rejects.toMatchObject({
      code: 'facts-missing',
      details: { missing: [{ field: 'requestedDate', question: expect.stringMatching(/\?$/) }] },
    })
    const draft = await afterview.draft('fernhill', 'request-extension', {
      facts: { requestedDate: { kind: 'day', date: '2026-12-11', zone: 'Europe/Amsterdam' } },
    })
    expect(draft.text).toContain('11 December')
  })

  test('names an interviewer who is nobody of the round', async () => {
    const { afterview } = await createHeld()
    await expect(
      afterview.draft('fernhill', 'thank-you', { interviewer: 'nobody' }),
    ).rejects.toThrow(/interviewer-unknown.*use one of sam, priya, coordinator/s)
  })

  test.each(['nl', 'de', 'fr', 'es'])(
    'is written in the language of the candidate: %s',
    async (locale) => {
      const { afterview } = await createHeld()
      const draft = await afterview.draft('fernhill', 'check-in', { locale })
      expect(draft).toMatchObject({ locale, kind: 'check-in' })
      expect(draft.text).toContain('Fernhill Analytics')
    },
  )

  test('of a language without letters is in English, and says so', async () => {
    const { afterview } = await createHeld()
    expect(await afterview.draft('fernhill', 'check-in', { locale: 'fi' })).toMatchObject({
      locale: 'en',
    })
  })

  test('is made of checked packs only', async () => {
    await expect(createSearch({ letters: { packs: [{ id: 'broken' }] } })).rejects.toThrow(
      /pack-invalid.*Fix:/s,
    )
  })
})

import { describe, expect, test } from 'vitest'
import { createSubscriptionToken } from '@afterview/calendar'
import { type EngineFactory, memoryEngine } from '@afterview/engine'
import type { Afterview, AfterviewOptions } from 'afterview'
import { createSearch, input } from './search.ts'

const ids = ['fernhill', 'second', 'third', 'fourth']

/** A memory engine that tells which applications were read, and never lists. */
function watchedEngine(): { engine: EngineFactory; read: string[] } {
  const read: string[] = []
  const engine: EngineFactory = async (host) => {
    const inner = await memoryEngine()(host)
    return {
      ...inner,
      read: (id) => {
        read.push(id)
        return inner.read(id)
      },
      list: async () => {
        throw new TypeError('the others are none of our business')
      },
    }
  }
  return { engine, read }
}

/** Four applications of two candidates; the interview of each is over. */
async function createPortal(options: AfterviewOptions = {}): Promise<Afterview> {
  const { afterview } = await createSearch(options)
  for (const applicationId of ids) {
    await afterview.begin({ ...input, applicationId })
    await afterview.record(applicationId, {
      type: 'interview.ended',
      at: '2026-11-25T15:30:00+01:00',
    })
  }
  return afterview
}

describe('some applications of many', () => {
  test('have an agenda of their own, for which no other is read', async () => {
    const { engine, read } = watchedEngine()
    const afterview = await createPortal({ engine })
    read.length = 0
    const items = await afterview.agenda({ applicationIds: ['third', 'fernhill', 'third'] })
    expect(read).toEqual(['third', 'fernhill'])
    expect(new Set(items.map(({ applicationId }) => applicationId))).toEqual(
      new Set(['fernhill', 'third']),
    )
    const alone = await Promise.all(
      ['fernhill', 'third'].map((applicationId) => afterview.agenda({ applicationId })),
    )
    expect(items.map(({ id }) => id).toSorted()).toEqual(
      alone
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(items.map(({ due }) => due)).toEqual(
      (await afterview.agenda({ applicationIds: ['fernhill', 'third'] })).map(({ due }) => due),
    )
  })

  test('may be none, which is nothing and not all', async () => {
    const afterview = await createPortal()
    expect(await afterview.agenda({ applicationIds: [] })).toEqual([])
    expect(await afterview.calendar({ applicationIds: [] })).not.toContain('BEGIN:VEVENT')
  })

  test('may be more than are read at a time', async () => {
    const { engine, read } = watchedEngine()
    const { afterview } = await createSearch({ engine })
    const many = Array.from({ length: 230 }, (_, index) => `many-${index}`)
    for (const applicationId of many) await afterview.begin({ ...input, applicationId })
    read.length = 0
    const items = await afterview.agenda({ applicationIds: many })
    expect(new Set(items.map(({ applicationId }) => applicationId)).size).toBe(230)
    expect(read).toEqual(many)
  })

  test('have a calendar of their own', async () => {
    const afterview = await createPortal()
    const text = await afterview.calendar({ applicationIds: ['fernhill', 'third'] })
    const one = await afterview.calendar({ applicationId: 'fernhill' })
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2 * (one.match(/BEGIN:VEVENT/g) ?? []).length)
  })

  test('are named where they are unknown, each of them', async () => {
    const afterview = await createPortal()
    const applicationIds = ['fernhill', 'lost', 'third', 'gone']
    for (const asked of [
      afterview.agenda({ applicationIds }),
      afterview.calendar({ applicationIds }),
      afterview.export('calendar.ics', { applicationIds }),
    ]) {
      await expect(asked).rejects.toMatchObject({
        code: 'application-unknown',
        message: expect.stringContaining('"lost", "gone"'),
        details: { applicationIds: ['lost', 'gone'] },
      })
    }
  })

  test('are chosen one way, not two', async () => {
    const afterview = await createPortal()
    await expect(
      afterview.agenda({ applicationId: 'fernhill', applicationIds: ['third'] }),
    ).rejects.toThrow(/choice-ambiguous.*Fix: give `applicationId` or `applicationIds`/s)
  })

  test('are subscribed to, and what is erased leaves the calendar and is reported', async () => {
    const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
    const reported: string[] = []
    const afterview = await createPortal({
      feed: { find: () => ({ digest, applicationIds: ['fernhill', 'third'] }) },
      report: ({ message }) => reported.push(message),
    })
    const poll = async (): Promise<string> =>
      (await afterview.feed(new Request(`https://jobs.example/calendar/${token}.ics`))).text()
    const both = (await poll()).match(/BEGIN:VEVENT/g) ?? []
    expect(reported).toEqual([])
    await afterview.engine.erase('third')
    expect((await poll()).match(/BEGIN:VEVENT/g)).toHaveLength(both.length / 2)
    expect(reported).toEqual([expect.stringMatching(/application-unknown.*"third"/s)])
  })
})

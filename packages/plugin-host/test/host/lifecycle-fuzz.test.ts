import * as fc from 'fast-check'
import { createTestHost, settle, type TestHost } from '@afterview/plugin-host/testing'
import { describe, expect, test } from 'vitest'
import { fuzzRuns } from '../fuzz-runs.ts'
import { type Log, recording } from '../recording-plugin.ts'

/** A thousand runs take about a minute on a busy machine. */
const LONGEST_MS = 30_000 + fuzzRuns(60) * 100

const names = ['a', 'b', 'c', 'd'] as const
type Name = (typeof names)[number]

/** `b` needs `a`, `c` needs `b`, `d` stands alone and is slow and clumsy. */
function plugins(log: Log) {
  const needs: Readonly<Record<Name, readonly string[]>> = {
    a: [],
    b: ['test.a'],
    c: ['test.b'],
    d: [],
  }
  return names.map((name) =>
    recording(name, log, {
      manifest: {
        extensionDependencies: needs[name],
        contributes: { commands: [{ command: `${name}.x`, title: 'X' }] },
      },
      async activate({ commands, subscriptions }) {
        subscriptions.push(
          commands.register(`${name}.x`, () => name),
          () => log.push(`undone ${name}`),
        )
        if (name === 'd') await settle()
      },
      async deactivate() {
        if (name === 'd') await settle()
      },
    }),
  )
}

type Step = (made: TestHost) => unknown

const quietly = (pending: Promise<unknown>): Promise<unknown> => pending.catch(() => undefined)

const calm = fc.oneof(
  fc.constant<Step>(({ fireState }) => fireState('go')),
  fc.constant<Step>(({ clock }) => clock.advance(1000)),
  fc.constant<Step>(() => settle()),
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('activate', 'deactivate', 'retry', 'reload'))
    .map(
      ([name, verb]): Step =>
        ({ host }) =>
          quietly(host[verb as 'activate'](`test.${name}`)),
    ),
  fc.constantFrom(...names).map(
    (name): Step =>
      ({ host }) =>
        quietly(host.commands.execute(`${name}.x`)),
  ),
)

const step = fc.oneof(
  calm,
  fc.constantFrom(...names).map((name): Step => (made) => {
    const { status } = made.host.plugins().find(({ id }) => id === `test.${name}`)?.state ?? {}
    if (status === 'active') made.crash(`test.${name}`)
  }),
)

/** What happened to one plugin, in order. */
function story(log: Log, name: Name): readonly string[] {
  return log.filter((line) => line.endsWith(` ${name}`)).map((line) => line.slice(0, -2))
}

describe('any order of events, without waiting', () => {
  test(
    'A18 leaves nothing behind, crashes included',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(step, fc.boolean()), { maxLength: 14 }),
          async (steps) => {
            const log: Log = []
            const made = await createTestHost({ plugins: plugins(log) })
            for (const [act, isAwaited] of steps) {
              const pending = act(made)
              if (isAwaited) await Promise.race([pending, settle()])
            }
            await made.expectNoLeaks()
            for (const { state } of made.host.plugins()) {
              expect(['registered', 'resolved', 'inactive', 'failed', 'quarantined']).toContain(
                state.status,
              )
            }
          },
        ),
        { numRuns: fuzzRuns(60) },
      )
    },
    LONGEST_MS,
  )

  test(
    'A18 undoes what each activation pushed, once, before the next',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(calm, { maxLength: 14 }), async (steps) => {
          const log: Log = []
          const made = await createTestHost({ plugins: plugins(log) })
          for (const act of steps) void act(made)
          await settle()
          await made.expectNoLeaks()
          await settle()
          for (const name of names) {
            const turns = story(log, name).filter(
              (line) => line === 'activate' || line === 'undone',
            )
            const alternating = turns.map((_, at) => (at % 2 === 0 ? 'activate' : 'undone'))
            expect(turns).toEqual(alternating)
            expect(turns.length % 2).toBe(0)
          }
        }),
        { numRuns: fuzzRuns(60) },
      )
    },
    LONGEST_MS,
  )
})

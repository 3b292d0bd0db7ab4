import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventTypes, letterKinds, policyKeys } from '@afterview/core'
import type { JsonObject, JsonValue } from '@afterview/plugin-host'
import { pluginSurface } from 'afterview'
import { describe, expect, test } from 'vitest'
import { testPlugin } from './plugin-kit.ts'
import { createSearch } from './search.ts'

const surface = pluginSurface()

/** Whether a path leads to something in a value, through lists into their first item. */
function leads(value: JsonValue | undefined, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined
  if (Array.isArray(value)) return leads(value[0], [name, ...rest])
  return isObject(value) && Object.hasOwn(value, name) && leads(value[name], rest)
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a plugin with a certain wish is shown of an application that has an offer. */
async function shown(read: readonly string[]): Promise<JsonValue> {
  const { afterview } = await createSearch({
    plugins: [
      testPlugin('all', {
        capabilities: { candidate: { read } },
        contributes: {
          exporters: [{ id: 'all.all', title: 'All', mediaType: 'text/plain', extension: '.txt' }],
        },
        plugin: {
          activate: ({ exporters, subscriptions }) =>
            subscriptions.push(
              exporters.register('all.all', ({ snapshot }) => ({
                content: JSON.stringify(snapshot),
                encoding: 'utf8',
              })),
            ),
        },
      }),
    ],
  })
  await afterview.record('fernhill', {
    type: 'offer.extended',
    at: '2026-11-25T15:20:00+01:00',
    medium: 'email',
    terms: { salary: 'much' },
  })
  const { content } = await afterview.export('all.all')
  await afterview.dispose()
  return JSON.parse(content)
}

describe('the words that plugins may use', () => {
  test('come from the core', () => {
    expect(surface.events).toEqual(eventTypes)
    expect(surface.letterKinds).toEqual(letterKinds)
    expect(surface.policyKeys).toEqual(policyKeys)
    expect(surface.states).toEqual(
      expect.arrayContaining(['waiting', 'waiting.quiet', 'closed.hired', 'followUp']),
    )
  })

  test('stand in the file that the linter of plugins reads', () => {
    const file: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../plugin-surface.json'), 'utf8'),
    )
    expect(file).toEqual(surface)
  })

  test('name fields of an application that are there', async () => {
    const fields = surface.snapshotFields ?? []
    const wanted = fields.filter(
      (field) => field.startsWith('applications') || field.startsWith('agenda') || field === 'now',
    )
    const snapshot = await shown(wanted)
    const missing = wanted.filter((field) => !leads(snapshot, field.split('.')))
    // An item without a window, and one that the round of this application does not have.
    expect(missing).toEqual([])
  })

  test('show nothing that was not asked for', async () => {
    expect(await shown(['applications.company.name'])).toEqual({
      applications: [{ company: { name: 'Fernhill Analytics' } }],
    })
    expect(await shown([])).toEqual({})
  })
})

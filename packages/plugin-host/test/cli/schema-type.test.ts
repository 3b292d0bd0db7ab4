import { definePlugin } from '@afterview/plugin-host'
import { describe, expect, test } from 'vitest'
import { literal, typeOfSchema } from '../../src/cli/schema-type.ts'
import type { Names } from '../golden/nudges-names.ts'

describe('the type of a schema', () => {
  test.each([
    [undefined, 'null'],
    [true, 'JsonValue'],
    [false, 'never'],
    [{}, 'JsonValue'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ enum: ['a', 1, null] }, "'a' | 1 | null"],
    [{ const: "it's" }, String.raw`'it\'s'`],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, "readonly ('a' | 'b')[]"],
    [{ type: 'array' }, 'readonly JsonValue[]'],
    [{ type: 'object' }, '{ readonly [key: string]: JsonValue }'],
    [{ type: 'object', additionalProperties: false }, 'Record<string, never>'],
    [
      {
        type: 'object',
        properties: { a: { type: 'string' }, 'b-c': { type: 'boolean' } },
        required: ['a'],
      },
      "{ readonly 'a': string; readonly 'b-c'?: boolean }",
    ],
    [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, 'string | number'],
  ])('L9 %j is %s', (schema, type) => {
    expect(typeOfSchema(schema)).toBe(type)
  })

  test('L9 a text stays itself', () => {
    for (const text of ['"', "'", '\\', '\n', 'ä😀']) {
      expect(literal(text).slice(1, -1)).toBe(
        JSON.stringify(text).slice(1, -1).replace('\\"', '"').replace("'", "\\'"),
      )
    }
  })
})

test('L10 generated names type the plugin', () => {
  const plugin = definePlugin<Names>({
    activate({ commands, configuration, policies, subscriptions }) {
      const days: number = configuration.get('acmeNudges.days')
      subscriptions.push(
        commands.register('acme-nudges.draft', ({ tone }) => {
          const known: 'warm' | 'brief' = tone
          return known + String(days)
        }),
        policies.register('acme-nudges.rule', () => []),
      )
      // @ts-expect-error: no such command is declared
      commands.register('acme-nudges.drft', () => null)
      // @ts-expect-error: no such setting is declared
      configuration.get('acmeNudges.day')
    },
  })
  expect(typeof plugin.activate).toBe('function')
})

import { prepareSchema } from '../../json-schema.ts'
import type { JsonObject } from '../../json-value.ts'
import type { Finding } from '../diagnostic.ts'
import { pointerTo } from '../json-text.ts'
import { type CheckScope, type ContributionPoint, itemSchema, textSchema } from './point.ts'

/** A group of settings. */
export interface ConfigurationContribution {
  readonly title: string
  /** JSON Schema of each setting, by key, each with a `default`. */
  readonly properties: { readonly [key: string]: JsonObject }
}

/** `contributes.configuration` */
export const configuration: ContributionPoint<ConfigurationContribution> = {
  name: 'configuration',
  description: 'Settings of the plugin, each with a schema and a default',
  layout: 'sections',
  schema: itemSchema(['title', 'properties'], {
    title: textSchema('Heading of the group'),
    properties: {
      type: 'object',
      additionalProperties: { type: 'object', required: ['default'] },
      description: 'JSON Schema of each setting, by key, each with a `default`',
    },
  }),
  example: {
    title: 'Nudges',
    properties: { 'acmeNudges.days': { type: 'integer', minimum: 1, default: 5 } },
  },
  check: (item, at, scope) =>
    Object.entries(item.properties).flatMap(([key, schema]) =>
      checkSetting(key, schema, pointerTo(pointerTo(at.pointer, 'properties'), key), scope),
    ),
}

function checkSetting(
  key: string,
  schema: JsonObject,
  pointer: string,
  scope: CheckScope,
): readonly Finding[] {
  return [...checkKey(key, pointer, scope), ...checkDefault(key, schema, pointer)]
}

function checkKey(key: string, pointer: string, scope: CheckScope): readonly Finding[] {
  const prefix = settingPrefix(scope.pluginName)
  if (key.startsWith(`${prefix}.`)) return []
  const message = `The setting ${key} does not begin with ${prefix}.`
  return [{ code: 'id-prefix', pointer, message, help: `rename it to ${prefix}.${key}` }]
}

function checkDefault(key: string, schema: JsonObject, pointer: string): readonly Finding[] {
  const prepared = prepareSchema(schema)
  if (!prepared.ok) {
    const message = `The schema of ${key} cannot be used: ${prepared.message}`
    return [{ code: 'schema-invalid', pointer, message, help: 'write it as JSON Schema, draft 7' }]
  }
  return prepared.check(schema['default']).map((problem) => ({
    code: 'default-invalid',
    pointer: pointerTo(pointer, 'default'),
    message: `The default of ${key} breaks its own schema: ${problem.message}`,
    help: 'change the default or the schema',
  }))
}

/** What the settings of a plugin begin with: its name in camel case, `acme-nudges` → `acmeNudges`. */
export function settingPrefix(pluginName: string): string {
  return pluginName.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

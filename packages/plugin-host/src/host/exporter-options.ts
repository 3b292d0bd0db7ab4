import { AfterviewError } from '@afterview/time'
import type { ContributionIndex } from '../contribution/contribution-index.ts'
import { isJsonObject } from '../json-clone.ts'
import { prepareSchema } from '../json-schema.ts'
import type { JsonValue } from '../json-value.ts'

/** Throws `export-options-invalid` where the options of an export break the exporter's schema. */
export function requireOptions(id: string, input: JsonValue, index: ContributionIndex): void {
  const declared = index.list('exporters').find(({ item }) => item.id === id)
  const schema = declared?.item.options
  if (declared === undefined || schema === undefined) return
  const prepared = prepareSchema(schema)
  const options = isJsonObject(input) ? (input['options'] ?? {}) : {}
  const problem = prepared.ok ? prepared.check(options)[0] : undefined
  if (problem === undefined) return
  throw new AfterviewError('export-options-invalid', {
    happened: `${id} cannot export with these options: ${problem.pointer || 'they'}: ${problem.message}`,
    fix: `give options after the schema of ${id}`,
    details: { id, pluginId: declared.pluginId, pointer: problem.pointer },
  })
}

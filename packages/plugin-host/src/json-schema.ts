import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { isJsonObject } from './json-clone.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { isCheapPattern } from './when/safe-regex.ts'

/** One way in which a value breaks its schema. */
export interface SchemaProblem {
  /** JSON pointer within the value. */
  readonly pointer: string
  readonly message: string
  /** The name that the schema does not know, when that is the problem. */
  readonly unknownName?: string
}

/** Tells every problem of a value. Never throws. */
export type SchemaCheck = (value: unknown) => readonly SchemaProblem[]

/** A check, or why the schema cannot be used. */
export type SchemaResult =
  | { readonly ok: true; readonly check: SchemaCheck }
  | { readonly ok: false; readonly message: string }

/**
 * Prepares a JSON Schema (draft 7) by interpreting it: no code is generated from it.
 *
 * Refused are patterns that could take long and references to elsewhere, so that a schema from a
 * plugin can be run on a person's data.
 */
export function prepareSchema(schema: JsonValue): SchemaResult {
  const fault = lintSchema(schema)
  if (fault !== undefined) return { ok: false, message: fault }
  if (!isJsonObject(schema)) return { ok: true, check: schema === false ? refuseAll : acceptAll }
  return prepareChecked(schema)
}

/** What makes a schema unusable, or `undefined`. Quicker than to prepare it. */
export function lintSchema(schema: JsonValue): string | undefined {
  return findFault(schema, { pointer: '', depth: 0, root: schema })
}

/** Prepares a schema that is part of this package. */
export function prepareOwnSchema(schema: JsonObject): SchemaCheck {
  return checkWith(new Validator(structuredClone(schema), '7', false))
}

function prepareChecked(schema: JsonObject): SchemaResult {
  try {
    const validator = new Validator(structuredClone(schema), '7', false)
    validator.validate(null)
    return { ok: true, check: checkWith(validator) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'it cannot be read' }
  }
}

function acceptAll(): readonly SchemaProblem[] {
  return []
}

function refuseAll(): readonly SchemaProblem[] {
  return [{ pointer: '', message: 'No value is allowed here' }]
}

function checkWith(validator: Validator): SchemaCheck {
  return (value) => {
    try {
      return ownFaults(validator.validate(value).errors).map(toProblem)
    } catch {
      return [
        {
          pointer: '',
          message: 'It cannot be checked: it is nested too deep or holds broken text',
        },
      ]
    }
  }
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'additionalItems',
  'allOf',
  '$ref',
  'if',
])

function ownFaults(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const choices = units.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')
  const isInChoice = (unit: OutputUnit): boolean =>
    unit.keyword === 'false' &&
    choices.some((choice) => unit.instanceLocation.startsWith(`${choice.instanceLocation}/`))
  return units.filter((unit) => isOwnFault(unit) && !isInChoice(unit))
}

/** A fault of the value itself, not of one alternative that it might have been, nor of what holds it. */
function isOwnFault(unit: OutputUnit): boolean {
  return !CONTAINERS.has(unit.keyword) && !/\/(?:oneOf|anyOf|not|if)\//.test(unit.keywordLocation)
}

function toProblem(unit: OutputUnit): SchemaProblem {
  const pointer = decodeURI(unit.instanceLocation.slice(1))
  if (unit.keyword !== 'false') return { pointer, message: trimStop(unit.error) }
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  return { pointer, message: `There is no field ${name} here`, unknownName: name }
}

function trimStop(text: string): string {
  return text
    .replace(/^Instance type/, 'The type')
    .replace(/^Instance/, 'It')
    .replace(/\.$/, '')
}

const TYPES: ReadonlySet<unknown> = new Set([
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'integer',
  'string',
])

const DEEPEST_SCHEMA = 32

interface Place {
  readonly pointer: string
  readonly depth: number
  readonly root: JsonValue
}

/** Data under `const`, `enum` and `default` is not looked at. */
function findFault(schema: JsonValue, place: Place): string | undefined {
  if (typeof schema === 'boolean') return undefined
  const { pointer, depth } = place
  if (!isJsonObject(schema))
    return `a schema is an object or a boolean, at ${pointer || 'its root'}`
  if (depth > DEEPEST_SCHEMA) return `a schema is nested at most ${DEEPEST_SCHEMA} levels`
  return findOwnFault(schema, place) ?? findInnerFault(schema, place)
}

function findOwnFault(schema: JsonObject, { pointer, root }: Place): string | undefined {
  const { type, pattern, patternProperties, $ref } = schema
  const types = Array.isArray(type) ? type : [type ?? 'null']
  const unknown = types.find((name) => !TYPES.has(name))
  if (unknown !== undefined)
    return `there is no type ${JSON.stringify(unknown)}, at ${pointer}/type`
  if ($ref !== undefined && !leadsSomewhere($ref, root)) {
    return `a reference leads to a part of the same schema, at ${pointer}/$ref`
  }
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : []
  for (const text of pattern === undefined ? patterns : [...patterns, pattern]) {
    if (typeof text !== 'string' || !isCheapPattern(text, 'u')) {
      return `the pattern ${JSON.stringify(text)} is not valid or may take too long, at ${pointer}`
    }
  }
  return undefined
}

function leadsSomewhere(reference: JsonValue, root: JsonValue): boolean {
  if (typeof reference !== 'string' || !/^#(?:\/[^%]*)?$/.test(reference)) return false
  let found: JsonValue | undefined = root
  for (const part of reference.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    found = isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return found !== undefined
}

const SCHEMA_MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
])
const SCHEMA_LISTS: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])
const SCHEMAS: ReadonlySet<string> = new Set([
  'additionalProperties',
  'additionalItems',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
])

function findInnerFault(schema: JsonObject, { pointer, depth, root }: Place): string | undefined {
  for (const [keyword, value] of Object.entries(schema)) {
    for (const [name, inner] of innerSchemas(keyword, value)) {
      const place = { pointer: `${pointer}/${keyword}${name}`, depth: depth + 1, root }
      const fault = findFault(inner, place)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

function innerSchemas(
  keyword: string,
  value: JsonValue,
): readonly (readonly [string, JsonValue])[] {
  if (SCHEMA_MAPS.has(keyword) && isJsonObject(value)) {
    return Object.entries(value).map(([name, inner]) => [`/${name}`, inner] as const)
  }
  if (SCHEMA_LISTS.has(keyword) || (keyword === 'items' && Array.isArray(value))) {
    return Array.isArray(value)
      ? value.map((inner, at) => [`/${at}`, inner] as const)
      : [['', value]]
  }
  return SCHEMAS.has(keyword) || keyword === 'items' ? [['', value]] : []
}

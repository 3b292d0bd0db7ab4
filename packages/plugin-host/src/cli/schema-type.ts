import { isJsonObject } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** The TypeScript type of what a JSON Schema accepts, as far as types can say it; else `JsonValue`. */
export function typeOfSchema(schema: JsonValue | undefined): string {
  if (schema === undefined) return 'null'
  if (!isJsonObject(schema)) return schema === false ? 'never' : 'JsonValue'
  const { enum: values, oneOf, anyOf } = schema
  if (schema['const'] !== undefined) return literal(schema['const'])
  if (Array.isArray(values)) return values.map(literal).join(' | ')
  const choices = oneOf ?? anyOf
  if (Array.isArray(choices))
    return choices.map((choice: JsonValue) => typeOfSchema(choice)).join(' | ')
  return typeOfType(schema)
}

function typeOfType(schema: JsonObject): string {
  const { type } = schema
  if (Array.isArray(type)) {
    return type.map((one: JsonValue) => typeOfSchema({ ...schema, type: one })).join(' | ')
  }
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return typeOfList(isJsonObject(schema['items']) ? schema['items'] : true)
    case 'object':
      return typeOfObject(schema)
    default:
      return 'JsonValue'
  }
}

function typeOfList(items: JsonValue): string {
  const type = typeOfSchema(items)
  return `readonly ${type.includes(' ') ? `(${type})` : type}[]`
}

function typeOfObject(schema: JsonObject): string {
  const { properties, required, additionalProperties } = schema
  const names = Array.isArray(required) ? required : []
  const fields = Object.entries(isJsonObject(properties) ? properties : {}).map(
    ([name, inner]) =>
      `readonly ${literal(name)}${names.includes(name) ? '' : '?'}: ${typeOfSchema(inner)}`,
  )
  const isOpen = additionalProperties !== false
  if (fields.length === 0)
    return isOpen ? '{ readonly [key: string]: JsonValue }' : 'Record<string, never>'
  return `{ ${fields.join('; ')} }`
}

/** A JSON value as it stands in TypeScript, texts in single quotes. */
export function literal(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const inner = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
  return `'${inner.replaceAll("'", String.raw`\'`)}'`
}

import { readFileSync } from 'node:fs'
import { AfterviewError } from '@afterview/time'

/** Reads a JSON object from a file, or from standard input for `-`. Throws `json-unreadable`. */
export function readJsonFile(path: string): object {
  try {
    return requireObject(JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8')))
  } catch (cause) {
    throw unreadable(path === '-' ? 'the standard input' : path, cause)
  }
}

/** Reads a JSON object from a text. Throws `json-unreadable`. */
export function readJsonText(text: string): object {
  try {
    return requireObject(JSON.parse(text))
  } catch (cause) {
    throw unreadable(JSON.stringify(text), cause)
  }
}

function requireObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new TypeError('it is no object')
}

function unreadable(what: string, cause: unknown): AfterviewError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AfterviewError('json-unreadable', {
    happened: `${what} cannot be read as JSON (${why})`,
    fix: 'give one JSON object',
    cause,
  })
}

import type { Context } from 'hono'
import type { z } from 'zod'
import { fault } from './fault.ts'

/** Reads the body of a request as a JSON object. Throws `body-not-json`, `body-malformed`. */
export async function readObject(c: Context): Promise<object> {
  const type = c.req.header('Content-Type') ?? '(none)'
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw fault('body-not-json', `the body has the type ${type}`)
  }
  const value = parsed(await c.req.text())
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw fault('body-malformed', 'the body is no JSON object')
}

/** Holds a value against a schema. Throws `input-malformed`, naming every faulty field. */
export function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }))
  const happened = faults.map(({ field, message }) => `${field || 'the whole'}: ${message}`)
  throw fault('input-malformed', happened.join('; '), { faults })
}

/** The idempotency key of a request, quoted as a structured field or bare. */
export function idempotencyKey(c: Context): { readonly key?: string } {
  const header = c.req.header('Idempotency-Key')
  return header === undefined ? {} : { key: header.replace(/^"(.*)"$/, '$1') }
}

/** The revision of an application as its entity tag. */
export function revisionTag(revision: number): string {
  return `"${revision}"`
}

/** The revision that If-Match expects. Throws `if-match-malformed`. */
export function expectedRevision(c: Context): { readonly expectedRevision?: number } {
  const header = c.req.header('If-Match')
  if (header === undefined || header === '*') return {}
  const revision = /^"(\d{1,15})"$/.exec(header)?.[1]
  if (revision !== undefined) return { expectedRevision: Number(revision) }
  throw fault('if-match-malformed', `If-Match is ${header}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

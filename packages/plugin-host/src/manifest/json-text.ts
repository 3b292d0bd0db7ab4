import type { JsonValue } from '../json-value.ts'

/** Deepest nesting that is read. */
export const DEEPEST_JSON = 100

/** A place in a text, both counted from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** A fault of a JSON text. */
export interface JsonFault {
  readonly message: string
  readonly offset: number
}

/** A JSON text as a value, with the place of every part. */
export interface JsonText {
  /** `undefined` when the text is no JSON. */
  readonly value: JsonValue | undefined
  /** A syntax error, or every name that stands twice in one object. */
  readonly faults: readonly JsonFault[]
  /**
   * The place of the value at a JSON pointer, or of its nearest ancestor that exists.
   * @param inside Offset within a string value, such as one that a when-clause reports.
   */
  locate(pointer: string, inside?: number): TextPosition
  positionAt(offset: number): TextPosition
}

/** Reads a JSON text and remembers where each value stands. Never throws. */
export function readJsonText(text: string): JsonText {
  const reader: Reader = { text, at: 0, depth: 0, offsets: undefined, faults: [] }
  const value = readDocument(reader)
  const positionAt = (offset: number): TextPosition => positionOf(text, offset)
  let offsets: Offsets | undefined
  return {
    value,
    faults: reader.faults,
    positionAt,
    locate(pointer, inside) {
      offsets ??= readOffsets(text)
      return positionAt(offsetOf(text, offsets, pointer, inside))
    },
  }
}

/** Where the value at each pointer begins. */
type Offsets = ReadonlyMap<string, number>

/** A second reading, only for texts about which there is something to say. */
function readOffsets(text: string): Offsets {
  const offsets = new Map<string, number>()
  readDocument({ text, at: 0, depth: 0, offsets, faults: [] })
  return offsets
}

/** Joins a name or an index to a JSON pointer (RFC 6901). */
export function pointerTo(pointer: string, part: string | number): string {
  const text = String(part)
  const isPlain = !text.includes('~') && !text.includes('/')
  return `${pointer}/${isPlain ? text : text.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

interface Reader {
  readonly text: string
  at: number
  depth: number
  /** Absent: places are not wanted, and pointers need not be made. */
  readonly offsets: Map<string, number> | undefined
  readonly faults: JsonFault[]
}

/** Leaves the descent at the first syntax error; never leaves this file. */
class Stop extends Error {}

function readDocument(reader: Reader): JsonValue | undefined {
  try {
    if (reader.text.startsWith('\uFEFF')) reader.at = 1
    const value = readValue(reader, '')
    skipSpace(reader)
    return reader.at < reader.text.length ? stop(reader, 'Expected the end of the file') : value
  } catch (error) {
    if (error instanceof Stop) return undefined
    throw error
  }
}

function stop(reader: Reader, message: string): never {
  const found = reader.text.charAt(reader.at)
  const text = `${message}, found ${found === '' ? 'the end of the file' : found}`
  reader.faults.push({ message: text, offset: reader.at })
  throw new Stop()
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text.charAt(reader.at)) && reader.at < reader.text.length) {
    reader.at += 1
  }
}

function readValue(reader: Reader, pointer: string): JsonValue {
  skipSpace(reader)
  reader.offsets?.set(pointer, reader.at)
  switch (reader.text.charAt(reader.at)) {
    case '{':
      return nested(reader, () => readObject(reader, pointer))
    case '[':
      return nested(reader, () => readList(reader, pointer))
    case '"':
      return readString(reader)
    default:
      return readScalar(reader)
  }
}

function nested<Value>(reader: Reader, read: () => Value): Value {
  reader.depth += 1
  if (reader.depth > DEEPEST_JSON) stop(reader, `Nested deeper than ${DEEPEST_JSON} levels`)
  reader.at += 1
  const value = read()
  reader.depth -= 1
  return value
}

function readObject(reader: Reader, pointer: string): JsonValue {
  const entries = new Map<string, JsonValue>()
  skipSpace(reader)
  if (takeIf(reader, '}')) return {}
  do {
    skipSpace(reader)
    const start = reader.at
    if (reader.text.charAt(start) !== '"') stop(reader, 'Expected a name in double quotes')
    const name = readString(reader)
    if (entries.has(name)) reader.faults.push({ message: `${name} stands twice`, offset: start })
    skipSpace(reader)
    if (!takeIf(reader, ':')) stop(reader, 'Expected a colon')
    entries.set(name, readValue(reader, below(reader, pointer, name)))
    skipSpace(reader)
  } while (takeIf(reader, ','))
  if (!takeIf(reader, '}')) stop(reader, 'Expected a comma or }')
  return Object.fromEntries(entries)
}

function below(reader: Reader, pointer: string, part: string | number): string {
  return reader.offsets === undefined ? '' : pointerTo(pointer, part)
}

function readList(reader: Reader, pointer: string): JsonValue {
  const items: JsonValue[] = []
  skipSpace(reader)
  if (takeIf(reader, ']')) return items
  do {
    items.push(readValue(reader, below(reader, pointer, items.length)))
    skipSpace(reader)
  } while (takeIf(reader, ','))
  if (!takeIf(reader, ']')) stop(reader, 'Expected a comma or ]')
  return items
}

function takeIf(reader: Reader, character: string): boolean {
  const isThere = reader.text.charAt(reader.at) === character
  if (isThere) reader.at += 1
  return isThere
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y

function readString(reader: Reader): string {
  const { text, at } = reader
  const end = stringEnd(text, at)
  const value = end < 0 ? undefined : stringAt(text, at, end)
  if (value === undefined) return stop(reader, 'Expected a text that is closed and escaped right')
  reader.at = end
  return value
}

/** Behind the closing quote, or `-1` when there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at += 1
  }
  return -1
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Most strings are what they look like. */
function stringAt(text: string, start: number, end: number): string | undefined {
  const inner = text.slice(start + 1, end - 1)
  return /^[\u0020-\u005B\u005D-\uFFFF]*$/.test(inner) ? inner : parseString(text.slice(start, end))
}

function parseString(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal))
  } catch {
    return undefined
  }
}

function readScalar(reader: Reader): JsonValue {
  const literal = matchAt(reader, SCALAR)
  if (literal === undefined) return stop(reader, 'Expected a value')
  const value: JsonValue = JSON.parse(literal)
  return value
}

function matchAt(reader: Reader, regex: RegExp): string | undefined {
  regex.lastIndex = reader.at
  const literal = regex.exec(reader.text)?.[0]
  reader.at += literal?.length ?? 0
  return literal
}

function offsetOf(
  text: string,
  offsets: Offsets,
  pointer: string,
  inside: number | undefined,
): number {
  const offset = offsets.get(pointer)
  if (offset === undefined) {
    return pointer === ''
      ? 0
      : offsetOf(text, offsets, pointer.slice(0, pointer.lastIndexOf('/')), undefined)
  }
  return inside === undefined ? offset : insideString(text, offset, inside)
}

const STRING_UNIT = /\\u[0-9a-fA-F]{4}|\\?[^"]/y

/** Walks over escapes, so that the place within the value is the place within the text. */
function insideString(text: string, offset: number, inside: number): number {
  let at = offset + 1
  for (let count = 0; count < inside; count += 1) {
    STRING_UNIT.lastIndex = at
    at += STRING_UNIT.exec(text)?.[0].length ?? 0
  }
  return at
}

function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

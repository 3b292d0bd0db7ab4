import { messageTooLarge, payloadNotJson } from './channel-error.ts'

const DEEPEST = 100
/** A code unit is at most `\u0000` in JSON. */
const BYTES_PER_UNIT = 6

/** What is asked of a payload. */
export interface PayloadCheck {
  /** Names the payload in errors, such as `The answer to activate`. */
  readonly what: string
  /** Most bytes of its JSON text. */
  readonly limit: number
  /** Freezes every list and object on the way. */
  readonly isFrozen: boolean
}

/** Bounds of the size of the JSON text, found without building it. */
interface Tally {
  least: number
  most: number
}

/**
 * Makes sure that a value is JSON data of bearable size, in one walk.
 *
 * Costs no copy: the text is only built when the quick bounds cannot tell. A property that is
 * `undefined` counts as absent.
 * @throws {AfterviewError} `value-not-json` with the path, also beyond 100 levels and for cycles;
 * `message-too-large`.
 */
export function checkPayload(value: unknown, check: PayloadCheck): void {
  const tally: Tally = { least: 0, most: 0 }
  visit(value, '', 0, tally, check)
  if (tally.most <= check.limit) return
  const exact = new TextEncoder().encode(JSON.stringify(value)).length
  if (exact > check.limit) throw messageTooLarge(check.what, exact, check.limit)
}

function visit(
  value: unknown,
  path: string,
  depth: number,
  tally: Tally,
  check: PayloadCheck,
): void {
  if (typeof value === 'string') {
    count(tally, value.length + 2, value.length * BYTES_PER_UNIT + 2, check)
  } else if (value === null || typeof value === 'boolean') {
    count(tally, 4, 5, check)
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw payloadNotJson(check.what, path, String(value))
    count(tally, 1, 25, check)
  } else if (typeof value === 'object') {
    visitContainer(value, path, depth, tally, check)
  } else {
    throw payloadNotJson(check.what, path, `of type ${typeof value}`)
  }
}

function visitContainer(
  value: object,
  path: string,
  depth: number,
  tally: Tally,
  check: PayloadCheck,
): void {
  if (depth >= DEEPEST) throw payloadNotJson(check.what, path, `nested deeper than ${DEEPEST}`)
  count(tally, 2, 2, check)
  if (Array.isArray(value)) visitList(value, path, depth + 1, tally, check)
  else if (isPlain(value)) visitRecord(value, path, depth + 1, tally, check)
  else throw payloadNotJson(check.what, path, 'an instance of a class')
  if (check.isFrozen) Object.freeze(value)
}

/** Counts by index: a sparse list must stop at its first hole, not be walked to its claimed end. */
function visitList(
  list: readonly unknown[],
  path: string,
  depth: number,
  tally: Tally,
  check: PayloadCheck,
): void {
  for (let at = 0; at < list.length; at += 1) {
    visit(list[at], `${path}/${at}`, depth, tally, check)
    count(tally, 0, 1, check)
  }
}

function visitRecord(
  record: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
  tally: Tally,
  check: PayloadCheck,
): void {
  for (const key of Object.keys(record)) {
    const value = record[key]
    if (value === undefined) continue
    count(tally, key.length + 3, key.length * BYTES_PER_UNIT + 4, check)
    visit(value, `${path}/${key}`, depth, tally, check)
  }
}

/** Stops a walk early: a hostile value may be far larger than anything that will be accepted. */
function count(tally: Tally, least: number, most: number, check: PayloadCheck): void {
  tally.least += least
  tally.most += most
  if (tally.least > check.limit) throw messageTooLarge(check.what, tally.least, check.limit)
}

/** Plain in any realm: a direct child of some `Object.prototype`, or of nothing. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return true
  return typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null
}

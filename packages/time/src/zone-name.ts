import { timeError } from './error-table.ts'
import { nearest } from './nearest.ts'

/**
 * Throws unless `name` is `UTC` or an IANA name `Area/City` that the runtime knows, in its exact
 * letters. Aliases (`Asia/Kolkata`, `US/Eastern`) and `Etc/…` are names like others.
 */
export function checkZoneName(name: string): void {
  if (name === 'UTC') return
  if (offset.test(name)) throw timeError('zone-fixed-offset', { zone: name })
  if (!name.includes('/')) throw withoutArea(name)
  if (!isSpelledAsListed(name) || !isKnown(name)) {
    throw timeError('zone-unknown', { zone: name, suggestions: suggest(name) })
  }
}

const offset = /^(?:UTC|GMT|Z)?\s*[+-]\s*\d{1,2}(?::?\d\d)?$/i
const abbreviation = /^(?:[A-Z]{1,5}|[A-Z]{3}\d[A-Z]{3}|GMT0)$/

/** What people usually mean, the likeliest first; only a suggestion, never applied. */
const places: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Adelaide'],
  ADT: ['America/Halifax'],
  AEDT: ['Australia/Sydney'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AKST: ['America/Anchorage'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  AWST: ['Australia/Perth'],
  BRT: ['America/Sao_Paulo'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CDT: ['America/Chicago'],
  CEST: ['Europe/Berlin', 'Europe/Paris', 'Europe/Amsterdam'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Amsterdam'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  EDT: ['America/New_York'],
  EEST: ['Europe/Helsinki', 'Europe/Athens'],
  EET: ['Europe/Helsinki', 'Europe/Athens'],
  EST: ['America/New_York'],
  GMT: ['UTC', 'Europe/London'],
  HKT: ['Asia/Hong_Kong'],
  HST: ['Pacific/Honolulu'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  MDT: ['America/Denver'],
  MET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Amsterdam'],
  MSK: ['Europe/Moscow'],
  MST: ['America/Denver', 'America/Phoenix'],
  NST: ['America/St_Johns'],
  NZDT: ['Pacific/Auckland'],
  NZST: ['Pacific/Auckland'],
  PDT: ['America/Los_Angeles'],
  PKT: ['Asia/Karachi'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  SST: ['Pacific/Pago_Pago', 'Asia/Singapore'],
  UCT: ['UTC'],
  WEST: ['Europe/Lisbon'],
  WET: ['Europe/Lisbon'],
  WIB: ['Asia/Jakarta'],
  Z: ['UTC'],
}

function withoutArea(name: string): Error {
  const suggestions = places[name.toUpperCase()]
  if (suggestions) return timeError('zone-abbreviation', { zone: name, suggestions })
  if (abbreviation.test(name)) {
    return timeError('zone-abbreviation', { zone: name, suggestions: ['Europe/Amsterdam'] })
  }
  return timeError('zone-unknown', { zone: name, suggestions: suggest(name) })
}

/**
 * `Intl` takes `europe/amsterdam`, calendars do not. Names that the runtime lists are held against
 * the list; of other names (aliases) every part starts with a capital and is not all capitals.
 */
function isSpelledAsListed(name: string): boolean {
  const wanted = name.toLowerCase()
  const listed = Intl.supportedValuesOf('timeZone').find((each) => each.toLowerCase() === wanted)
  return listed === undefined ? name.split('/').every(isCapitalised) : listed === name
}

function isCapitalised(part: string): boolean {
  return /^[A-Z]/.test(part) && !/[A-Z]{4}/.test(part)
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function suggest(name: string): readonly string[] {
  const names = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Kolkata', 'Europe/Kyiv']
  const wanted = name.trim().toLowerCase().replaceAll(' ', '_')
  const city = `/${wanted.slice(wanted.lastIndexOf('/') + 1)}`
  const inOtherAreas = names.filter((each) => each.toLowerCase().endsWith(city))
  return inOtherAreas.length > 0 ? inOtherAreas.slice(0, 2) : nearest(wanted, names, 2)
}

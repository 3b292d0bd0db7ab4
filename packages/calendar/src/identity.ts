import { calendarError } from './error-table.ts'
import { sha256 } from './sha256.ts'

/** Which document an identity is for: one item may stand in both, and no two components share a UID. */
export type Component = 'event' | 'todo'

/**
 * The UID of an agenda item: the first 160 bits of SHA-256 over component and item id, `@`, domain.
 * The same item always has the same UID; nothing of the id can be read in it.
 */
export function itemUid(itemId: string, domain: string, component: Component): string {
  return `${sha256(`${component}:${itemId}`).slice(0, 40)}@${domain}`
}

/** Checks the right-hand side of UIDs and returns it. Throws `domain-malformed`. */
export function requireDomain(domain: string): string {
  if (/^[a-z0-9](?:[a-z0-9.-]{0,198}[a-z0-9])?$/i.test(domain)) return domain
  throw calendarError('domain-malformed', { domain })
}

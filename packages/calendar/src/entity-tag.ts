import { joinedBytes } from './document-body.ts'

/** Computes the strong entity tag of the bytes that some parts make up. */
export type EntityTagger = (parts: readonly Uint8Array[]) => Promise<string>

/**
 * Creates a tagger, which digests a part once for as long as it lives: of a large calendar that
 * changed in one place, only that place. The same parts always have the same tag.
 */
export function createEntityTagger(): EntityTagger {
  const digests = new WeakMap<Uint8Array, Promise<ArrayBuffer>>()

  function digestOf(part: Uint8Array): Promise<ArrayBuffer> {
    const digest = digests.get(part) ?? sha256(part)
    digests.set(part, digest)
    return digest
  }

  return async (parts) => {
    const all = await Promise.all(parts.map(digestOf))
    const digest = await sha256(joinedBytes(all.map((each) => new Uint8Array(each))))
    const bytes = new Uint8Array(digest).subarray(0, 16)
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    return `"${hex.join('')}"`
  }
}

function sha256(bytes: Uint8Array): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
}

/**
 * Whether an If-None-Match header names a tag, by the weak comparison that RFC 9110, 13.1.2 asks
 * for: `*`, a list, and `W/` tags count. `null` is a request without the header.
 */
export function isNoneMatch(header: string | null, tag: string): boolean {
  if (header === null) return false
  if (header.trim() === '*') return true
  const tags: readonly string[] = header.match(/"[^"]*"/g) ?? []
  return tags.includes(tag)
}

/** A strong entity tag: the first 128 bits of SHA-256 over the bytes, hexadecimal, in quotes. */
export async function entityTag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'))
  return `"${hex.join('')}"`
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

/**
 * How much later than its timer a lifecycle is woken, in whole ms from 0 to `spread`: the same for
 * the same id, and even over many ids, so that what is due at nine does not come all at nine.
 */
export function spreadDelay(applicationId: string, spread: number): number {
  return Math.floor((fnv1a(applicationId) / 2 ** 32) * spread)
}

/** FNV-1a over UTF-16 code units, then the finish of MurmurHash3, since ids often differ only at their end. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

import type { Found, Scan } from './scan.ts'

/** Reads a span that begins at an index, or answers `null`. */
export type Rule = (scan: Scan, at: number) => Found | null

/** Of what several rules read from a place, that which takes the most words; of equals the first. */
export function longest(scan: Scan, at: number, rules: readonly Rule[]): Found | null {
  let best: Found | null = null
  for (const rule of rules) {
    const found = rule(scan, at)
    if (found && (best === null || found.end > best.end)) best = found
  }
  return best
}

import type { At, Scan } from './scan.ts'
import type { Span } from './span.ts'

/** Reads a span that begins at an index, or answers `null`. */
export type Rule = (scan: Scan, at: number) => At<Span> | null

/** Of what several rules read from a place, that which takes the most words; of equals the first. */
export function longest(scan: Scan, at: number, rules: readonly Rule[]): At<Span> | null {
  let best: At<Span> | null = null
  for (const rule of rules) {
    const found = rule(scan, at)
    if (found && (best === null || found.end > best.end)) best = found
  }
  return best
}

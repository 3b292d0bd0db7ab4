import * as fc from 'fast-check'

/**
 * Checks a property and says its seed where it fails. `AFTERVIEW_FUZZ=<n>` runs it n times instead
 * of the small default; `AFTERVIEW_SEED=<n>` repeats a run.
 */
export function checkProperty<Values>(property: fc.IProperty<Values>, numRuns = 200): void {
  const seed = Number(process.env.AFTERVIEW_SEED ?? Date.now())
  fc.assert(property, { seed, numRuns: Number(process.env.AFTERVIEW_FUZZ ?? numRuns) })
}

/** Dates `YYYY-MM-DD` between two years, both included. */
export function dates(from = 1971, to = 2198): fc.Arbitrary<string> {
  return fc
    .integer({ min: Date.UTC(from, 0, 1) / 86_400_000, max: Date.UTC(to, 11, 31) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
}

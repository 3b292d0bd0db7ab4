/** How far the sources of a number can be trusted. `inference` is our own reasoning. */
export type Strength = 'strong' | 'good' | 'moderate' | 'practice' | 'weak' | 'inference'

/** One number of the policy, with what it rests on. */
export interface PolicyEntry<Value = unknown> {
  readonly value: Value
  /** What the value counts, such as `business days after the stated date`. */
  readonly unit: string
  /** Who says so, as shown to the person on request. */
  readonly source: string
  /** When the sources were read, `YYYY-MM`. */
  readonly asOf: string
  readonly strength: Strength
}

/** What one benchmark prints. */
export interface BenchTable {
  readonly title: string
  readonly rows: readonly {
    readonly name: string
    readonly value: number
    readonly unit: string
    /** Ours against this peer, or against the first row. */
    readonly ratio?: number
    readonly note?: string
  }[]
}

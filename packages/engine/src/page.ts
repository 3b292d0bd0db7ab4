/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Give it as `cursor` for the next page; `null` at the end. */
  readonly cursor: string | null
}

/** Which page is wanted. */
export interface PageRequest {
  /** The `cursor` of the page before. Default: from the start. */
  readonly cursor?: string
  /** 1–1000. Default 100. */
  readonly limit?: number
}

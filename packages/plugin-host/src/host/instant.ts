/** Milliseconds since 1970 as an ISO instant in UTC. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString()
}

/** The same for a clock that is asked often: within one millisecond the text is made once. */
export function createInstants(now: () => number): () => string {
  let madeFor = Number.NaN
  let text = ''
  return () => {
    const ms = Math.floor(now())
    if (ms !== madeFor) {
      madeFor = ms
      text = toInstant(ms)
    }
    return text
  }
}

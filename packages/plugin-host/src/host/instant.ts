import type { Clock } from '../clock.ts'

/** Milliseconds since 1970 as an ISO instant in UTC. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString()
}

/** The present instant of a clock that is asked often: within one millisecond the text is made once. */
export function createInstants(clock: Pick<Clock, 'now' | 'wall'>): () => string {
  let madeFor = Number.NaN
  let text = ''
  return () => {
    const ms = Math.floor(clock.wall === undefined ? clock.now() : clock.wall())
    if (ms !== madeFor) {
      madeFor = ms
      text = toInstant(ms)
    }
    return text
  }
}

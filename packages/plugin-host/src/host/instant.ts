/** Milliseconds since 1970 as an ISO instant in UTC. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString()
}

/** A value as it would come back from a store; `undefined` for one that JSON cannot hold. */
export function jsonCopy(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value))
  } catch {
    return undefined
  }
}

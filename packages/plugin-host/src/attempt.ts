/**
 * What `run` gives, as a promise; what it throws becomes a rejection. Cheaper than an `async`
 * function, which makes a second promise of one.
 */
export function attempt<Value>(run: () => Value | Promise<Value>): Promise<Value> {
  try {
    return Promise.resolve(run())
  } catch (error) {
    return Promise.reject(error)
  }
}

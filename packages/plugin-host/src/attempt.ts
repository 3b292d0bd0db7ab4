/** What `run` gives; what it throws becomes a rejection. One promise less than an `async` function. */
export function attempt<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return run()
  } catch (error) {
    return Promise.reject(error)
  }
}

declare module 'sherlockjs' {
  /** What a sentence says about one event; dates are in the zone of the process. */
  interface Sherlocked {
    readonly startDate: Date | null
    readonly endDate: Date | null
  }

  const Sherlock: {
    readonly parse: (text: string) => Sherlocked
    readonly _setNow: (now: Date | null) => void
  }
  export default Sherlock
}

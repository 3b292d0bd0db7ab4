/**
 * Steps from one snapshot schema to the next, by the version they start from. A released step is
 * never changed; a change of the snapshot's shape, or of a state's name, adds one.
 */
export const migrations: Readonly<Record<number, (old: unknown) => unknown>> = {}

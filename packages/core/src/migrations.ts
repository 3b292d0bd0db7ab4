/** Turns a snapshot of one schema into one of the next, its `schemaVersion` included. */
export type MigrationStep = (old: unknown) => unknown

/**
 * Steps from one snapshot schema to the next, by the version they start from. A released step is
 * never changed; a change of the snapshot's shape, or of a state's name, adds one: see
 * docs/changing-the-machine.md.
 */
export const migrations: Readonly<Record<number, MigrationStep>> = {}

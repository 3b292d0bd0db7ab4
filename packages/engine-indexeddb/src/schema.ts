/**
 * Numbered steps of the schema; the version of a database says how many it has behind it. A released
 * step is never changed. Instants are whole milliseconds since 1970; snapshots, entries and effects
 * are JSON text, so that what comes back is what every other engine gives.
 *
 * A row without one of the properties of an index is not in that index: a lifecycle that waits for
 * nothing has no `wakeAt`, a dead letter has no `dueAt`, and an effect that waits has no `deadKey`.
 */
export const schemaSteps: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    const lifecycles = database.createObjectStore('lifecycle', {
      keyPath: 'number',
      autoIncrement: true,
    })
    lifecycles.createIndex('application', 'applicationId', { unique: true })
    lifecycles.createIndex('wake', ['wakeAt', 'applicationId'])
    lifecycles.createIndex('stage', ['stage', 'applicationId'])

    database.createObjectStore('history', { keyPath: ['lifecycle', 'revision'] })

    const effects = database.createObjectStore('outbox', { keyPath: 'number', autoIncrement: true })
    effects.createIndex('key', 'key', { unique: true })
    effects.createIndex('due', ['dueAt', 'number'])
    effects.createIndex('dead', 'deadKey', { unique: true })
    effects.createIndex('lifecycle', 'lifecycle')

    const failures = database.createObjectStore('failure', { keyPath: 'lifecycle' })
    failures.createIndex('application', 'applicationId', { unique: true })
  },
]

/** Every table of the database. */
export const tableNames = ['lifecycle', 'history', 'outbox', 'failure'] as const

import { explained, explainedOpening } from './database-fault.ts'
import { indexedDbError } from './error-table.ts'
import { endOf } from './request.ts'
import { schemaSteps, tableNames } from './schema.ts'

/** How a database of the browser is opened. */
export interface DatabaseOptions {
  /** Name of the database within the origin of the page. Default `afterview`. */
  readonly name?: string
  /**
   * How long to wait, in ms, for tabs that keep an older version open and do not let go of it.
   * Default 5,000.
   */
  readonly blockedTimeout?: number
}

/** The tables of a transaction under way. Within it, await nothing but requests to these. */
export interface Tables {
  readonly lifecycles: IDBObjectStore
  readonly histories: IDBObjectStore
  readonly effects: IDBObjectStore
  readonly failures: IDBObjectStore
}

/** A database that is open. */
export interface Database {
  readonly name: string
  /** Reads as of one moment. */
  readonly read: <Result>(work: (tables: Tables) => Promise<Result>) => Promise<Result>
  /** Writes all or nothing, with no other writer in between; resolves when it is durable. */
  readonly write: <Result>(work: (tables: Tables) => Promise<Result>) => Promise<Result>
  close(): void
}

/** Opens a database, or makes one. Rejects with a clear error when the browser keeps no data here. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { name = 'afterview', blockedTimeout = 5000 } = options
  requireName(name)
  const factory = indexedDbOf(name)
  const connection = await connect(factory, name, blockedTimeout)
  return databaseOf(connection)
}

function requireName(name: unknown): asserts name is string {
  if (typeof name === 'string' && name.length > 0 && name.length <= 200) return
  throw indexedDbError('name-malformed', { name })
}

/** In a sandboxed frame the mere look at `indexedDB` may throw. */
function indexedDbOf(name: string): IDBFactory {
  let factory: IDBFactory | undefined
  try {
    factory = globalThis.indexedDB
  } catch (thrown) {
    throw explainedOpening(name, thrown)
  }
  if (factory == null) throw indexedDbError('indexeddb-missing', { name })
  return factory
}

function connect(factory: IDBFactory, name: string, timeout: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = requestOpening(factory, name)
    let givesUp: ReturnType<typeof setTimeout> | undefined
    let isGivenUp = false
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      for (const step of schemaSteps.slice(oldVersion)) step(request.result)
    })
    request.addEventListener('blocked', () => {
      givesUp = setTimeout(() => {
        isGivenUp = true
        reject(indexedDbError('database-blocked', { name, timeout }))
      }, timeout)
    })
    request.addEventListener('success', () => {
      clearTimeout(givesUp)
      if (isGivenUp) request.result.close()
      else resolve(request.result)
    })
    request.addEventListener('error', () => {
      clearTimeout(givesUp)
      reject(explainedOpening(name, request.error))
    })
  })
}

function requestOpening(factory: IDBFactory, name: string): IDBOpenDBRequest {
  try {
    return factory.open(name, schemaSteps.length)
  } catch (thrown) {
    throw explainedOpening(name, thrown)
  }
}

function databaseOf(connection: IDBDatabase): Database {
  const { name } = connection
  let lost: 'database-superseded' | 'database-lost' | 'database-closed' | undefined
  connection.addEventListener('versionchange', () => {
    lost = 'database-superseded'
    connection.close()
  })
  connection.addEventListener('close', () => {
    lost ??= 'database-lost'
  })

  function begin(mode: IDBTransactionMode): IDBTransaction {
    if (lost !== undefined) throw indexedDbError(lost, { name })
    return connection.transaction(tableNames, mode, { durability: 'strict' })
  }

  async function run<Result>(
    mode: IDBTransactionMode,
    work: (tables: Tables) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await finish(begin(mode), work)
    } catch (thrown) {
      throw explained(name, thrown)
    }
  }

  return {
    name,
    read: (work) => run('readonly', work),
    write: (work) => run('readwrite', work),
    close() {
      lost ??= 'database-closed'
      connection.close()
    },
  }
}

/** What aborted a transaction says more than the request that failed in it. */
async function finish<Result>(
  transaction: IDBTransaction,
  work: (tables: Tables) => Promise<Result>,
): Promise<Result> {
  const end = endOf(transaction)
  // It may be aborted while the work is still at it, which then hears of it by its own request.
  end.catch(() => undefined)
  try {
    const result = await work(tablesOf(transaction))
    await end
    return result
  } catch (thrown) {
    abort(transaction)
    await end.catch(() => undefined)
    throw transaction.error ?? thrown
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself, as it does when there is no room left.
  }
}

function tablesOf(transaction: IDBTransaction): Tables {
  return {
    lifecycles: transaction.objectStore('lifecycle'),
    histories: transaction.objectStore('history'),
    effects: transaction.objectStore('outbox'),
    failures: transaction.objectStore('failure'),
  }
}

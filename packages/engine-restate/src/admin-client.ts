import { messageOf } from '@afterview/engine/host'
import { restateError } from './error-table.ts'
import { callHttp, type HttpOptions, jsonOf, requireAddress } from './http-call.ts'

/** A row of an answer to a query. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Restate's admin API, as far as this package uses it. */
export interface AdminClient {
  /** Asks Restate about its own state and invocations. */
  query(sql: string): Promise<readonly SqlRow[]>
  /** Makes a release known. Rejects with `registration-failed`. */
  register(address: string): Promise<void>
  /** Whether a release with this service has been registered. */
  hasService(name: string): Promise<boolean>
  /** Lets Restate forget what it answered to invocations that have ended. */
  purge(invocationIds: readonly string[]): Promise<void>
}

/** A client of the admin API at an address. Throws `address-malformed`. */
export function createAdminClient(address: string, options: HttpOptions): AdminClient {
  const base = requireAddress('admin', address)
  return {
    async query(sql) {
      const url = `${base}/query`
      const answer = await callHttp({ method: 'POST', url, body: { query: sql } }, options)
      const { rows } = jsonOf(url, answer) as { readonly rows: readonly SqlRow[] }
      return rows
    },
    async register(release) {
      const url = `${base}/deployments`
      try {
        jsonOf(url, await callHttp({ method: 'POST', url, body: { uri: release } }, options))
      } catch (thrown) {
        const message = messageOf(thrown)
        throw restateError('registration-failed', { address: release, message }, thrown)
      }
    },
    async hasService(name) {
      const { status } = await callHttp({ method: 'GET', url: `${base}/services/${name}` }, options)
      return status === 200
    },
    async purge(invocationIds) {
      for (const id of invocationIds) {
        await callHttp({ method: 'PATCH', url: `${base}/invocations/${id}/purge` }, options)
      }
    },
  }
}

/** A text as a literal of SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '@afterview/engine/host'
import { restateError } from './error-table.ts'
import { callHttp, type HttpAnswer, type HttpOptions, jsonOf, requireAddress } from './http-call.ts'

/** A row of an answer to a query. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Restate's admin API, as far as this package uses it. */
export interface AdminClient {
  /**
   * Asks Restate about its own state and invocations. A question that fails on the side of the server
   * is asked again for up to 15 seconds, which a cluster may need when it has lost a node.
   */
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
      const ask = (): Promise<HttpAnswer> =>
        callHttp({ method: 'POST', url, body: { query: sql } }, options)
      const late = performance.now() + recovery
      let answer = await ask()
      for (let wait = firstWait; answer.status >= 500; wait = Math.min(2 * wait, longestWait)) {
        if (performance.now() + wait > late) break
        await sleep(wait)
        answer = await ask()
      }
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

/** How long a cluster that lost a node may take to answer questions again, in ms; seen: up to seven seconds. */
const recovery = 15_000

/** Between two attempts at a question, in ms. */
const firstWait = 50
const longestWait = 1000

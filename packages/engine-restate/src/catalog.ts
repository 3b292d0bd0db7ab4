import type {
  DeadLetter,
  EngineStore,
  Failure,
  StoreCounts,
  StoredLifecycle,
  StoreQuery,
} from '@afterview/engine'
import { instantFromMs } from '@afterview/time'
import { type AdminClient, type SqlRow, sqlText } from './admin-client.ts'
import type { EffectRow } from './effect-row.ts'
import { effectPrefix, failureKey, lifecycleKey } from './object-state.ts'

/** An effect that is due. */
export interface DueEffect {
  readonly key: string
  readonly applicationId: string
}

/** What can be asked about all applications at once: by queries of the state that Restate keeps. */
export interface Catalog extends Pick<
  EngineStore,
  'name' | 'list' | 'nextWake' | 'deadLetters' | 'failures' | 'count'
> {
  /** Ids of the lifecycles with `wakeAt` at or before `now`, the earliest first. */
  dueIds(now: number, limit: number): Promise<readonly string[]>
  /** Effects that wait and are due at `now`, the earliest first. */
  dueEffects(now: number, limit: number): Promise<readonly DueEffect[]>
  /** Ids of the invocations of an application that have ended and are still remembered. */
  endedInvocations(applicationId: string): Promise<readonly string[]>
}

/** The catalog of the applications of one service. */
export function createCatalog(admin: AdminClient, service: string): Catalog {
  const ofService = `service_name = ${sqlText(service)}`
  const lifecycles = `FROM state WHERE ${ofService} AND key = '${lifecycleKey}'`
  const effects = `FROM state WHERE ${ofService} AND starts_with(key, '${effectPrefix}')`
  const texts = async (sql: string): Promise<readonly string[]> =>
    (await admin.query(sql)).map(textOf)

  return {
    name: 'restate',
    list: async (query) => {
      const sql = `SELECT value_utf8 AS text ${lifecycles}${conditions(query)}
        ORDER BY service_key LIMIT ${query.limit}`
      return (await texts(sql)).map((text) => JSON.parse(text) as StoredLifecycle)
    },
    async nextWake() {
      const [row] = await admin.query(`SELECT MIN(${number('wakeAt')}) AS wake ${lifecycles}`)
      return typeof row?.['wake'] === 'number' ? row['wake'] : null
    },
    dueIds: (now, limit) =>
      texts(`SELECT service_key AS text ${lifecycles} AND ${number('wakeAt')} <= ${now}
        ORDER BY ${number('wakeAt')}, service_key LIMIT ${limit}`),
    async dueEffects(now, limit) {
      const rows = await admin.query(`SELECT key AS text, service_key AS id ${effects}
        AND ${text('status')} = 'waiting' AND ${number('at')} <= ${now}
        ORDER BY ${number('at')}, key LIMIT ${limit}`)
      return rows.map((row) => ({
        key: textOf(row).slice(effectPrefix.length),
        applicationId: String(row['id']),
      }))
    },
    async deadLetters(after, limit) {
      const start = after === null ? '' : `AND key > ${sqlText(effectPrefix + after)}`
      const sql = `SELECT value_utf8 AS text ${effects} AND ${text('status')} = 'dead' ${start}
        ORDER BY key LIMIT ${limit}`
      return (await texts(sql)).map((one) => deadLetter(JSON.parse(one) as EffectRow))
    },
    async failures(after, limit) {
      const start = after === null ? '' : `AND service_key > ${sqlText(after)}`
      const sql = `SELECT value_utf8 AS text FROM state
        WHERE ${ofService} AND key = '${failureKey}' ${start} ORDER BY service_key LIMIT ${limit}`
      return (await texts(sql)).map((one) => JSON.parse(one) as Failure)
    },
    async count(now) {
      const [row] = await admin.query(`SELECT
        ${countOf(`key = '${lifecycleKey}'`)} AS lifecycles,
        ${countOf(`key = '${lifecycleKey}' AND ${number('wakeAt')} <= ${now}`)} AS overdue,
        ${countOf(`starts_with(key, '${effectPrefix}') AND ${text('status')} = 'waiting'`)} AS undelivered,
        ${countOf(`starts_with(key, '${effectPrefix}') AND ${text('status')} = 'dead'`)} AS dead,
        ${countOf(`key = '${failureKey}'`)} AS failures
        FROM state WHERE ${ofService}`)
      return countsOf(row ?? {})
    },
    endedInvocations: (applicationId) =>
      texts(`SELECT id AS text FROM sys_invocation WHERE target_service_key = ${sqlText(applicationId)}
        AND target_service_name = ${sqlText(service)} AND status = 'completed'`),
  }
}

function conditions({ after, state, exceptState, changedSince }: StoreQuery): string {
  const parts = [
    after === null ? '' : `service_key > ${sqlText(after)}`,
    state === null ? '' : isWithin(state),
    exceptState === null ? '' : `NOT ${isWithin(exceptState)}`,
    changedSince === null ? '' : `${number('changedAt')} >= ${changedSince}`,
  ]
  return parts.flatMap((part) => (part === '' ? [] : [` AND ${part}`])).join('')
}

function isWithin(state: string): string {
  return `(${text('state')} = ${sqlText(state)} OR starts_with(${text('state')}, ${sqlText(`${state}.`)}))`
}

function text(field: string): string {
  return `json_get_str(value_utf8, '${field}')`
}

function number(field: string): string {
  return `json_get_int(value_utf8, '${field}')`
}

function countOf(condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`
}

function countsOf(row: SqlRow): StoreCounts {
  const count = (name: string): number => Number(row[name] ?? 0)
  return {
    lifecycles: count('lifecycles'),
    overdue: count('overdue'),
    undelivered: count('undelivered'),
    deadLetters: count('dead'),
    failures: count('failures'),
    facts: {},
  }
}

function deadLetter({ effect, attempts, at, error }: EffectRow): DeadLetter {
  return { effect, attempts, diedAt: instantFromMs(at), error: error ?? '' }
}

function textOf(row: SqlRow): string {
  return String(row['text'])
}

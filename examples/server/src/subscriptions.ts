import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { createSubscriptionToken } from '@afterview/calendar'
import type { AgendaSubscription } from 'afterview'

type Options = NonNullable<AgendaSubscription['options']>

/** What a subscribed calendar shows. */
export interface SubscriptionWish extends Options {
  /** Only this application. Default: all. */
  readonly applicationId?: string
}

/** A subscribed calendar as its owner sees it; its token is shown once and kept nowhere. */
export interface KeptSubscription extends Pick<SubscriptionWish, 'applicationId'> {
  readonly id: string
  readonly options: Options
  readonly owner: string
  readonly digest: string
}

/** Which calendars are subscribed to. */
export type Subscriptions = ReturnType<typeof createSubscriptions>

/** Keeps subscriptions in the ledger. */
export function createSubscriptions(ledger: DatabaseSync) {
  const insert = ledger.prepare(
    `INSERT INTO subscriptions (id, owner, digest, applicationId, options) VALUES (?, ?, ?, ?, ?)`,
  )
  const list = ledger.prepare('SELECT * FROM subscriptions WHERE owner = ? ORDER BY rowid')
  const find = ledger.prepare('SELECT * FROM subscriptions WHERE digest = ?')
  const renew = ledger.prepare('UPDATE subscriptions SET digest = ? WHERE owner = ? AND id = ?')
  const remove = ledger.prepare('DELETE FROM subscriptions WHERE owner = ? AND id = ?')
  return {
    /** Answers with the token. */
    add(owner: string, { applicationId, ...options }: SubscriptionWish) {
      const [id, { token, digest }] = [randomUUID(), createSubscriptionToken()]
      insert.run(id, owner, digest, applicationId ?? null, JSON.stringify(options))
      return { id, token }
    },
    list: (owner: string): readonly KeptSubscription[] => list.all(owner).map(subscriptionOf),
    find(digest: string): KeptSubscription | undefined {
      const row = find.get(digest)
      return row && subscriptionOf(row)
    },
    /** Answers with a new token, with which the old one ends; `undefined` where there is none. */
    renew(owner: string, id: string): string | undefined {
      const { token, digest } = createSubscriptionToken()
      return renew.run(digest, owner, id).changes === 1 ? token : undefined
    },
    /** Answers `false` where there is none. */
    remove: (owner: string, id: string): boolean => remove.run(owner, id).changes === 1,
  }
}

function subscriptionOf(row: Record<string, SQLOutputValue>): KeptSubscription {
  const { id, owner, digest, applicationId, options } = row
  return {
    id: String(id),
    owner: String(owner),
    digest: String(digest),
    ...(applicationId === null ? {} : { applicationId: String(applicationId) }),
    options: JSON.parse(String(options)) as Options,
  }
}

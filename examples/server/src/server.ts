import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { placeName, placeOf } from '@afterview/core'
import { type EngineClock, type EngineFactory, systemClock } from '@afterview/engine'
import {
  type Afterview,
  type AfterviewChange,
  type AgendaSubscription,
  createAfterview,
} from 'afterview'
import { Hono } from 'hono'
import { agendaRoutes, subscriptionRoutes } from './agenda-routes.ts'
import { applicationRoutes } from './application-routes.ts'
import { type ChangeLog, createChangeLog } from './change-log.ts'
import { fault } from './fault.ts'
import * as guards from './guards.ts'
import { createHoldings } from './holdings.ts'
import { createJobSearch, type JobSearch, ownerOfId } from './job-search.ts'
import { openLedger } from './ledger.ts'
import { changeRoutes, eraseOwner, ownerRoutes } from './owner-routes.ts'
import { createOwners, type Owners } from './owners.ts'
import { problemFor } from './problem.ts'
import { createSubscriptions, type Subscriptions } from './subscriptions.ts'

/** What a server is made with. */
export interface ServerOptions {
  /** Folder of the ledger. Made where it is missing. */
  readonly folder: string
  /** Where applications are kept. */
  readonly engine: EngineFactory
  /** Opens `POST /owners` and `GET /diagnostics`. */
  readonly operatorToken: string
  /** Default: the machine's clock. */
  readonly clock?: EngineClock
  /** The address under which calendars find the server. Default: that of the request. */
  readonly origin?: string
  /** Whether X-Forwarded-For is believed, since every request comes through one proxy. Default `false`. */
  readonly isProxied?: boolean
  readonly limits?: Partial<Limits>
  /** Told of what failed and is no caller's doing. */
  readonly report: (problem: unknown) => void
}

const defaults = {
  /** Requests of one address in a minute. */
  perAddress: 1200,
  /** Requests of one owner in a minute. */
  perOwner: 300,
  /** Bytes of a body. */
  body: 65_536,
  /** Applications of one owner. */
  applications: 500,
  /** Milliseconds between two signs of life on a stream. */
  heartbeat: 25_000,
}

/** How much is taken. */
export type Limits = Readonly<typeof defaults>

/** A server that does not listen yet. */
export interface Server {
  readonly app: Hono
  /** Ends streams, so that connections can close; everything else goes on. */
  endStreams(): void
  /** Finishes what has begun, and closes the files. */
  dispose(): Promise<void>
}

/** Makes a server: one Afterview that all owners share, and for each a job search that sees only its own. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { folder, engine, clock = systemClock(), report } = options
  const limits = { ...defaults, ...options.limits }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ledger = openLedger(join(folder, 'ledger.db'))
  const [owners, holdings] = [createOwners(ledger), createHoldings(ledger)]
  const subscriptions = createSubscriptions(ledger)
  const find = findWith(subscriptions, (owner) => searchOf(owner))
  const afterview = await createAfterview({ engine, clock, report, feed: { find } })
  const world = { afterview, holdings, now: () => clock.now(), most: limits.applications }
  const searchOf = (owner: string): JobSearch => createJobSearch(world, owner)
  for (const owner of owners.leaving()) await eraseOwner(searchOf(owner), owners)
  const log = logOf(afterview, limits.heartbeat)
  return {
    app: createApp({ ...options, limits, afterview, owners, subscriptions, searchOf, log }),
    endStreams: () => log.end(),
    async dispose() {
      log.end()
      await afterview.dispose()
      ledger.close()
    },
  }
}

interface Works extends ServerOptions {
  readonly limits: Limits
  readonly afterview: Afterview
  readonly owners: Owners
  readonly subscriptions: Subscriptions
  readonly searchOf: (owner: string) => JobSearch
  readonly log: ChangeLog
}

function createApp(works: Works): Hono {
  const { limits, owners, report } = works
  const operator = guards.operatorOnly(works.operatorToken)
  const forOwners = new Hono<guards.OwnerEnv>()
    .use(guards.ownersOnly(owners, works.searchOf))
    .use(guards.perMinute<guards.OwnerEnv>(limits.perOwner, (c) => c.var.search.owner))
    .route('/applications', applicationRoutes)
    .route('/subscriptions', subscriptionRoutes(works.subscriptions, works.origin))
    .route('/owner', ownerRoutes(owners, works.log))
    .route('/changes', changeRoutes(works.log))
    .route('/', agendaRoutes)
  return new Hono()
    .use(guards.safeHeaders())
    .use(guards.perMinute(limits.perAddress, (c) => guards.addressOf(c, works.isProxied)))
    .use(guards.atMost(limits.body))
    .onError((error, c) => problemFor(c, error, report))
    .notFound((c) => {
      const error = fault('route-unknown', `nothing answers ${c.req.method} ${c.req.path}`)
      return problemFor(c, error, report)
    })
    .get('/health', (c) => c.json({ status: 'ok' }))
    .all('/calendar/:file', (c) => works.afterview.feed(c.req.raw))
    .post('/owners', operator, (c) => c.json(owners.add(), 201))
    .get('/diagnostics', operator, async (c) => c.json(await works.afterview.diagnostics()))
    .route('/', forOwners)
}

/** Finds what a token opens, as its owner sees it. */
function findWith(subscriptions: Subscriptions, searchOf: Works['searchOf']) {
  return (digest: string): AgendaSubscription | undefined => {
    const found = subscriptions.find(digest)
    if (found === undefined) return undefined
    const { owner, options, applicationId } = found
    return { digest, options, applicationIds: searchOf(owner).chosen(applicationId) }
  }
}

/** A log of all changes and effects. To be told of an effect is all that it asks for here. */
function logOf(afterview: Afterview, heartbeat: number): ChangeLog {
  const log = createChangeLog(heartbeat)
  afterview.onDidChange((change) => {
    log.append(ownerOfId(change.applicationId), 'change', told(change))
  })
  afterview.engine.handleEffects('changes', (effect) => {
    log.append(ownerOfId(effect.applicationId), 'effect', effect)
  })
  return log
}

/** A change as an owner's program is told of it: enough to know what to read again. */
function told(change: AfterviewChange): object {
  if (change.type === 'erased') return change
  const { type, applicationId, snapshot, agenda } = change
  const ids = (records: readonly { readonly id: string }[]): readonly string[] =>
    records.map(({ id }) => id)
  return {
    type,
    applicationId,
    revision: snapshot.revision,
    state: placeName(placeOf(snapshot.machine.value)),
    agenda: { added: ids(agenda.added), moved: ids(agenda.moved), closed: ids(agenda.closed) },
  }
}

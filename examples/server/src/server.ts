import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCalendar, createFeed } from '@afterview/calendar'
import { placeName, placeOf } from '@afterview/core'
import { type EngineClock, type EngineFactory, systemClock } from '@afterview/engine'
import { type AfterviewChange, createAfterview } from 'afterview'
import { Hono } from 'hono'
import { agendaRoutes, subscriptionRoutes } from './agenda-routes.ts'
import { applicationRoutes } from './application-routes.ts'
import { createChangeLog } from './change-log.ts'
import { fault } from './fault.ts'
import {
  addressOf,
  atMost,
  operatorOnly,
  type OwnerEnv,
  ownersOnly,
  perMinute,
  safeHeaders,
} from './guards.ts'
import { createHoldings } from './holdings.ts'
import { createJobSearch, type JobSearch, ownerOfId } from './job-search.ts'
import { openLedger } from './ledger.ts'
import { changeRoutes, eraseOwner, ownerRoutes } from './owner-routes.ts'
import { createOwners } from './owners.ts'
import { problemFor } from './problem.ts'
import { createSubscriptions } from './subscriptions.ts'

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

/** How much is taken. */
export interface Limits {
  /** Requests of one address in a minute. Default 1200. */
  readonly perAddress: number
  /** Requests of one owner in a minute. Default 300. */
  readonly perOwner: number
  /** Bytes of a body. Default 65,536. */
  readonly body: number
  /** Applications of one owner. Default 500. */
  readonly applications: number
  /** Milliseconds between two signs of life on a stream. Default 25,000. */
  readonly heartbeat: number
}

const defaults: Limits = {
  perAddress: 1200,
  perOwner: 300,
  body: 65_536,
  applications: 500,
  heartbeat: 25_000,
}

/** A server that does not listen yet. */
export interface Server {
  readonly app: Hono
  /** Ends streams, so that connections can close; everything else goes on. */
  endStreams(): void
  /** Finishes what has begun, and closes the files. */
  dispose(): Promise<void>
}

/** Makes a server: one Afterview that all owners share, and a job search for each that sees only its own. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const {
    folder,
    engine,
    operatorToken,
    clock = systemClock(),
    origin,
    isProxied = false,
  } = options
  const report = options.report
  const limits = { ...defaults, ...options.limits }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const afterview = await createAfterview({ engine, clock, report })
  const ledger = openLedger(join(folder, 'ledger.db'))
  const [owners, subscriptions] = [createOwners(ledger), createSubscriptions(ledger)]
  const holdings = createHoldings(ledger)
  const calendar = createCalendar()
  const now = (): string => clock.now()
  const world = { afterview, calendar, holdings, now, most: limits.applications }
  const searchOf = (owner: string): JobSearch => createJobSearch(world, owner)
  const log = createChangeLog(limits)
  afterview.onDidChange((change) =>
    log.append(ownerOfId(change.applicationId), 'change', told(change)),
  )
  afterview.engine.handleEffects('changes', (effect) =>
    log.append(ownerOfId(effect.applicationId), 'effect', effect),
  )
  const feed = createFeed({
    calendar,
    now,
    find: (digest) => {
      const found = subscriptions.find(digest)
      if (found === undefined) return undefined
      const { owner, options } = found
      const which = found.applicationId === undefined ? {} : { applicationId: found.applicationId }
      return {
        digest,
        options,
        items: () => searchOf(owner).agenda({ ...which, includeClosed: true }),
      }
    },
    onProblems: (problems) => problems.forEach(report),
  })
  for (const owner of owners.leaving()) await eraseOwner(searchOf(owner), owners)

  const forOwners = new Hono<OwnerEnv>()
    .use(ownersOnly(owners, searchOf))
    .use(perMinute<OwnerEnv>(limits.perOwner, (c) => c.var.search.owner))
    .route('/applications', applicationRoutes)
    .route('/subscriptions', subscriptionRoutes(subscriptions, origin))
    .route('/owner', ownerRoutes(owners, log))
    .route('/changes', changeRoutes(log))
    .route('/', agendaRoutes)

  const app = new Hono()
    .use(safeHeaders())
    .use(perMinute(limits.perAddress, (c) => addressOf(c, isProxied)))
    .use(atMost(limits.body))
    .onError((error, c) => problemFor(c, error, report))
    .notFound((c) =>
      problemFor(
        c,
        fault('route-unknown', `nothing answers ${c.req.method} ${c.req.path}`),
        report,
      ),
    )
    .get('/health', (c) => c.json({ status: 'ok' }))
    .all('/calendar/:file', (c) => feed.respond(c.req.raw))
    .post('/owners', operatorOnly(operatorToken), (c) => c.json(owners.add(), 201))
    .get('/diagnostics', operatorOnly(operatorToken), async (c) =>
      c.json(await afterview.diagnostics()),
    )
    .route('/', forOwners)
  return {
    app,
    endStreams: () => log.end(),
    async dispose() {
      log.end()
      await afterview.dispose()
      ledger.close()
    },
  }
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

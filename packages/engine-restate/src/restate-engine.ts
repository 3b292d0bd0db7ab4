import type { StartInput } from '@afterview/core'
import type {
  Begun,
  Disposable,
  Engine,
  EngineFactory,
  EngineHost,
  ExportedApplication,
  RecordOptions,
  RecordOutcome,
  Renewal,
  StoredLifecycle,
} from '@afterview/engine'
import {
  type ChangeFeed,
  createChangeFeed,
  createKeyedQueue,
  createOpenCalls,
  engineError,
  jsonCopy,
  type KeyedQueue,
  listStored,
  type OpenCalls,
  pageOfDeadLetters,
  pageOfFailures,
  presentOf,
  readDiagnostics,
  readStored,
  requireWholeNumber,
  storedInOrder,
} from '@afterview/engine/host'
import { instantFromMs } from '@afterview/time'
import { type AdminClient, createAdminClient } from './admin-client.ts'
import type { ApplicationHandlers, Dossier, Told } from './application-messages.ts'
import { type Catalog, createCatalog } from './catalog.ts'
import { restateError } from './error-table.ts'
import { defaultAnswerTimeout, type HttpOptions } from './http-call.ts'
import { createIngressClient, type IngressClient } from './ingress-client.ts'
import { createOrderedChanges, type OrderedChanges } from './ordered-changes.ts'
import {
  type RestateService,
  restateService,
  type RestateServiceOptions,
} from './restate-service.ts'
import type { ServedRelease, ServeRelease } from './served-release.ts'
import { defaultNamespace, serviceNames } from './service-names.ts'

/** Options of {@link restateEngine}. */
export interface RestateEngineOptions extends RestateServiceOptions, HttpOptions {
  /** Where events go in, such as `http://127.0.0.1:8080`. */
  readonly ingress: string
  /** The admin API, for listings and for registering a release, such as `http://127.0.0.1:9070`. */
  readonly admin: string
  /**
   * Serves a release from this process, such as `servePort({ release, port })`, and registers it:
   * the core then runs here when Restate calls. Default: other processes serve.
   */
  readonly serve?: ServeRelease
}

/** The parts behind the methods. */
interface RestateWorks {
  readonly host: EngineHost
  readonly ingress: IngressClient
  readonly admin: AdminClient
  readonly catalog: Catalog
  readonly feed: ChangeFeed
  readonly changes: OrderedChanges
  readonly queue: KeyedQueue
  readonly hasListeners: () => boolean
  readonly service: RestateService | null
  readonly served: ServedRelease | null
}

/**
 * Lifecycles on a Restate server or cluster. Every method is a call over the network. Rejects with
 * `restate-unreachable`, `restate-late`, `restate-refused` or `service-missing` beside the errors of
 * the contract; the factory also with `port-taken` and `registration-failed`.
 */
export function restateEngine(options: RestateEngineOptions): EngineFactory {
  return async (host) => {
    const works = await createWorks(host, options)
    const calls = createOpenCalls()
    let disposal: Promise<void> | null = null
    return {
      ...lifecycleMethods(works, calls),
      ...inspectionMethods(works, calls),
      ...deliveryMethods(works, calls),
      dispose: () => (disposal ??= disposeAll(works, calls)),
    }
  }
}

async function createWorks(host: EngineHost, options: RestateEngineOptions): Promise<RestateWorks> {
  const { answerTimeout = defaultAnswerTimeout, namespace = defaultNamespace } = options
  requireWholeNumber('answerTimeout', answerTimeout, 1, 86_400_000)
  const names = serviceNames(namespace)
  const admin = createAdminClient(options.admin, options)
  const ingress = createIngressClient(options.ingress, names, {
    ...options,
    isRegistered: async (service) => options.serve !== undefined || admin.hasService(service),
  })
  const subscriptions = new Set<Disposable>()
  const feed = createChangeFeed(host.report)
  const changes = createOrderedChanges((change) => feed.publish(change))
  const counted: ChangeFeed = {
    publish: (change) => feed.publish(change),
    subscribe(listener) {
      const subscription = feed.subscribe(listener)
      subscriptions.add(subscription)
      return {
        dispose: () => {
          subscriptions.delete(subscription)
          subscription.dispose()
        },
      }
    },
  }
  const service = options.serve === undefined ? null : restateService(host, options)
  service?.subscribe((change) => changes.fired(change))
  const served = await serve(service, options.serve, admin)
  return {
    host,
    ingress,
    admin,
    catalog: createCatalog(admin, names.application),
    feed: counted,
    changes,
    queue: createKeyedQueue(),
    hasListeners: () => subscriptions.size > 0,
    service,
    served,
  }
}

async function serve(
  service: RestateService | null,
  serveRelease: ServeRelease | undefined,
  admin: AdminClient,
): Promise<ServedRelease | null> {
  if (service === null || serveRelease === undefined) return null
  const served = await serveRelease(service)
  try {
    await admin.register(served.address)
    return served
  } catch (thrown) {
    await served.close()
    throw thrown
  }
}

type LifecycleMethods = Pick<
  Engine,
  'begin' | 'record' | 'read' | 'history' | 'subscribe' | 'retry' | 'catchUp' | 'renew' | 'erase'
>

function lifecycleMethods(works: RestateWorks, calls: OpenCalls): LifecycleMethods {
  const { host, ingress, feed } = works
  return {
    begin: (input) => calls.run('begin', () => begin(works, input)),
    record: (id, event, options = {}) =>
      calls.run('record', () => record(works, id, event, options)),
    read: (id) =>
      calls.run('read', async () => {
        const stored = await load(works, id)
        return stored === null ? undefined : readStored(host.lifecycle, stored)
      }),
    history: (id) =>
      calls.run('history', async () =>
        known(id, id === '' ? null : await ingress.call(id, 'history', null)),
      ),
    subscribe(listener) {
      calls.requireOpen('subscribe')
      return feed.subscribe(listener)
    },
    retry: (id) => calls.run('retry', async () => id !== '' && ingress.call(id, 'retry', null)),
    catchUp: () => calls.run('catchUp', () => catchUp(works)),
    renew: () => calls.run('renew', () => renew(works)),
    erase: (id) => calls.run('erase', async () => id !== '' && erase(works, id)),
  }
}

type InspectionMethods = Pick<Engine, 'list' | 'failures' | 'export' | 'exportAll' | 'diagnostics'>

function inspectionMethods(works: RestateWorks, calls: OpenCalls): InspectionMethods {
  const { host, catalog, served } = works
  return {
    list: (query = {}) => calls.run('list', () => listStored(catalog, host.lifecycle, query)),
    failures: (request = {}) => calls.run('failures', () => pageOfFailures(catalog, request)),
    export: (id) =>
      calls.run('export', async () => exported(works, known(id, await file(works, id)))),
    exportAll() {
      calls.requireOpen('exportAll')
      return exportAll(works)
    },
    diagnostics: () =>
      calls.run('diagnostics', async () => {
        const read = await readDiagnostics(catalog, host.clock)
        return { ...read, store: { ...read.store, release: served?.address ?? null } }
      }),
  }
}

type DeliveryMethods = Pick<Engine, 'handleEffects' | 'deadLetters' | 'redeliver'>

function deliveryMethods(works: RestateWorks, calls: OpenCalls): DeliveryMethods {
  const { catalog, ingress, service, host } = works
  return {
    handleEffects(name, handler) {
      calls.requireOpen('handleEffects')
      if (service === null) throw restateError('effects-elsewhere', { name })
      const registration = service.handleEffects(name, handler)
      // What has waited for a handler need not wait for its next turn.
      calls
        .run('handleEffects', () => deliverDue(works))
        .catch((thrown: unknown) => {
          const message = thrown instanceof Error ? thrown.message : String(thrown)
          host.report(
            engineError('store-failed', { during: 'delivering effects', message }, thrown),
          )
        })
      return registration
    },
    deadLetters: (request = {}) =>
      calls.run('deadLetters', () => pageOfDeadLetters(catalog, request)),
    redeliver: (key) =>
      calls.run('redeliver', async () => {
        const applicationId = key.split('/').slice(0, -2).join('/')
        return applicationId !== '' && ingress.call(applicationId, 'redeliver', key)
      }),
  }
}

/** The core of this process reads the input first: it knows the id, and what is wrong. */
function begin(works: RestateWorks, input: StartInput): Promise<Begun> {
  const given = jsonCopy(input) as StartInput
  const { applicationId } = works.host.lifecycle.start(given).snapshot
  return inTurn(works, applicationId, async () => {
    const { told, ...begun } = await works.ingress.call(applicationId, 'begin', given)
    publish(works, 'began', begun, told)
    return begun
  })
}

async function record(
  works: RestateWorks,
  id: string,
  event: unknown,
  { key, expectedRevision }: RecordOptions,
): Promise<RecordOutcome> {
  if (key !== undefined && (typeof key !== 'string' || key === '' || key.length > 200)) {
    throw engineError('key-malformed', { key })
  }
  if (id === '') throw engineError('application-unknown', { applicationId: id })
  const sent = {
    event: jsonCopy(event),
    isTold: works.hasListeners(),
    ...(key === undefined ? {} : { key }),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  }
  return inTurn(works, id, async () => {
    const { outcome, told } = await works.ingress.call(id, 'record', sent)
    if (outcome.accepted) publish(works, 'recorded', outcome, told)
    return outcome
  })
}

/** Subscribers get copies of their own, since the caller may do with the outcome as it likes. */
function publish(
  { changes }: RestateWorks,
  type: 'began' | 'recorded' | 'renewed',
  { snapshot, effects }: Pick<Begun, 'snapshot' | 'effects'>,
  told: Told | null,
): void {
  if (told === null) return
  const { entries, before } = told
  const { applicationId } = snapshot
  changes.own(structuredClone({ type, applicationId, before, snapshot, entries, effects }))
}

function inTurn<Result>(
  { queue, changes }: RestateWorks,
  applicationId: string,
  call: () => Promise<Result>,
): Promise<Result> {
  return changes.during(applicationId, () => queue.run(applicationId, call))
}

function load({ ingress }: RestateWorks, id: string): Promise<StoredLifecycle | null> {
  return id === '' ? Promise.resolve(null) : ingress.call(id, 'load', null)
}

function file({ ingress }: RestateWorks, id: string): Promise<Dossier | null> {
  return id === '' ? Promise.resolve(null) : ingress.call(id, 'dossier', null)
}

function known<Value>(applicationId: string, value: Value | null): Value {
  if (value === null) throw engineError('application-unknown', { applicationId })
  return value
}

/** Most applications, or effects, that are asked for at once. */
const batch = 100

async function catchUp(works: RestateWorks): Promise<void> {
  await wakeDue(works)
  await deliverDue(works)
}

/** Whoever was woken in vain, since the clocks of two machines differ, is not woken again. */
async function wakeDue({ host, catalog, ingress }: RestateWorks): Promise<void> {
  const woken = new Set<string>()
  for (;;) {
    const due = await catalog.dueIds(presentOf(host.clock).ms, batch + woken.size)
    const left = due.filter((id) => !woken.has(id)).slice(0, batch)
    if (left.length === 0) return
    await Promise.all(left.map((id) => ingress.call(id, 'wake', {})))
    for (const id of left) woken.add(id)
  }
}

async function deliverDue({ host, catalog, ingress }: RestateWorks): Promise<void> {
  const tried = new Set<string>()
  const now = presentOf(host.clock).ms
  for (;;) {
    const due = await catalog.dueEffects(now, batch + tried.size)
    const left = due.filter(({ key }) => !tried.has(key)).slice(0, batch)
    if (left.length === 0) return
    await Promise.all(left.map(({ key, applicationId }) => ingress.deliver(key, { applicationId })))
    for (const { key } of left) tried.add(key)
  }
}

async function renew(works: RestateWorks): Promise<Renewal> {
  let [renewed, failed] = [0, 0]
  for await (const { applicationId } of storedInOrder(works.catalog)) {
    const { result } = await inTurn(works, applicationId, () => renewOne(works, applicationId))
    if (result === 'renewed') renewed += 1
    if (result === 'failed') failed += 1
  }
  return { renewed, failed }
}

async function renewOne(
  works: RestateWorks,
  applicationId: string,
): Promise<ReturnType<ApplicationHandlers['renew']>> {
  const answer = await works.ingress.call(applicationId, 'renew', works.hasListeners())
  const { snapshot, told } = answer
  if (snapshot !== null) publish(works, 'renewed', { snapshot, effects: [] }, told)
  return answer
}

async function erase(works: RestateWorks, applicationId: string): Promise<boolean> {
  const { ingress, changes, catalog, admin } = works
  return inTurn(works, applicationId, async () => {
    const isErased = await ingress.call(applicationId, 'erase', null)
    // Restate remembers its answers for a minute, and they tell of the candidate.
    if (isErased) await admin.purge(await catalog.endedInvocations(applicationId))
    if (isErased) changes.own({ type: 'erased', applicationId })
    return isErased
  })
}

function exported({ host }: RestateWorks, one: Dossier): ExportedApplication {
  const { stored, history, effects, failure } = one
  const { applicationId, snapshot } = stored
  return {
    format: 'afterview-application',
    version: 1,
    applicationId,
    exportedAt: presentOf(host.clock).iso,
    beganAt: instantFromMs(stored.beganAt),
    changedAt: instantFromMs(stored.changedAt),
    snapshot,
    history,
    effects,
    failure,
  }
}

/** Applications that are erased meanwhile are passed over. */
async function* exportAll(works: RestateWorks): AsyncGenerator<ExportedApplication> {
  for await (const { applicationId } of storedInOrder(works.catalog)) {
    const one = await file(works, applicationId)
    if (one !== null) yield exported(works, one)
  }
}

async function disposeAll({ service, served }: RestateWorks, calls: OpenCalls): Promise<void> {
  service?.dispose()
  await calls.close()
  await served?.close()
}

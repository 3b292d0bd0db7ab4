import { type Channel, createChannel } from '../channel/channel.ts'
import type { RawPort } from '../channel/raw-port.ts'
import type { Clock } from '../clock.ts'
import { toErrorData } from '../error-data.ts'
import type { JsonValue } from '../json-value.ts'
import { createPluginRealm } from '../realm/plugin-realm.ts'
import { type Opening, hostMethods, readOpening, realmMethods } from './realm-protocol.ts'
import { type Reporter, createReporter, sized } from './reporter.ts'
import type {
  ActivateRequest,
  HandlerCall,
  HostCalls,
  HostNotice,
  LogLevel,
  PluginRealm,
} from './runtime.ts'

/** What the plugin's side of a line is made from. */
export interface RealmServerOptions {
  readonly port: RawPort
  readonly clock: Clock
  /** Runs something in a later turn of the event loop. */
  readonly defer: (run: () => void) => void
  readonly importModule: (url: string) => Promise<unknown>
  /** The host does not keep to the protocol, or is of another version: the place should end. */
  readonly onViolation: (error: Error) => void
}

/** Takes what happens in a place outside any call. */
export interface ReportSink {
  /** Tells the host of something that was thrown. */
  reportError(thrown: unknown): void
  /** Tells the host a log line. */
  log(level: LogLevel, text: string): void
}

/** The plugin's side, as its bootstrap file sees it. */
export interface RealmServer extends ReportSink {
  /** URL of the plugin's module, once the host has named it: its frames in a stack begin with it. */
  readonly main: string | undefined
}

/**
 * Runs one plugin for a host at the other end of `port`: waits for the opening message, then serves
 * the calls of the realm. Reports made before the opening are told after it.
 */
export function serveRealm(options: RealmServerOptions): RealmServer {
  const early: ((reporter: Reporter) => void)[] = []
  let reporter: Reporter | undefined
  let main: string | undefined
  const withReporter = (use: (reporter: Reporter) => void): void => {
    if (reporter === undefined) early.push(use)
    else use(reporter)
  }
  options.port.on((message) => {
    const opening = readOpening(message)
    if (opening === undefined) return
    main = opening.main
    reporter = open(options, opening)
    for (const use of early.splice(0)) use(reporter)
  })
  return {
    get main() {
      return main
    },
    reportError: (thrown) =>
      withReporter((it) => it.report({ type: 'error', error: toErrorData(thrown) })),
    log: (level, text) => withReporter((it) => it.report({ type: 'log', level, text })),
  }
}

function open(options: RealmServerOptions, opening: Opening): Reporter {
  const { clock, port, defer, onViolation } = options
  const cut = new AbortController()
  const reporter = createReporter({
    limits: opening.limits,
    clock,
    pass: (report) => channel.tell(hostMethods.report, sized(report)),
  })
  const realm = createPluginRealm({
    load: () => options.importModule(opening.main),
    capabilities: opening.capabilities,
    host: hostBehind(() => channel),
    clock,
    report: (report) => reporter.report(report),
  })
  const channel: Channel = createChannel({
    port,
    clock,
    defer,
    onViolation,
    limits: opening.limits,
    methods: { ...realmCalls(realm), ...endings(realm, cut, reporter) },
    onError: (error) => reporter.report({ type: 'error', error: toErrorData(error) }),
  })
  return reporter
}

/** The host's own messages are trusted to have their shape: both sides are of one version. */
function realmCalls(realm: PluginRealm) {
  return {
    [realmMethods.activate]: (params: JsonValue, { signal }: { signal: AbortSignal }) =>
      realm.activate(params as ActivateRequest, signal),
    [realmMethods.invoke]: (params: JsonValue, { signal }: { signal: AbortSignal }) =>
      realm.invoke(params as HandlerCall, signal),
    [realmMethods.notify]: (params: JsonValue) => {
      realm.notify(params as HostNotice)
      return null
    },
  }
}

function endings(realm: PluginRealm, cut: AbortController, reporter: Reporter) {
  return {
    [realmMethods.deactivate]: async () => {
      const result = await realm.deactivate(cut.signal)
      reporter.flush()
      return result
    },
    [realmMethods.cutDeactivation]: () => {
      cut.abort()
      return null
    },
  }
}

function hostBehind(channel: () => Channel): HostCalls {
  return {
    call: (method, params, signal) =>
      channel().call(hostMethods.call, { method, params }, { signal }),
  }
}

import { isAfterviewError } from '@afterview/time'
import { type Channel, createChannel } from '../channel/channel.ts'
import { type ChannelLimits, channelLimits } from '../channel/channel-limits.ts'
import { errorFrame } from '../channel/error-frame.ts'
import type { RawPort } from '../channel/raw-port.ts'
import { toErrorData } from '../error-data.ts'
import type { JsonValue } from '../json-value.ts'
import {
  activationAborted,
  deactivationCut,
  placeNotStarted,
  pluginCrashed,
  pluginTerminated,
  pluginUnresponsive,
  startTimedOut,
} from './isolation-error.ts'
import { type Liveness, type LivenessLimits, createLiveness, livenessLimits } from './liveness.ts'
import {
  hostMethods,
  readActivateResult,
  readDeactivateResult,
  readHostCall,
  readReport,
  realmMethods,
} from './realm-protocol.ts'
import { type Reporter, createReporter } from './reporter.ts'
import type {
  ActivateRequest,
  ActivateResult,
  DeactivateResult,
  HandlerCall,
  HostCalls,
  HostNotice,
  IsolationKind,
  LogLevel,
  PluginDescription,
  PluginRuntime,
  RuntimeEvent,
  StartOptions,
} from './runtime.ts'

/** Limits that every adapter with a place of its own takes. */
export interface IsolationLimits {
  readonly channel?: Partial<ChannelLimits>
  readonly liveness?: Partial<LivenessLimits>
  /** How long a new place may take until it answers. Default 10,000 ms. */
  readonly startTimeoutMs?: number
  /** How long a plugin whose deactivation was cut may take to say how far it came. Default 250 ms. */
  readonly cutGraceMs?: number
}

/** A thread, process or page with a line to it. */
export interface Place {
  readonly port: RawPort
  /**
   * Ends it at once. {@link RemoteRuntime.ended} must be called when it is gone. `isLeft`: no code of
   * the plugin is at work in it, so a place with other plugins in it may stay for them.
   */
  kill(isLeft: boolean): void
}

/** How a place ended, as its adapter saw it. */
export interface PlaceEnd {
  readonly cause: 'crash' | 'exit-called' | 'out-of-memory'
  readonly error?: unknown
  /** Exit code, where there is one. */
  readonly code?: number
}

/** What a runtime at the other end of a line is made from. */
export interface RemoteRuntimeOptions {
  readonly kind: IsolationKind
  readonly plugin: PluginDescription
  /** URL of the plugin's module. */
  readonly main: string
  readonly host: HostCalls
  readonly start: StartOptions
  readonly place: Place
  /** Runs something in a later turn of the event loop. */
  readonly defer: (run: () => void) => void
  readonly limits: IsolationLimits
}

/** A runtime as its adapter sees it: the adapter tells what became of the place. */
export interface RemoteRuntime extends PluginRuntime {
  /** Opens the line; resolves when the other side answers. On failure the place is killed. */
  open(): Promise<void>
  /** The place is gone. Only the first call counts. */
  ended(end: PlaceEnd): void
  /** The place wrote something outside the line, such as to its standard output. */
  wrote(level: LogLevel, text: string): void
  /** Something was thrown outside any call, and the place lives on. */
  raised(error: unknown): void
  /** The plugin did something for which it must be ended. */
  violated(error: Error): void
}

/** Makes the host's side of a line: the one implementation behind every adapter with a place. */
export function createRemoteRuntime(options: RemoteRuntimeOptions): RemoteRuntime {
  return new PlaceRuntime(options)
}

const START_TIMEOUT_MS = 10_000
const CUT_GRACE_MS = 250
/** What the plugin's side adds to a line that it has cut. */
const CUT_NOTICE_LENGTH = 50

type Exit = Extract<RuntimeEvent, { readonly type: 'exit' }>

class PlaceRuntime implements RemoteRuntime {
  readonly #options: RemoteRuntimeOptions
  readonly #limits: ChannelLimits
  readonly #channel: Channel
  readonly #liveness: Liveness
  readonly #reporter: Reporter
  readonly #gone = Promise.withResolvers<void>()
  #endError: Error | undefined
  #isOpen = false
  #isLeft = true
  #isGone = false
  /** Why this side ended the place, when it did. */
  #verdict: Pick<Exit, 'isExpected' | 'cause' | 'error'> | undefined

  constructor(options: RemoteRuntimeOptions) {
    this.#options = options
    this.#limits = { ...channelLimits, ...options.limits.channel }
    this.#reporter = this.#createReporter()
    this.#channel = this.#createChannel()
    this.#liveness = this.#createLiveness()
  }

  async open(): Promise<void> {
    const { plugin, main, place, kind } = this.#options
    const { id: pluginId, capabilities } = plugin
    try {
      place.port.post({ t: 'open', pluginId, main, capabilities, limits: this.#limits })
      await this.#untilAnswered()
    } catch (error) {
      this.#end({ isExpected: true, cause: 'terminated' }, pluginTerminated(pluginId))
      await this.#gone.promise
      throw placeNotStarted(pluginId, kind, error)
    }
    this.#isOpen = true
    this.#liveness.start()
  }

  async activate(request: ActivateRequest, signal: AbortSignal): Promise<ActivateResult> {
    this.#isLeft = false
    try {
      return readActivateResult(await this.#call(realmMethods.activate, request, null, signal))
    } catch (error) {
      throw signal.aborted ? activationAborted(request.pluginId, signal.reason) : error
    }
  }

  invoke(call: HandlerCall, signal: AbortSignal): Promise<JsonValue> {
    const { kind, id, input, at } = call
    return this.#call(
      realmMethods.invoke,
      { kind, id, input, at },
      this.#limits.callTimeoutMs,
      signal,
    )
  }

  notify(notice: HostNotice): void {
    this.#tell(realmMethods.notify, notice)
  }

  async deactivate(signal: AbortSignal): Promise<DeactivateResult> {
    const ending = this.#call(realmMethods.deactivate, null, null)
    try {
      const result = readDeactivateResult(await this.#orCut(ending, signal))
      this.#isLeft = !result.isCut
      return result
    } catch (error) {
      if (isAfterviewError(error) && error.code === 'plugin-terminated') throw error
      return { errors: [toErrorData(error)], forgotten: [], isCut: true }
    }
  }

  async terminate(): Promise<void> {
    const error = pluginTerminated(this.#options.plugin.id)
    this.#end({ isExpected: true, cause: 'terminated' }, error)
    await this.#gone.promise
  }

  ended(end: PlaceEnd): void {
    if (this.#isGone) return
    this.#endError = pluginCrashed(this.#options.plugin.id, end.error)
    this.#liveness.stop()
    this.#channel.close(this.#endError)
    this.#reporter.flush()
    this.#isGone = true
    const code = end.code === undefined ? {} : { code: end.code }
    if (this.#isOpen) this.#options.start.onEvent({ ...this.#reason(end), ...code })
    this.#gone.resolve()
  }

  wrote(level: LogLevel, text: string): void {
    if (!this.#isGone) this.#reporter.report({ type: 'log', level, text })
  }

  raised(error: unknown): void {
    if (!this.#isGone) this.#reporter.report({ type: 'error', error: errorFrame(error) })
  }

  violated(error: Error): void {
    this.#end({ isExpected: false, cause: 'crash', error: toErrorData(error) }, error)
  }

  #reason(end: PlaceEnd): Exit {
    if (this.#verdict !== undefined) return { type: 'exit', ...this.#verdict }
    const { cause, error } = end
    const data = error === undefined ? {} : { error: errorFrame(error) }
    return { type: 'exit', isExpected: false, cause, ...data }
  }

  /** Ends the place from this side. The first reason stands. */
  #end(verdict: Pick<Exit, 'isExpected' | 'cause' | 'error'>, error: Error): void {
    if (this.#verdict !== undefined || this.#isGone) return
    this.#verdict = verdict
    this.#liveness.stop()
    this.#channel.close(error)
    this.#options.place.kill(this.#isLeft)
  }

  #call(
    method: string,
    params: JsonValue,
    timeoutMs: number | null,
    signal?: AbortSignal,
  ): Promise<JsonValue> {
    const onAcknowledged = this.#liveness.expect()
    return this.#channel.call(method, params, { signal, timeoutMs, onAcknowledged })
  }

  /** The first answer, unless the start takes too long, is given up, or the place ends. */
  async #untilAnswered(): Promise<void> {
    const { start, limits } = this.#options
    const timeoutMs = limits.startTimeoutMs ?? START_TIMEOUT_MS
    const failed = Promise.withResolvers<never>()
    const abort = (): void => failed.reject(start.signal?.reason)
    const timer = start.clock.after(timeoutMs, () => failed.reject(startTimedOut(timeoutMs)))
    start.signal?.addEventListener('abort', abort)
    if (start.signal?.aborted) abort()
    void this.#gone.promise.then(() => failed.reject(this.#endError))
    try {
      await Promise.race([this.#channel.ping(), failed.promise])
    } finally {
      timer.dispose()
      start.signal?.removeEventListener('abort', abort)
    }
  }

  /** The answer to `deactivate`; once `signal` is aborted, only what the plugin can still say. */
  #orCut(ending: Promise<JsonValue>, signal: AbortSignal): Promise<JsonValue> {
    const { start, plugin, limits } = this.#options
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(deactivationCut(plugin.id))
      const cut = (): void => {
        this.#tell(realmMethods.cutDeactivation, null)
        start.clock.after(limits.cutGraceMs ?? CUT_GRACE_MS, giveUp)
      }
      ending.then(resolve, reject).finally(() => signal.removeEventListener('abort', cut))
      if (signal.aborted) cut()
      else signal.addEventListener('abort', cut, { once: true })
    })
  }

  #tell(method: string, params: JsonValue): void {
    if (this.#verdict !== undefined || this.#isGone) return
    try {
      this.#channel.tell(method, params)
    } catch (error) {
      this.#emit({ type: 'error', error: toErrorData(error) })
    }
  }

  #emit(event: RuntimeEvent): void {
    if (!this.#isGone) this.#options.start.onEvent(event)
  }

  /** The plugin's side keeps the limits itself; only what gets around it meets these wider ones. */
  #createReporter(): Reporter {
    const { start } = this.#options
    const { logLineLength, logLinesPerSecond } = this.#limits
    return createReporter({
      limits: {
        logLineLength: logLineLength + CUT_NOTICE_LENGTH,
        logLinesPerSecond: logLinesPerSecond * 2,
      },
      clock: start.clock,
      pass: (report) => this.#emit(report),
    })
  }

  #createChannel(): Channel {
    const { place, start, host, defer } = this.#options
    return createChannel({
      port: place.port,
      clock: start.clock,
      defer,
      limits: this.#limits,
      methods: {
        [hostMethods.call]: (call, { signal }) => {
          const { method, params } = readHostCall(call)
          return host.call(method, params, signal)
        },
        [hostMethods.report]: (report) => {
          this.#reporter.report(readReport(report))
          return null
        },
      },
      onViolation: (error) => this.violated(error),
      onError: (error) => this.#emit({ type: 'error', error: toErrorData(error) }),
    })
  }

  #createLiveness(): Liveness {
    return createLiveness({
      clock: this.#options.start.clock,
      limits: { ...livenessLimits, ...this.#options.limits.liveness },
      ping: () => this.#channel.ping(),
      onUnresponsive: (silentMs) => this.#emit({ type: 'unresponsive', silentMs }),
      onResponsive: () => this.#emit({ type: 'responsive' }),
      onDead: (silentMs) => {
        const error = pluginUnresponsive(this.#options.plugin.id, silentMs)
        const data = toErrorData(error)
        this.#end({ isExpected: false, cause: 'unresponsive', error: data }, error)
      },
    })
  }
}

import { JsonValue, Clock, LogLevel } from './index.js';
import { R as RawPort, C as ChannelLimits } from './remote-runtime-hash.js';
export { I as IsolationLimits, L as Liveness, a as LivenessLimits, b as LivenessOptions, P as Place, c as PlaceEnd, d as RemoteRuntime, e as RemoteRuntimeOptions, f as channelLimits, g as createLiveness, h as createRemoteRuntime, l as livenessLimits } from './remote-runtime-hash.js';

/**
 * Calls in both directions over a {@link RawPort}, with everything that a port does not give:
 * acknowledgement, back-pressure, a size limit, cancellation, time limits and errors that keep
 * their code, fix and causes. Payloads are JSON data; what arrives is checked and frozen.
 */
interface Channel {
    /**
     * Asks the other side. Rejects with what it threw, with the reason of an aborted `signal`, or
     * with `call-timed-out`, `message-too-large`, `value-not-json`, `channel-congested`, or the
     * error that the channel was closed with.
     */
    call(method: string, params: JsonValue, options?: CallOptions): Promise<JsonValue>;
    /** Tells the other side. Throws like {@link Channel.call}, but has no answer. */
    tell(method: string, params: JsonValue): void;
    /** Resolves when the other side's event loop has taken the question in; never after a close. */
    ping(): Promise<void>;
    /** Ends both directions: rejects every call with `error`, aborts every piece of work. */
    close(error?: Error): void;
}
/** How to make one call. */
interface CallOptions {
    /** Aborting it cancels the work on the other side, and rejects here at once. */
    readonly signal?: AbortSignal | undefined;
    /** Instead of the channel's own. `null`: as long as it takes. */
    readonly timeoutMs?: number | null;
    /** Called once, when the other side has run the synchronous part, or when nothing was sent at all. */
    readonly onAcknowledged?: () => void;
}
/** Serves one method. What it throws goes back as an error. */
type ChannelMethod = (params: JsonValue, context: {
    readonly signal: AbortSignal;
}) => JsonValue | Promise<JsonValue>;
/** What a channel is made from. */
interface ChannelOptions {
    readonly port: RawPort;
    /** For time limits. */
    readonly clock: Clock;
    /** What the other side may ask for, by name. */
    readonly methods: Readonly<Record<string, ChannelMethod>>;
    /** Runs something in a later turn of the event loop; credit is given back through it. */
    readonly defer: (run: () => void) => void;
    readonly limits?: Partial<ChannelLimits>;
    /** The other side breaks the protocol: the owner should end it. The channel is closed already. */
    readonly onViolation: (error: Error) => void;
    /** An announcement of the other side could not be served. */
    readonly onError: (error: unknown) => void;
}
/** Opens a channel. Both sides make one over the two ends of the same line. */
declare function createChannel(options: ChannelOptions): Channel;

/** What the plugin's side of a line is made from. */
interface RealmServerOptions {
    readonly port: RawPort;
    readonly clock: Clock;
    /** Runs something in a later turn of the event loop. */
    readonly defer: (run: () => void) => void;
    readonly importModule: (url: string) => Promise<unknown>;
    /** The host does not keep to the protocol, or is of another version: the place should end. */
    readonly onViolation: (error: Error) => void;
}
/** Takes what happens in a place outside any call. */
interface ReportSink {
    /** Tells the host of something that was thrown. */
    reportError(thrown: unknown): void;
    /** Tells the host a log line. */
    log(level: LogLevel, text: string): void;
}
/** The plugin's side, as its bootstrap file sees it. */
interface RealmServer extends ReportSink {
    /** URL of the plugin's module, once the host has named it: its frames in a stack begin with it. */
    readonly main: string | undefined;
}
/**
 * Runs one plugin for a host at the other end of `port`: waits for the opening message, then serves
 * the calls of the realm. Reports made before the opening are told after it.
 */
declare function serveRealm(options: RealmServerOptions): RealmServer;

export { ChannelLimits, RawPort, createChannel, serveRealm };
export type { CallOptions, Channel, ChannelMethod, ChannelOptions, RealmServer, RealmServerOptions };

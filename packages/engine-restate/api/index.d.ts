import { ErrorFacts } from '@afterview/time';
import { DeliveryPolicy, EffectHandler, Disposable, ChangeListener, EngineHost, EngineFactory } from '@afterview/engine';
import { VirtualObjectDefinition, LoggerTransport } from '@restatedev/restate-sdk';

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every error of this package: what happened, and the one action that mends it. */
declare const table: {
    readonly 'restate-unreachable': (d: {
        url: string;
        message: string;
    }) => Facts;
    readonly 'restate-late': (d: {
        url: string;
        timeout: number;
    }) => Facts;
    readonly 'restate-refused': (d: {
        url: string;
        status: number;
        message: string;
    }) => Facts;
    readonly 'service-missing': (d: {
        service: string;
    }) => Facts;
    readonly 'answer-foreign': (d: {
        url: string;
        text: string;
    }) => Facts;
    readonly 'address-malformed': (d: {
        name: string;
        value: unknown;
    }) => Facts;
    readonly 'namespace-malformed': (d: {
        namespace: unknown;
    }) => Facts;
    readonly 'release-malformed': (d: {
        release: unknown;
    }) => Facts;
    readonly 'port-taken': (d: {
        host: string;
        port: number;
        message: string;
    }) => Facts;
    readonly 'registration-failed': (d: {
        address: string;
        message: string;
    }) => Facts;
    readonly 'invocation-failed': (d: {
        invocationId: string;
        target: string;
        message: string;
    }) => Facts;
    readonly 'effects-elsewhere': (d: {
        name: string;
    }) => Facts;
};
type Table = typeof table;
/** Codes of the errors of this package. */
type RestateErrorCode = keyof Table;

/** How requests are made. */
interface HttpOptions {
    /** In place of the global `fetch`, for proxies and client certificates. */
    readonly fetch?: typeof globalThis.fetch;
    /** Sent with every request, such as `authorization`. */
    readonly headers?: Readonly<Record<string, string>>;
    /** How long to wait for an answer, in ms. Default 30,000. */
    readonly answerTimeout?: number;
}

/** How the service works. */
interface RestateServiceOptions {
    /** Keeps several installations on one Restate apart. Default `afterview`. */
    readonly namespace?: string;
    /**
     * Wake lifecycles up to this many ms after their timers, each by the same share of it, so that
     * what is due at nine comes spread over a time. A timer's `at` stays its due instant. Default 0.
     */
    readonly spread?: number;
    /** How effects are delivered. `concurrency` is Restate's own matter. */
    readonly delivery?: Partial<Omit<DeliveryPolicy, 'concurrency'>>;
}
/** The service side: the core in virtual objects, with the effect handlers of this process. */
interface RestateService {
    /** For an endpoint of the Restate SDK, of whatever kind; one deployment address for each release. */
    readonly definitions: readonly VirtualObjectDefinition<string, unknown>[];
    /** See `Engine.handleEffects`. All processes that serve a release register the same handlers. */
    handleEffects(name: string, handler: EffectHandler): Disposable;
    /** Hears of the timers that have fired in this process. */
    subscribe(listener: ChangeListener): Disposable;
    /** Reports invocations that failed and will be tried again; for the SDK's endpoints. */
    readonly logger: LoggerTransport;
    /** Tells handlers to stop: Restate lets others take over what they have not done. */
    dispose(): void;
}
/** Makes the service of one process. Throws `namespace-malformed` or `number-out-of-range`. */
declare function restateService(host: EngineHost, options?: RestateServiceOptions): RestateService;

/** A release that is being served. */
interface ServedRelease {
    /** Where the Restate server reaches it; this is what gets registered. */
    readonly address: string;
    /** Takes no more invocations, and waits a moment for those under way. */
    close(): Promise<void>;
}
/** Serves what a service defines, somehow. */
type ServeRelease = (service: RestateService) => Promise<ServedRelease>;
/** Options of {@link servePort}. */
interface ServePortOptions {
    /**
     * Names the code and the configuration, such as the id of a commit: another one for each change
     * of either. Restate finishes what began on a release on that release.
     */
    readonly release: string;
    readonly port: number;
    /** The interface to listen on. Default `127.0.0.1`: this machine only. */
    readonly host?: string;
    /** How the Restate server reaches this process, without the release. Default `http://host:port`. */
    readonly address?: string;
    /** Public keys of the Restate server; requests that it has not signed are refused. */
    readonly identityKeys?: readonly string[];
}
/**
 * Serves a release on a port of this process, under `address/release`, by HTTP/2 without encryption.
 * The result rejects with `port-taken`.
 */
declare function servePort(options: ServePortOptions): ServeRelease;

/** Options of {@link restateEngine}. */
interface RestateEngineOptions extends RestateServiceOptions, HttpOptions {
    /** Where events go in, such as `http://127.0.0.1:8080`. */
    readonly ingress: string;
    /** The admin API, for listings and for registering a release, such as `http://127.0.0.1:9070`. */
    readonly admin: string;
    /**
     * Serves a release from this process, such as `servePort({ release, port })`, and registers it:
     * the core then runs here when Restate calls. Default: other processes serve.
     */
    readonly serve?: ServeRelease;
}
/**
 * Lifecycles on a Restate server or cluster. Every method is a call over the network. Rejects with
 * `restate-unreachable`, `restate-late`, `restate-refused` or `service-missing` beside the errors of
 * the contract; the factory also with `port-taken` and `registration-failed`.
 */
declare function restateEngine(options: RestateEngineOptions): EngineFactory;

export { restateEngine, restateService, servePort };
export type { HttpOptions, RestateEngineOptions, RestateErrorCode, RestateService, RestateServiceOptions, ServePortOptions, ServeRelease, ServedRelease };

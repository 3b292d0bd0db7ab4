import { IsolationAdapter, Clock, JsonObject } from './index.js';
import { PluginHost, Registration, EffectRequest, PluginSignal, EventReport, PluginHostOptions } from './index.js';
import { PluginPackage } from './index.js';
import { Plugin } from './index.js';

/** An adapter whose plugins a test can crash and hang. */
interface FaultyAdapter {
    readonly adapter: IsolationAdapter;
    /** Ends the place of a plugin as a crash would. */
    crash(pluginId: string): void;
    /** Makes a plugin answer nothing any more: silent after 3 s, ended after 10 s. */
    hang(pluginId: string): void;
    /** Ids of plugins whose place is there. */
    readonly alive: readonly string[];
}
/** Wraps an adapter. What it adds behaves as the adapters with a place of their own do. */
declare function createFaultyAdapter(inner: IsolationAdapter, clock: Clock): FaultyAdapter;

/** A clock that stands still until a test moves it. */
interface ManualClock extends Clock {
    /**
     * Moves on, running what falls due in order, each at its own time, and lets promises settle
     * before and after each.
     */
    advance(ms: number): Promise<void>;
    /** How many timers wait. */
    readonly waiting: number;
}
/** Makes a clock that stands at an instant. Default `2026-11-23T09:00:00Z`. */
declare function createManualClock(start?: string): ManualClock;
/** Lets everything run that waits for nothing but other promises. */
declare function settle(): Promise<void>;

/** A plugin for a test: a manifest, and its code as an object or as a package. */
interface TestPlugin extends Partial<Omit<PluginPackage, 'manifest'>> {
    /** `publisher`, `version` and `engines` may be left out. */
    readonly manifest: JsonObject;
    /** What its module would export as `plugin`. */
    readonly plugin?: Plugin;
}
/** What a test host is made from. */
interface TestHostOptions extends Partial<Omit<PluginHostOptions, 'adapters' | 'clock'>> {
    readonly plugins?: readonly TestPlugin[];
    readonly clock?: ManualClock;
    /** Where plugins run. Default: inline, so that they can be crashed and hung. */
    readonly isolation?: IsolationAdapter;
    /** Applications by id, for `api.applications.read`. */
    readonly applications?: {
        readonly [applicationId: string]: JsonObject;
    };
}
/** A host in memory with a clock of its own, for the tests of a plugin. */
interface TestHost {
    readonly host: PluginHost;
    readonly clock: ManualClock;
    /** What came of the manifests, in the order of `plugins`. */
    readonly registrations: readonly Registration[];
    /** Effects that were allowed and carried out. */
    readonly effects: readonly EffectRequest[];
    /** Everything that plugins logged, threw outside calls, or ended with. */
    readonly signals: readonly PluginSignal[];
    /** An application entered a state. */
    readonly fireState: (state: string) => Promise<EventReport>;
    /** A lifecycle event was recorded. */
    readonly fireEvent: (type: string) => Promise<EventReport>;
    readonly crash: (pluginId: string) => void;
    readonly hang: (pluginId: string) => void;
    /**
     * Disposes the host and rejects with `leak-found` when a plugin left something behind:
     * a registration that it never pushed into its subscriptions, an error while it was disposed, a
     * place that is still there, a timer of the host.
     */
    readonly expectNoLeaks: () => Promise<void>;
}
/** Makes a test host and registers the plugins. */
declare function createTestHost(options?: TestHostOptions): Promise<TestHost>;

export { createFaultyAdapter, createManualClock, createTestHost, settle };
export type { FaultyAdapter, ManualClock, TestHost, TestHostOptions, TestPlugin };

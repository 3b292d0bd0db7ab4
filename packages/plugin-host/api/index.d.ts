import { I as IsolationAdapter, C as Clock, e as CrashBudget, d as DeclaredCapabilities, H as HostCalls, R as RealmReport, f as PluginRealm, a as JsonObject } from './runtime-hash.js';
export { A as ActivateRequest, g as ActivateResult, h as CrashVerdict, i as DeactivateResult, j as DeclaredHandlers, D as Disposable, E as ErrorData, k as HandlerCall, l as HandlerKind, m as HostNotice, c as IsolationKind, J as JsonValue, L as LogLevel, P as PluginDescription, b as PluginRuntime, n as RuntimeEvent, S as StartOptions, o as fromErrorData, t as toErrorData } from './runtime-hash.js';
export { A as AnyPlugin, C as Classification, a as ClassifyInput, E as EffectInput, b as ExportInput, c as ExportOutput, H as Handler, d as HandlerContext, K as KeyValues, N as NotifyInput, P as Plugin, e as PluginApi, f as PluginNames, g as PolicyInput, h as ProposedEffect, R as Registrar, S as Service, i as Subscription, j as SymbolAsyncDisposable, k as SymbolDisposable, V as ViewInput, l as ViewOutput, m as definePlugin } from './define-plugin-hash.js';
import { B as Bundles, e as PluginManifest, D as Diagnostic, H as HostSurface } from './plugin-host-hash.js';
export { A as ActivationReport, f as ApiProposal, g as AuditEntry, C as CheckScope, h as ClassifierContribution, i as CombinedPolicies, j as CommandContribution, k as CommandExplanation, l as Commands, m as ConfigurationContribution, n as ConfigurationValues, o as ContextKeys, p as Contribution, q as ContributionItems, r as ContributionPoint, s as Contributions, t as DeactivationReport, u as DeliveryOutcome, v as DiagnosticCode, w as EffectContribution, E as EffectRequest, x as EffectVerdict, y as Evaluate, z as Event, b as EventReport, F as ExecuteOptions, G as ExporterContribution, I as FailedClause, J as HolidaysContribution, K as IsolationWish, L as ItemPlace, M as KeybindingContribution, N as LettersContribution, O as LocaleContribution, Q as MenuContribution, S as MenuItem, T as Messages, U as NamedPlace, V as NotifierContribution, W as ObligationContribution, X as Order, Y as OwnCommand, Z as PlacedItem, P as PluginHost, c as PluginHostOptions, _ as PluginInfo, $ as PluginOutcome, d as PluginPackage, a as PluginSignal, a0 as PluginState, a1 as PluginStatus, a2 as PluginStore, a3 as PointName, a4 as Policies, a5 as PolicyContribution, a6 as PolicyOutcome, a7 as PolicyTrigger, a8 as PolicyValue, a9 as Precedence, R as Registration, aa as SafeRegex, ab as SettingChange, ac as Severity, ad as StateChange, ae as TokenNeed, af as TokenOffer, ag as ViewContribution, ah as WhenClause, ai as WhenContext, aj as WhenError, ak as WhenFailure, al as WhenNode, am as activationEventOf, an as activationPrefixes, ao as allPoints, ap as createMemoryStore, aq as createPluginHost, ar as diagnosticTable, as as explainWhen, at as formatDiagnostic, au as implicitActivationEvents, av as parseWhen, aw as plainActivationEvents, ax as pointNames } from './plugin-host-hash.js';

/** How the inline adapter finds code. */
interface InlineAdapterOptions {
    /** Loads the module at a plugin's `main`. Default: a dynamic `import`. */
    readonly importModule?: (url: string) => Promise<unknown>;
}
/**
 * Runs plugins in the embedder's own thread and memory. It contains what a plugin throws and cleans
 * up after it, and nothing more: a plugin that loops for ever stops the whole thread.
 */
declare function createInlineAdapter(options?: InlineAdapterOptions): IsolationAdapter;

/** How many crashes a plugin may have, and what follows each. Milliseconds. */
interface SupervisorLimits {
    /** The crash with this number within `windowMs` leads to quarantine. */
    readonly crashes: number;
    readonly windowMs: number;
    /** Waits before the restarts after the first, second, … crash; the last one holds for all that follow. */
    readonly backoffMs: readonly number[];
    /** A plugin that ran that long since its last crash and still answers starts afresh. */
    readonly healthyMs: number;
    /** How long a quarantine lasts. `null`: until a person releases the plugin. */
    readonly quarantineMs: number | null;
}
/** The limits when nothing else is said. */
declare const supervisorLimits: SupervisorLimits;
/** Counts crashes per plugin and says what follows: a restart with a growing wait, or quarantine. */
declare function createSupervisor(options: {
    readonly clock: Pick<Clock, 'now'>;
    readonly limits?: Partial<SupervisorLimits>;
}): CrashBudget;

/** What a realm is made from. */
interface PluginRealmOptions {
    /** Loads the plugin's module; called once, by `activate`. */
    readonly load: () => Promise<unknown>;
    readonly capabilities: DeclaredCapabilities;
    readonly host: HostCalls;
    /** For the times of the activation. */
    readonly clock: Pick<Clock, 'now'>;
    /** Hears of errors outside any call, and of log lines. */
    readonly report: (report: RealmReport) => void;
}
/** Makes the plugin's side of the boundary. The same in every isolation tier. */
declare function createPluginRealm(options: PluginRealmOptions): PluginRealm;

/** The platform's own clock and timers, right also beyond 24.8 days. */
declare function createSystemClock(): Clock;

/** The whole manifest as one JSON Schema, for editors. */
declare function createManifestSchema(): JsonObject;

/** A manifest that may be used, if there is one, and everything that was found. */
interface ReadManifest {
    /** Absent when an error touches more than single contributions. Faulty contributions are left out. */
    readonly manifest?: PluginManifest;
    /** All at once, in order of place. */
    readonly diagnostics: readonly Diagnostic[];
}
/** How a manifest is read. */
interface ReadManifestOptions {
    /** Texts by locale, for `%key%`. Absent: such texts stay as they are. */
    readonly bundles?: Bundles;
    /** BCP 47 tag of the language wanted. Default `en`. */
    readonly locale?: string;
    /** `YYYY-MM-DD`, to find proposals that have ended. Absent: not checked. */
    readonly today?: string;
    /** The code is in the embedder's own bundle, so the manifest need not name a module. */
    readonly isBundled?: boolean;
}
/** Reads manifests against one surface. */
interface ManifestReader {
    /**
     * Reads a manifest, as text (then diagnostics have lines and columns) or as a value.
     * Never throws, whatever it is given.
     */
    read(input: unknown, options?: ReadManifestOptions): ReadManifest;
}
/** Prepares the checks once, for any number of manifests. */
declare function createManifestReader(surface: HostSurface): ManifestReader;

export { Bundles, Clock, CrashBudget, DeclaredCapabilities, Diagnostic, HostCalls, HostSurface, IsolationAdapter, JsonObject, PluginManifest, PluginRealm, RealmReport, createInlineAdapter, createManifestReader, createManifestSchema, createPluginRealm, createSupervisor, createSystemClock, supervisorLimits };
export type { InlineAdapterOptions, ManifestReader, PluginRealmOptions, ReadManifest, ReadManifestOptions, SupervisorLimits };

import { I as IsolationAdapter, C as Clock, e as CrashBudget, d as DeclaredCapabilities, H as HostCalls, R as RealmReport, f as PluginRealm, a as JsonObject } from './runtime-hash.js';
export { A as ActivateRequest, g as ActivateResult, h as CrashVerdict, i as DeactivateResult, j as DeclaredHandlers, D as Disposable, E as ErrorData, k as HandlerCall, l as HandlerKind, m as HostNotice, c as IsolationKind, J as JsonValue, L as LogLevel, P as PluginDescription, b as PluginRuntime, n as RuntimeEvent, S as StartOptions, o as fromErrorData, t as toErrorData } from './runtime-hash.js';
export { A as AnyPlugin, C as Classification, a as ClassifyInput, E as EffectInput, b as ExportInput, c as ExportOutput, d as ExportProblem, H as Handler, e as HandlerContext, K as KeyValues, N as NotifyInput, P as Plugin, f as PluginApi, g as PluginNames, h as PolicyInput, i as ProposedEffect, R as Registrar, S as Service, j as Subscription, k as SymbolAsyncDisposable, l as SymbolDisposable, V as ViewInput, m as ViewOutput, n as definePlugin } from './define-plugin-hash.js';
import { B as Bundles } from './plugin-host-hash.js';
export { A as ActivationReport, d as AuditEntry, C as CombinedPolicies, e as CommandExplanation, f as Commands, g as ConfigurationValues, h as ContextKeys, i as Contribution, D as DeactivationReport, j as DeliveryOutcome, E as EffectRequest, k as EffectVerdict, l as Evaluate, m as Event, b as EventReport, n as ExecuteOptions, F as FailedClause, M as MenuItem, o as Messages, O as Order, p as OwnCommand, P as PluginHost, c as PluginHostOptions, q as PluginInfo, r as PluginOutcome, a as PluginSignal, s as PluginState, t as PluginStatus, u as PluginStore, v as Policies, w as PolicyOutcome, x as PolicyTrigger, y as PolicyValue, R as Registration, S as SafeRegex, z as SettingChange, G as StateChange, W as WhenClause, H as WhenContext, I as WhenError, J as WhenFailure, K as WhenNode, L as activationEventOf, N as activationPrefixes, Q as createMemoryStore, T as createPluginHost, U as explainWhen, V as implicitActivationEvents, X as parseWhen, Y as plainActivationEvents } from './plugin-host-hash.js';
import { a as PluginManifest, D as Diagnostic, H as HostSurface, P as PluginPackage } from './plugin-package-hash.js';
export { A as ApiProposal, C as CheckScope, b as ClassifierContribution, c as CommandContribution, d as ConfigurationContribution, e as ContributionItems, f as ContributionPoint, g as Contributions, h as DiagnosticCode, E as EffectContribution, i as ExporterContribution, j as HolidaysContribution, I as IsolationWish, k as ItemPlace, K as KeybindingContribution, L as LettersContribution, l as LocaleContribution, M as MenuContribution, N as NamedPlace, m as NotifierContribution, O as ObligationContribution, n as PlacedItem, o as PointName, p as PolicyContribution, q as Precedence, S as Severity, T as TokenNeed, r as TokenOffer, V as ViewContribution, s as allPoints, t as diagnosticTable, u as formatDiagnostic, v as pointNames } from './plugin-package-hash.js';

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

/** A plugin as one JSON file, as `afterview-plugin pack` writes it. */
type PackedPlugin = {
    readonly format: 1;
    readonly manifest: JsonObject;
    /** Text of every file that the manifest names, by the path there. */
    readonly files: {
        readonly [path: string]: string;
    };
};
/**
 * Opens a packed plugin: from a download, a database, anywhere.
 * @throws {AfterviewError} `packed-plugin-invalid` when the text is none.
 */
declare function openPackedPlugin(text: string): PluginPackage;

export { Bundles, Clock, CrashBudget, DeclaredCapabilities, Diagnostic, HostCalls, HostSurface, IsolationAdapter, JsonObject, PluginManifest, PluginPackage, PluginRealm, RealmReport, createInlineAdapter, createManifestReader, createManifestSchema, createPluginRealm, createSupervisor, createSystemClock, openPackedPlugin, supervisorLimits };
export type { InlineAdapterOptions, ManifestReader, PackedPlugin, PluginRealmOptions, ReadManifest, ReadManifestOptions, SupervisorLimits };

import { AgendaRecord, Snapshot, Effect, LetterKind, Lifecycle, StartInput, AgendaItem, Explanation, EventType, PolicyChoice } from '@afterview/core';
import { Diagnostics, Disposable, RecordOptions, RecordOutcome, Engine, ListQuery, Page, Listed, EngineFactory, EngineClock } from '@afterview/engine';
import { JsonObject, ExportOutput, PluginPackage, Plugin, PluginHost, PluginInfo, Registration, EventReport, CommandExplanation, PointName, Contribution, ContributionItems, AuditEntry, ActivationReport, DeactivationReport, ViewOutput, EffectRequest, Commands, ExecuteOptions, JsonValue, MenuItem, IsolationAdapter, PluginHostOptions, Clock, HostSurface } from '@afterview/plugin-host';
import { Timeframe, HolidayCalendar, AfterviewError } from '@afterview/time';
import { FileOptions, FeedOptions, Subscription, CalendarOptions } from '@afterview/calendar';
import { Tone, AddressForm, LetterFacts, Draft, LetterOutput, LintFinding, MissingFact, EmlOptions } from '@afterview/templates';

/** Which applications are meant. Default: all. */
interface ApplicationChoice {
    /** Only this one. */
    readonly applicationId?: string;
    /** Only these, such as those of one candidate: none where there is no id. Not beside `applicationId`. */
    readonly applicationIds?: readonly string[];
}

/** Which items of the agenda are wanted. */
interface AgendaQuery extends ApplicationChoice {
    /** Instant at which one looks; what falls due by then is taken as having come. Default: now. */
    readonly now?: string;
    /** Instant: only what is due before it. */
    readonly until?: string;
    /** Also what is done, skipped or cancelled. Default `false`. */
    readonly includeClosed?: boolean;
}

/** Which message is read, and for which application. */
interface ClassifyQuery {
    /** Default `text/plain`. */
    readonly mediaType?: string;
    /** Then it is said of each event whether it can be recorded now. */
    readonly applicationId?: string;
    readonly signal?: AbortSignal;
}
/** What a classifier thinks that a message means. Nothing is recorded: a person confirms, with `record`. */
interface ProposedEvent {
    /** As `record` takes it. */
    readonly event: JsonObject & {
        readonly type: string;
    };
    /** 0 to 1. */
    readonly confidence: number;
    /** What in the message says so. */
    readonly reason?: string;
    readonly classifierId: string;
    readonly pluginId: string;
    /** Why it cannot be recorded now. Absent where it can, or where no application was named. */
    readonly refusal?: string;
}

/** What an exported calendar holds. Closed items are in it, so that calendars take them away. */
interface CalendarQuery extends Pick<AgendaQuery, 'applicationId' | 'applicationIds' | 'now'>, Pick<FileOptions, 'name' | 'locale' | 'hide'> {
}

/** How an agenda differs from before. */
interface AgendaDiff {
    readonly added: readonly AgendaRecord[];
    /** Still open, with another date or other facts. */
    readonly moved: readonly AgendaRecord[];
    /** Now done, skipped or cancelled. */
    readonly closed: readonly AgendaRecord[];
}
/** Something changed, and is durable. */
type AfterviewChange = {
    readonly type: 'began' | 'recorded' | 'woke' | 'renewed';
    readonly applicationId: string;
    readonly snapshot: Snapshot;
    readonly effects: readonly Effect[];
    readonly agenda: AgendaDiff;
} | {
    readonly type: 'erased';
    readonly applicationId: string;
};

/** How an Afterview is doing. */
interface AfterviewDiagnostics {
    readonly engine: Diagnostics;
    /** Version of the snapshots that are written. */
    readonly schemaVersion: number;
    /** The release of the time zone data, as far as it can be told. */
    readonly zoneData: string;
    /** The host's present instant, ISO, UTC. */
    readonly now: string;
}

/** What is exported, and how. */
interface ExportQuery extends ApplicationChoice {
    /** As the exporter's schema says. */
    readonly options?: JsonObject;
    readonly signal?: AbortSignal;
}
/** A file that an exporter made. */
interface ExportedFile extends ExportOutput {
    readonly exporterId: string;
    readonly mediaType: string;
    /** With its dot. */
    readonly extension: string;
}

/** Letters beside those that are shipped. */
interface LettersOptions {
    /** More packs as JSON values, in more languages or in place of shipped letters. */
    readonly packs?: readonly unknown[];
}
/** Which letter is wanted, and what the person adds to what is known. */
interface DraftChoice {
    /** Whom it goes to: an interviewer's id, or `coordinator`. Default: who coordinates. */
    readonly interviewer?: string;
    /** Default `neutral`. */
    readonly tone?: Tone;
    /** BCP 47. Default: the candidate's. */
    readonly locale?: string;
    readonly address?: AddressForm;
    /** Facts that only the person knows, such as a reason or the date that is asked for. */
    readonly facts?: Partial<LetterFacts>;
}
/** A letter, script or note that is ready to be read. */
interface LetterDraft extends Omit<Draft, 'subject' | 'eml'> {
    readonly kind: LetterKind;
    readonly output: LetterOutput;
    /** A letter always has one. */
    readonly subject?: string;
    readonly locale: string;
    readonly tone: Tone;
    /** What the linter found. */
    readonly findings: readonly LintFinding[];
    /** What the person could add to make it better. */
    readonly wanted: readonly MissingFact[];
    /** Whether nothing that it found stands in the way. */
    readonly isReady: boolean;
    /** The `.eml` file. `date` defaults to the present in the candidate's zone; no From unless asked. */
    eml(options?: Partial<EmlOptions>): string;
}

/** A plugin that lives in the host app's own code. It runs inline. */
interface InlinePlugin {
    /** Its `package.json` as a value. */
    readonly manifest: JsonObject;
    /** What its module would export as `plugin`. Absent: data alone. */
    readonly plugin?: Plugin;
    /** Reads a file that the manifest names. */
    readonly read?: (path: string) => Promise<string>;
}
/** A plugin: an opened folder, a packed one, or one of the host app's own. */
type AfterviewPlugin = PluginPackage | InlinePlugin;

/** The commands of plugins and of the host app. */
interface AfterviewCommands extends Pick<Commands, 'register'> {
    /**
     * Runs a command, activating its plugin first. Rejects with `command-unknown`, `command-disabled`
     * while its enablement does not hold, `command-args-invalid`, `handler-failed`, or why its plugin
     * cannot be used.
     */
    execute(id: string, args?: unknown, options?: PlaceOfUse & Pick<ExecuteOptions, 'signal'>): Promise<JsonValue>;
}
/** Something that a plugin proposes. Nothing of it has happened: the person decides. */
interface PluginProposal extends EffectRequest {
    /** Instant (ISO, UTC). */
    readonly at: string;
    /** The rule that led to it, where it was one. */
    readonly policyId?: string;
}
/** What the host app can ask of its plugins, and do with them. */
interface AfterviewPlugins extends Pick<PluginHost, 'configuration' | 'context' | 'onDidActivate' | 'onDidChangeState' | 'onDidSignal'> {
    /** Every plugin, the built-in ones first, with its state, its capabilities and its findings. */
    list(): readonly PluginInfo[];
    /** Throws `plugin-unknown`. */
    get(pluginId: string): PluginInfo;
    /** What became of each package that was handed over, those whose manifest cannot be used included. */
    readonly registrations: readonly Registration[];
    /** Settles when the plugins that want to be active from the start are, or have failed. Never rejects. */
    readonly started: Promise<readonly EventReport[]>;
    /** Waits until everything that changes have set off in plugins is over. For tests and tools. */
    settle(): Promise<void>;
    /** Which event loads a command's code, and which clauses with which values hide or disable it. */
    why(command: string, place?: PlaceOfUse): Promise<CommandExplanation>;
    /** What plugins declare at a point, such as `exporters`, those whose `when` holds. */
    contributions<Name extends PointName>(point: Name, overlay?: JsonObject): readonly Contribution<ContributionItems[Name]>[];
    /** What plugins asked for, allowed or not: the last entries. */
    audit(pluginId?: string): readonly AuditEntry[];
    /** Adds plugins while the others run. What they declare counts at once. */
    register(plugins: readonly AfterviewPlugin[]): Promise<readonly Registration[]>;
    /** Activates one now, instead of at its first event. Rejects with what went wrong. */
    activate(pluginId: string): Promise<ActivationReport>;
    /** Activates one that failed. Rejects with what went wrong. */
    retry(pluginId: string): Promise<ActivationReport>;
    /** Reads one again, or another version of it, while the others run. */
    reload(pluginId: string, next?: AfterviewPlugin): Promise<Registration>;
    /** Lifts a quarantine. */
    release(pluginId: string): void;
    /** Stops one until its next event. */
    deactivate(pluginId: string): Promise<readonly DeactivationReport[]>;
    /** Takes one out with everything that it contributes. */
    unload(pluginId: string): Promise<readonly DeactivationReport[]>;
    /** What a view of a plugin shows, as plain data: of some applications, or of all. */
    view(viewId: string, query?: ApplicationChoice): Promise<ViewOutput>;
    /** Hears what plugins propose to the person. */
    onDidPropose(listener: (proposal: PluginProposal) => void): Disposable;
}
/** Which application, item or letter a question about commands is about. */
interface PlaceOfUse {
    /** Its context keys are laid over those of the application in focus. */
    readonly applicationId?: string;
    /** Further keys, such as the kind of an agenda item. */
    readonly context?: JsonObject;
}

/** How an event is recorded. */
interface RecordChoice extends RecordOptions {
    /** Which understanding of the employer's words is meant, from 1. Default: the first. */
    readonly reading?: number;
}
/** The answer to an event, with how the employer's words were understood and what moved. */
type Recorded = RecordOutcome & {
    /** Present where the event had a `phrase` and no `window`; `null` where the words hold no date. */
    readonly timeframe?: Timeframe | null;
    /** Present where the event was accepted. */
    readonly agenda?: AgendaDiff;
};

/** What is needed to begin: a start input, in which the id and the candidate may be left out. */
type BeginInput = Omit<StartInput, 'applicationId' | 'candidate'> & {
    /** Default: a new id. */
    readonly applicationId?: string;
    /** What is missing is taken from the options of `createAfterview`. */
    readonly candidate: Omit<StartInput['candidate'], 'zone'> & {
        readonly zone?: string;
    };
};
/** The result of {@link Afterview.begin}. */
interface BegunApplication {
    readonly applicationId: string;
    readonly snapshot: Snapshot;
    /** `false`: it had begun before with the same input. */
    readonly created: boolean;
}
/**
 * Everything after a job interview, for all applications of one host app. Nothing is ever sent:
 * letters are drafted, and what a person did is recorded as events.
 */
interface Afterview {
    /** The pure core that everything is computed with. */
    readonly lifecycle: Lifecycle;
    /** Where lifecycles are kept. */
    readonly engine: Engine;
    /** Begins an application. Throws `start-input-malformed`, or `application-exists`. */
    begin(input: BeginInput): Promise<BegunApplication>;
    /**
     * Records what happened. `at` defaults to now; the words of an employer in `phrase` are read in
     * the company's zone and calendar. A refusal is an answer, with its reason and what is possible.
     */
    record(applicationId: string, event: object, choice?: RecordChoice): Promise<Recorded>;
    /**
     * How the words in an event would be read, without recording it: every reading with its reason;
     * `null` where they hold no date, `undefined` where the event has no words to read.
     */
    understand(applicationId: string, event: object): Promise<Timeframe | null | undefined>;
    /** The present snapshot of an application, or `undefined`. */
    read(applicationId: string): Promise<Snapshot | undefined>;
    /** Applications, a page at a time. */
    list(query?: ListQuery): Promise<Page<Listed>>;
    /**
     * What has to be done, the most pressing first. Throws `application-unknown` with every id that
     * is, `choice-ambiguous`.
     */
    agenda(query?: AgendaQuery): Promise<readonly AgendaItem[]>;
    /** Why an agenda item has its date. Throws `application-unknown` or `item-unknown`. */
    explain(itemId: string): Promise<Explanation>;
    /** The types of event that an application accepts now. */
    possible(applicationId: string): Promise<readonly EventType[]>;
    /** A letter, script or note for an application, ready to be read, linted and handed over. */
    draft(applicationId: string, kind: LetterKind, choice?: DraftChoice): Promise<LetterDraft>;
    /** The agenda as the text of an `.ics` file. Throws the same. */
    calendar(query?: CalendarQuery): Promise<string>;
    /** Answers a calendar subscription: GET or HEAD of `/calendar/<token>.ics`; 404 for anything else. */
    feed(request: Request): Promise<Response>;
    /**
     * Lets an exporter of a plugin write a file of all applications, or of some. Rejects with
     * `handler-unknown`, `export-options-invalid`, `export-malformed`, or what went wrong in the plugin.
     */
    export(exporterId: string, query?: ExportQuery): Promise<ExportedFile>;
    /**
     * What a message means, as far as the classifiers of plugins can tell, the surest first. Nothing
     * is recorded: show it to the person, and `record` what they confirm.
     */
    classify(text: string, query?: ClassifyQuery): Promise<readonly ProposedEvent[]>;
    /** Calls the listener after every durable change. */
    onDidChange(listener: (change: AfterviewChange) => void): Disposable;
    /** The plugins: what they are, how they are doing, and what they propose. */
    readonly plugins: AfterviewPlugins;
    /** The commands of plugins and of the host app. */
    readonly commands: AfterviewCommands;
    /** What a menu shows, such as `application`: for the application in focus, or at a place. */
    menu(menuId: string, place?: PlaceOfUse): Promise<readonly MenuItem[]>;
    /**
     * Which application the person looks at: its state becomes the context keys of when-clauses, and
     * stays up to date. `undefined`: none. Throws `application-unknown`.
     */
    focus(applicationId: string | undefined): Promise<void>;
    /** How everything is doing, for a bug report. */
    diagnostics(): Promise<AfterviewDiagnostics>;
    /** Finishes what has begun and closes the engine. Disposing twice does nothing. */
    dispose(): Promise<void>;
}

/**
 * What one subscription shows. The host keeps it under the digest of its token. An application that
 * is not there any more is reported, and the calendar shows the others.
 */
interface AgendaSubscription extends ApplicationChoice {
    /** From `createSubscriptionToken` of `@afterview/calendar`; the token itself is kept nowhere. */
    readonly digest: string;
    /** Name, locale, and what to hide from those who share the calendar. */
    readonly options?: Subscription['options'];
}
/** How subscriptions are found. */
interface AgendaFeedOptions extends Pick<FeedOptions, 'path' | 'refreshMinutes'> {
    /** Looks a subscription up by the digest of its token. Default: there is none. */
    readonly find?: (digest: string) => AgendaSubscription | undefined | Promise<AgendaSubscription | undefined>;
}

/** The plugins that come with Afterview. */
declare const builtinIds: readonly ["afterview.letters", "afterview.calendar", "afterview.holidays"];
/** Id of a plugin that comes with Afterview. */
type BuiltinId = (typeof builtinIds)[number];

/** What plugins there are, and where they run. */
interface PluginOptions {
    /** Opened folders, packed plugins, or plugins of the host app's own. Default: none. */
    readonly plugins?: readonly AfterviewPlugin[];
    /**
     * Where plugins run, in order of preference: worker threads, child processes, Web Workers.
     * Default: in the host app's own thread, where one that hangs stops everything. When given,
     * only plugins of the host app's own code run in its thread.
     */
    readonly adapters?: readonly IsolationAdapter[];
    /** Their store, their secrets, their settings, and the budgets of the plugin host. */
    readonly pluginHost?: PluginHostChoice;
}
/** What the host app may decide about the plugin host. */
type PluginHostChoice = Partial<Pick<PluginHostOptions, 'storage' | 'secrets' | 'configuration' | 'onAudit' | 'crashBudget' | 'activationTimeoutMs' | 'deactivationBudgetMs' | 'auditKeep'>> & {
    /** What budgets and timeouts of plugins are measured with. Default: the machine's timers. */
    readonly clock?: Clock;
};

/** What an Afterview is made with. Everything has a default. */
interface AfterviewOptions extends PluginOptions {
    /** Where lifecycles are kept. Default: in memory, which forgets everything with the process. */
    readonly engine?: EngineFactory;
    /** Preset and overrides of the policy. Default: `standard`. Plugins stand between the two. */
    readonly policy?: PolicyChoice;
    /** Zone of a candidate who brings none (IANA). Default: none; then every input needs its own. */
    readonly zone?: string;
    /** Locale of a candidate who brings none (BCP 47). Default `en`. */
    readonly locale?: string;
    /**
     * Public holidays by country or region, in place of the built-in tables; what it does not know is
     * asked of plugins. Default: the tables of `@afterview/time/holidays`, through `afterview.holidays`.
     */
    readonly holidays?: (country: string) => HolidayCalendar | undefined;
    /** Default: the machine's clock. */
    readonly clock?: EngineClock;
    /** Makes ids of applications. Default: random UUIDs. */
    readonly createId?: () => string;
    /**
     * How calendars are written, and what the host app adds to an entry: `letter`, `url`, `location`,
     * asked again for every calendar. With `knownBy: 'revision'` and a `hostVersion`, entries that did
     * not change are not looked at; only for those who never give an id to a second application.
     */
    readonly calendar?: CalendarOptions;
    /** How calendar subscriptions are found. Default: there are none. */
    readonly feed?: AgendaFeedOptions;
    /** Letters beside those that are shipped. */
    readonly letters?: LettersOptions;
    /**
     * Which of the plugins that come with Afterview there are. Default `true`: all. What is left out
     * can be done by another plugin; else what needs it rejects with `builtin-missing`.
     */
    readonly builtins?: boolean | readonly BuiltinId[];
    /** Told of problems that have no caller to throw to. Default: they are dropped. */
    readonly report?: (problem: AfterviewError) => void;
}

/** Makes an Afterview: wires the core, an engine, the letters, the calendar and the plugins, and owns the clock. */
declare function createAfterview(options?: AfterviewOptions): Promise<Afterview>;

/** Version of the plugin API that this version of Afterview offers: for `engines.afterview`. */
declare const pluginApiVersion = "1.0.0";
/** The words that manifests may use: from the lifecycle, its letters, its policy and its places. */
declare function pluginSurface(): HostSurface;

export { builtinIds, createAfterview, pluginApiVersion, pluginSurface };
export type { Afterview, AfterviewChange, AfterviewCommands, AfterviewDiagnostics, AfterviewOptions, AfterviewPlugin, AfterviewPlugins, AgendaDiff, AgendaFeedOptions, AgendaQuery, AgendaSubscription, ApplicationChoice, BeginInput, BegunApplication, BuiltinId, CalendarQuery, ClassifyQuery, DraftChoice, ExportQuery, ExportedFile, InlinePlugin, LetterDraft, LettersOptions, PlaceOfUse, PluginHostChoice, PluginOptions, PluginProposal, ProposedEvent, RecordChoice, Recorded };

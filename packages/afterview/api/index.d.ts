import { AgendaRecord, Snapshot, Effect, LetterKind, Lifecycle, StartInput, AgendaItem, Explanation, EventType, PolicyChoice } from '@afterview/core';
import { Diagnostics, RecordOptions, RecordOutcome, Engine, ListQuery, Page, Listed, Disposable, EngineFactory, EngineClock } from '@afterview/engine';
import { Timeframe, HolidayCalendar, AfterviewError } from '@afterview/time';
import { FileOptions, FeedOptions, Subscription, CalendarOptions } from '@afterview/calendar';
import { Tone, AddressForm, LetterFacts, Draft, LetterOutput, LintFinding, MissingFact, EmlOptions } from '@afterview/templates';

/** Which items of the agenda are wanted. */
interface AgendaQuery {
    /** Only this application's. Default: all. */
    readonly applicationId?: string;
    /** Instant at which one looks; what falls due by then is taken as having come. Default: now. */
    readonly now?: string;
    /** Instant: only what is due before it. */
    readonly until?: string;
    /** Also what is done, skipped or cancelled. Default `false`. */
    readonly includeClosed?: boolean;
}

/** What an exported calendar holds. Closed items are in it, so that calendars take them away. */
interface CalendarQuery extends Pick<AgendaQuery, 'applicationId' | 'now'>, Pick<FileOptions, 'name' | 'locale' | 'hide'> {
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
    /** What has to be done over all applications, the most pressing first. */
    agenda(query?: AgendaQuery): Promise<readonly AgendaItem[]>;
    /** Why an agenda item has its date. Throws `application-unknown` or `item-unknown`. */
    explain(itemId: string): Promise<Explanation>;
    /** The types of event that an application accepts now. */
    possible(applicationId: string): Promise<readonly EventType[]>;
    /** A letter, script or note for an application, ready to be read, linted and handed over. */
    draft(applicationId: string, kind: LetterKind, choice?: DraftChoice): Promise<LetterDraft>;
    /** The agenda as the text of an `.ics` file. */
    calendar(query?: CalendarQuery): Promise<string>;
    /** Answers a calendar subscription: GET or HEAD of `/calendar/<token>.ics`; 404 for anything else. */
    feed(request: Request): Promise<Response>;
    /** Calls the listener after every durable change. */
    onDidChange(listener: (change: AfterviewChange) => void): Disposable;
    /** How everything is doing, for a bug report. */
    diagnostics(): Promise<AfterviewDiagnostics>;
    /** Finishes what has begun and closes the engine. Disposing twice does nothing. */
    dispose(): Promise<void>;
}

/** What one subscription shows. The host keeps it under the digest of its token. */
interface AgendaSubscription {
    /** From `createSubscriptionToken` of `@afterview/calendar`; the token itself is kept nowhere. */
    readonly digest: string;
    /** Only this application. Default: all. */
    readonly applicationId?: string;
    /** Name, locale, and what to hide from those who share the calendar. */
    readonly options?: Subscription['options'];
}
/** How subscriptions are found. */
interface AgendaFeedOptions extends Pick<FeedOptions, 'path' | 'refreshMinutes'> {
    /** Looks a subscription up by the digest of its token. Default: there is none. */
    readonly find?: (digest: string) => AgendaSubscription | undefined | Promise<AgendaSubscription | undefined>;
}

/** What an Afterview is made with. Everything has a default. */
interface AfterviewOptions {
    /** Where lifecycles are kept. Default: in memory, which forgets everything with the process. */
    readonly engine?: EngineFactory;
    /** Preset and overrides of the policy. Default: `standard`. */
    readonly policy?: PolicyChoice;
    /** Zone of a candidate who brings none (IANA). Default: none; then every input needs its own. */
    readonly zone?: string;
    /** Locale of a candidate who brings none (BCP 47). Default `en`. */
    readonly locale?: string;
    /** Public holidays by country or region. Default: the tables of `@afterview/time/holidays`. */
    readonly holidays?: (country: string) => HolidayCalendar | undefined;
    /** Default: the machine's clock. */
    readonly clock?: EngineClock;
    /** Makes ids of applications. Default: random UUIDs. */
    readonly createId?: () => string;
    /** How calendars are written. */
    readonly calendar?: CalendarOptions;
    /** How calendar subscriptions are found. Default: there are none. */
    readonly feed?: AgendaFeedOptions;
    /** Letters beside those that are shipped. */
    readonly letters?: LettersOptions;
    /** Told of problems that have no caller to throw to. Default: they are dropped. */
    readonly report?: (problem: AfterviewError) => void;
}
/** Makes an Afterview: wires the core, an engine, the letters and the calendar, and owns the clock. */
declare function createAfterview(options?: AfterviewOptions): Promise<Afterview>;

export { createAfterview };
export type { Afterview, AfterviewChange, AfterviewDiagnostics, AfterviewOptions, AgendaDiff, AgendaFeedOptions, AgendaQuery, AgendaSubscription, BeginInput, BegunApplication, CalendarQuery, DraftChoice, LetterDraft, LettersOptions, RecordChoice, Recorded };

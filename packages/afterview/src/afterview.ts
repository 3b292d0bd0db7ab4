import type {
  AgendaItem,
  EventType,
  Explanation,
  LetterKind,
  Lifecycle,
  Snapshot,
  StartInput,
} from '@afterview/core'
import type { Disposable, Engine, Listed, ListQuery, Page } from '@afterview/engine'
import type { MenuItem } from '@afterview/plugin-host'
import type { Timeframe } from '@afterview/time'
import type { AgendaQuery } from './agenda.ts'
import type { ClassifyQuery, ProposedEvent } from './classification.ts'
import type { CalendarQuery } from './calendar-export.ts'
import type { AfterviewChange } from './change.ts'
import type { AfterviewDiagnostics } from './diagnostics.ts'
import type { ExportedFile, ExportQuery } from './exports.ts'
import type { DraftChoice, LetterDraft } from './letter-draft.ts'
import type { AfterviewCommands, AfterviewPlugins, PlaceOfUse } from './plugins.ts'
import type { RecordChoice, Recorded } from './recording.ts'

/** What is needed to begin: a start input, in which the id and the candidate may be left out. */
export type BeginInput = Omit<StartInput, 'applicationId' | 'candidate'> & {
  /** Default: a new id. */
  readonly applicationId?: string
  /** What is missing is taken from the options of `createAfterview`. */
  readonly candidate: Omit<StartInput['candidate'], 'zone'> & { readonly zone?: string }
}

/** The result of {@link Afterview.begin}. */
export interface BegunApplication {
  readonly applicationId: string
  readonly snapshot: Snapshot
  /** `false`: it had begun before with the same input. */
  readonly created: boolean
}

/**
 * Everything after a job interview, for all applications of one host app. Nothing is ever sent:
 * letters are drafted, and what a person did is recorded as events.
 */
export interface Afterview {
  /** The pure core that everything is computed with. */
  readonly lifecycle: Lifecycle
  /** Where lifecycles are kept. */
  readonly engine: Engine
  /** Begins an application. Throws `start-input-malformed`, or `application-exists`. */
  begin(input: BeginInput): Promise<BegunApplication>
  /**
   * Records what happened. `at` defaults to now; the words of an employer in `phrase` are read in
   * the company's zone and calendar. A refusal is an answer, with its reason and what is possible.
   */
  record(applicationId: string, event: object, choice?: RecordChoice): Promise<Recorded>
  /**
   * How the words in an event would be read, without recording it: every reading with its reason;
   * `null` where they hold no date, `undefined` where the event has no words to read.
   */
  understand(applicationId: string, event: object): Promise<Timeframe | null | undefined>
  /** The present snapshot of an application, or `undefined`. */
  read(applicationId: string): Promise<Snapshot | undefined>
  /** Applications, a page at a time. */
  list(query?: ListQuery): Promise<Page<Listed>>
  /**
   * What has to be done, the most pressing first. Throws `application-unknown` with every id that
   * is, `choice-ambiguous`.
   */
  agenda(query?: AgendaQuery): Promise<readonly AgendaItem[]>
  /** Why an agenda item has its date. Throws `application-unknown` or `item-unknown`. */
  explain(itemId: string): Promise<Explanation>
  /** The types of event that an application accepts now. */
  possible(applicationId: string): Promise<readonly EventType[]>
  /** A letter, script or note for an application, ready to be read, linted and handed over. */
  draft(applicationId: string, kind: LetterKind, choice?: DraftChoice): Promise<LetterDraft>
  /** The agenda as the text of an `.ics` file. Throws the same. */
  calendar(query?: CalendarQuery): Promise<string>
  /** Answers a calendar subscription: GET or HEAD of `/calendar/<token>.ics`; 404 for anything else. */
  feed(request: Request): Promise<Response>
  /**
   * Lets an exporter of a plugin write a file of all applications, or of some. Rejects with
   * `handler-unknown`, `export-options-invalid`, `export-malformed`, or what went wrong in the plugin.
   */
  export(exporterId: string, query?: ExportQuery): Promise<ExportedFile>
  /**
   * What a message means, as far as the classifiers of plugins can tell, the surest first. Nothing
   * is recorded: show it to the person, and `record` what they confirm.
   */
  classify(text: string, query?: ClassifyQuery): Promise<readonly ProposedEvent[]>
  /** Calls the listener after every durable change. */
  onDidChange(listener: (change: AfterviewChange) => void): Disposable
  /** The plugins: what they are, how they are doing, and what they propose. */
  readonly plugins: AfterviewPlugins
  /** The commands of plugins and of the host app. */
  readonly commands: AfterviewCommands
  /** What a menu shows, such as `application`: for the application in focus, or at a place. */
  menu(menuId: string, place?: PlaceOfUse): Promise<readonly MenuItem[]>
  /**
   * Which application the person looks at: its state becomes the context keys of when-clauses, and
   * stays up to date. `undefined`: none. Throws `application-unknown`.
   */
  focus(applicationId: string | undefined): Promise<void>
  /** How everything is doing, for a bug report. */
  diagnostics(): Promise<AfterviewDiagnostics>
  /** Finishes what has begun and closes the engine. Disposing twice does nothing. */
  dispose(): Promise<void>
}

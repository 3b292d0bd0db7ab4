import type { CalendarOptions } from '@afterview/calendar'
import type { PolicyChoice } from '@afterview/core'
import type { EngineClock, EngineFactory } from '@afterview/engine'
import type { AfterviewError, HolidayCalendar } from '@afterview/time'
import type { AgendaFeedOptions } from './agenda-feed.ts'
import type { BuiltinId } from './builtin-ids.ts'
import type { LettersOptions } from './letter-draft.ts'
import type { PluginOptions } from './plugin-options.ts'

/** What an Afterview is made with. Everything has a default. */
export interface AfterviewOptions extends PluginOptions {
  /** Where lifecycles are kept. Default: in memory, which forgets everything with the process. */
  readonly engine?: EngineFactory
  /** Preset and overrides of the policy. Default: `standard`. Plugins stand between the two. */
  readonly policy?: PolicyChoice
  /** Zone of a candidate who brings none (IANA). Default: none; then every input needs its own. */
  readonly zone?: string
  /** Locale of a candidate who brings none (BCP 47). Default `en`. */
  readonly locale?: string
  /**
   * Public holidays by country or region, in place of the built-in tables; what it does not know is
   * asked of plugins. Default: the tables of `@afterview/time/holidays`, through `afterview.holidays`.
   */
  readonly holidays?: (country: string) => HolidayCalendar | undefined
  /** Default: the machine's clock. */
  readonly clock?: EngineClock
  /** Makes ids of applications. Default: random UUIDs. */
  readonly createId?: () => string
  /**
   * How calendars are written, and what the host app adds to an entry: `letter`, `url`, `location`,
   * asked again for every calendar. With `knownBy: 'revision'` and a `hostVersion`, entries that did
   * not change are not looked at; only for those who never give an id to a second application.
   */
  readonly calendar?: CalendarOptions
  /** How calendar subscriptions are found. Default: there are none. */
  readonly feed?: AgendaFeedOptions
  /** Letters beside those that are shipped. */
  readonly letters?: LettersOptions
  /**
   * Which of the plugins that come with Afterview there are. Default `true`: all. What is left out
   * can be done by another plugin; else what needs it rejects with `builtin-missing`.
   */
  readonly builtins?: boolean | readonly BuiltinId[]
  /** Told of problems that have no caller to throw to. Default: they are dropped. */
  readonly report?: (problem: AfterviewError) => void
}

import { type CalendarOptions, createCalendar } from '@afterview/calendar'
import {
  type AgendaItem,
  createLifecycle,
  type PolicyChoice,
  type StartInput,
} from '@afterview/core'
import { type EngineClock, type EngineFactory, memoryEngine, systemClock } from '@afterview/engine'
import type { Registration } from '@afterview/plugin-host'
import { type AfterviewError, type HolidayCalendar, parseInstant } from '@afterview/time'
import { holidayCalendar, holidayRegions } from '@afterview/time/holidays'
import { type AgendaQuery, listItems } from './agenda.ts'
import { type AgendaFeedOptions, createAgendaFeed } from './agenda-feed.ts'
import type { Afterview, BeginInput } from './afterview.ts'
import { applicationOf, requireSnapshot } from './applications.ts'
import { exportCalendar } from './calendar-export.ts'
import { withAgenda } from './change.ts'
import { diagnose } from './diagnostics.ts'
import { createLetters, type LettersOptions } from './letter-draft.ts'
import { createFocus } from './focus.ts'
import { createListeners } from './listeners.ts'
import { createPlugins, registerPlugins } from './create-plugins.ts'
import { openPluginHost } from './open-plugin-host.ts'
import type { PluginOptions } from './plugin-options.ts'
import { createPluginFollower } from './plugin-follower.ts'
import type { PluginProposal } from './plugins.ts'
import { recordEvent, understandEvent } from './recording.ts'

/** What an Afterview is made with. Everything has a default. */
export interface AfterviewOptions extends PluginOptions {
  /** Where lifecycles are kept. Default: in memory, which forgets everything with the process. */
  readonly engine?: EngineFactory
  /** Preset and overrides of the policy. Default: `standard`. */
  readonly policy?: PolicyChoice
  /** Zone of a candidate who brings none (IANA). Default: none; then every input needs its own. */
  readonly zone?: string
  /** Locale of a candidate who brings none (BCP 47). Default `en`. */
  readonly locale?: string
  /** Public holidays by country or region. Default: the tables of `@afterview/time/holidays`. */
  readonly holidays?: (country: string) => HolidayCalendar | undefined
  /** Default: the machine's clock. */
  readonly clock?: EngineClock
  /** Makes ids of applications. Default: random UUIDs. */
  readonly createId?: () => string
  /** How calendars are written. */
  readonly calendar?: CalendarOptions
  /** How calendar subscriptions are found. Default: there are none. */
  readonly feed?: AgendaFeedOptions
  /** Letters beside those that are shipped. */
  readonly letters?: LettersOptions
  /** Told of problems that have no caller to throw to. Default: they are dropped. */
  readonly report?: (problem: AfterviewError) => void
}

/** Makes an Afterview: wires the core, an engine, the letters and the calendar, and owns the clock. */
export async function createAfterview(options: AfterviewOptions = {}): Promise<Afterview> {
  const { clock = systemClock(), holidays = shippedHolidays, report = () => undefined } = options
  const lifecycle = createLifecycle({
    holidays,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
  })
  const now = (): string => clock.now()
  const proposals = createListeners<PluginProposal>(() => undefined)
  const propose = (requests: readonly Omit<PluginProposal, 'at'>[]): void => {
    for (const request of requests) proposals.tell({ ...request, at: parseInstant(now()) })
  }
  const host = openPluginHost(options, {
    clock,
    locale: options.locale,
    report,
    lifecycle: () => lifecycle,
    read: (applicationId) => engine.read(applicationId),
    propose,
  })
  const registrations: Registration[] = []
  await registerPlugins(options.plugins ?? [], { host, registrations, report })
  const engine = await (options.engine ?? memoryEngine())({ lifecycle, clock, report })
  const focus = createFocus({
    context: host.context,
    now,
    read: (applicationId) => requireSnapshot(engine, applicationId),
  })
  const follower = createPluginFollower({ host, lifecycle: () => lifecycle, now, report, propose })
  engine.subscribe((change) => {
    focus.follow(change)
    follower.follow(change)
  })
  const plugins = createPlugins({
    host,
    focus,
    proposals,
    registrations,
    started: host.start(),
    settle: () => follower.settle(),
    report,
    contributionsChanged: async () => undefined,
  })
  const letters = createLetters(options.letters)
  const calendar = createCalendar(options.calendar)
  const items = (query: AgendaQuery): Promise<readonly AgendaItem[]> =>
    listItems(engine, lifecycle, { now: now(), includeClosed: true, ...query })
  const feed = createAgendaFeed({ calendar, now, items, report, ...options.feed })
  const world = { engine, now, holidaysOf: holidays }
  return {
    lifecycle,
    engine,
    begin: async (input) => {
      const complete = completeInput(input, options)
      const { created, snapshot } = await engine.begin(complete)
      return { applicationId: snapshot.applicationId, snapshot, created }
    },
    record: (applicationId, event, choice) => recordEvent(world, applicationId, event, choice),
    understand: (applicationId, event) => understandEvent(world, applicationId, event),
    read: (applicationId) => engine.read(applicationId),
    list: (query) => engine.list(query),
    agenda: (query = {}) => listItems(engine, lifecycle, { ...query, now: query.now ?? now() }),
    explain: async (itemId) =>
      lifecycle.explain(await requireSnapshot(engine, applicationOf(itemId)), itemId),
    possible: async (applicationId) =>
      lifecycle.possibleEvents(await requireSnapshot(engine, applicationId)),
    draft: async (applicationId, kind, choice) =>
      letters.draft(await requireSnapshot(engine, applicationId), kind, now(), choice),
    calendar: async (query = {}) => {
      const asked = { ...query, now: query.now ?? now() }
      const items = await listItems(engine, lifecycle, { ...asked, includeClosed: true })
      return exportCalendar(items, calendar, asked, report)
    },
    feed: (request) => feed.respond(request),
    onDidChange: (listener) =>
      engine.subscribe((change) =>
        listener(change.type === 'erased' ? change : withAgenda(change)),
      ),
    diagnostics: async () => diagnose(await engine.diagnostics(), parseInstant(now())),
    plugins,
    commands: {
      register: (id, command) => host.commands.register(id, command),
      execute: async (id, args, { signal, ...place } = {}) =>
        host.commands.execute(id, args, {
          context: await focus.keysAt(place),
          ...(signal === undefined ? {} : { signal }),
        }),
    },
    menu: async (menuId, place) => host.menu(menuId, await focus.keysAt(place)),
    focus: (applicationId) => focus.move(applicationId),
    dispose: async () => {
      await engine.dispose()
      await host.dispose()
    },
  }
}

/** The engine's `begin` checks the rest and names every faulty field. */
function completeInput(input: BeginInput, options: AfterviewOptions): StartInput {
  const { createId = () => crypto.randomUUID(), zone, locale } = options
  return {
    ...input,
    applicationId: input.applicationId ?? createId(),
    candidate: {
      ...(locale === undefined ? {} : { locale }),
      ...(zone === undefined ? {} : { zone }),
      ...input.candidate,
    } as StartInput['candidate'],
  }
}

/** The table of a region, else of its country; none for places that have no table. */
function shippedHolidays(country: string): HolidayCalendar | undefined {
  const regions = holidayRegions()
  const region = [country, country.slice(0, 2)].find((code) => regions.includes(code))
  return region === undefined ? undefined : holidayCalendar(region)
}

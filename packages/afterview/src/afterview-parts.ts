import type { Feed } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { type Engine, memoryEngine, systemClock } from '@afterview/engine'
import type { PluginHost } from '@afterview/plugin-host'
import { type AfterviewError, parseInstant } from '@afterview/time'
import { listItems } from './agenda.ts'
import { type AgendaFeedOptions, createAgendaFeed } from './agenda-feed.ts'
import type { AfterviewOptions } from './afterview-options.ts'
import { type ApplicationChoice, requireSnapshot, unknownApplications } from './applications.ts'
import { type CalendarWriter, createCalendarWriter } from './calendar-export.ts'
import { createPlugins } from './create-plugins.ts'
import type { Declarations } from './declarations.ts'
import { createEffectDelivery } from './effect-delivery.ts'
import { createFocus, type Focus } from './focus.ts'
import { createLetters, type Letters } from './letters.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { lazily } from './lazily.ts'
import { listenerFailed } from './listener-failed.ts'
import { createPluginFollower } from './plugin-follower.ts'
import { createPluginUpdate } from './plugin-update.ts'
import type { AfterviewPlugins, PluginProposal } from './plugins.ts'
import type { Rules } from './rules.ts'
import { createSearchView, type SearchView } from './search-view.ts'

/** The parts of an Afterview, put together. */
export interface AfterviewParts {
  readonly engine: Engine
  readonly rules: Rules
  readonly host: PluginHost
  readonly plugins: AfterviewPlugins
  readonly focus: Focus
  readonly letters: Letters
  readonly calendars: CalendarWriter
  readonly feed: () => Promise<Feed>
  readonly searchView: SearchView
  readonly now: () => string
  readonly report: (problem: AfterviewError) => void
  /** Ends everything: what has begun is finished as far as it can be. */
  readonly dispose: () => Promise<void>
}

/** Registers the plugins, makes the rules of what they declare, opens the engine, and starts. */
export async function openParts(options: AfterviewOptions): Promise<AfterviewParts> {
  const { clock = systemClock(), report = () => undefined } = options
  const now = (): string => clock.now()
  const proposals = createListeners<PluginProposal>((error) => report(listenerFailed(error)))
  const propose: Base['propose'] = (requests) => {
    for (const request of requests) proposals.tell({ ...request, at: parseInstant(now()) })
  }
  // Half of all code is the host of the plugins: a page is there before it.
  const { declarePlugins } = await import('./declarations.ts')
  const declared = await declarePlugins(options, {
    clock,
    report,
    propose,
    read: (applicationId) => engine.read(applicationId),
  })
  const lifecycle = declared.rules.port
  const engine = await (options.engine ?? memoryEngine())({ lifecycle, clock, report })
  const parts = wire({ ...declared, engine, now, report, proposals, propose }, options.feed)
  if (options.feed !== undefined) await requireFeed(parts)
  return parts
}

/** Whoever serves calendars is told at the start what is wrong with the options. */
async function requireFeed({ feed, dispose }: AfterviewParts): Promise<void> {
  try {
    await feed()
  } catch (error) {
    await dispose()
    throw error
  }
}

/** Everything but what connects it. */
interface Base extends Declarations {
  readonly engine: Engine
  readonly now: () => string
  readonly report: (problem: AfterviewError) => void
  readonly proposals: Listeners<PluginProposal>
  readonly propose: (requests: readonly Omit<PluginProposal, 'at'>[]) => void
}

/** Connects engine and plugins; the plugins that want the start are activated, and nobody waits. */
function wire(base: Base, feedOptions: AgendaFeedOptions | undefined): AfterviewParts {
  const { engine, host, rules, packs, now, report } = base
  const { lifecycle } = rules
  const searchView = createSearchView(engine, lifecycle, now)
  const calendars = createCalendarWriter(base)
  const { focus, ...running } = run(base)
  return {
    engine,
    rules,
    host,
    focus,
    searchView,
    now,
    report,
    plugins: createPlugins({ ...base, ...running, focus, searchView, started: host.start() }),
    letters: createLetters(packs),
    calendars,
    feed: lazily(() => openFeed(base, calendars, feedOptions)),
    dispose: () => running.dispose(),
  }
}

/** What goes on after every change. */
interface Running extends Pick<AfterviewParts, 'focus' | 'dispose'> {
  readonly settle: () => Promise<void>
  /** What is declared has changed. */
  readonly contributionsChanged: () => Promise<void>
}

function run(base: Base): Running {
  const { engine, host, rules, packs, now, report, propose } = base
  const { lifecycle } = rules
  const read: Parameters<typeof createFocus>[0]['read'] = (id) => requireSnapshot(engine, id)
  const focus = createFocus({ context: host.context, now, read })
  const follower = createPluginFollower({ host, lifecycle, now, report, propose })
  const delivery = createEffectDelivery({ host, engine, lifecycle, now })
  const update = createPluginUpdate({ engine, rules, packs, delivery, report })
  delivery.update()
  engine.subscribe((change) => {
    focus.follow(change)
    follower.follow(change)
  })
  host.configuration.onDidChange(() => update.start())
  return {
    focus,
    contributionsChanged: () => update.run(),
    async settle() {
      await update.settle()
      await follower.settle()
    },
    async dispose() {
      follower.stop()
      delivery.dispose()
      await update.settle()
      await engine.dispose()
      await host.dispose()
    },
  }
}

function openFeed(
  { engine, rules, now, report }: Base,
  writer: CalendarWriter,
  options: AgendaFeedOptions | undefined,
): Promise<Feed> {
  const items = (choice: ApplicationChoice): Promise<readonly AgendaItem[]> =>
    listItems(
      engine,
      rules.lifecycle(),
      { ...choice, now: now(), includeClosed: true },
      (applicationIds) => report(unknownApplications(applicationIds)),
    )
  return createAgendaFeed({ writer, now, items, report, ...options })
}

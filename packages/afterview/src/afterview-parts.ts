import { createCalendar, type Feed } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { type Engine, memoryEngine, systemClock } from '@afterview/engine'
import type { PluginHost, Registration } from '@afterview/plugin-host'
import { type AfterviewError, parseInstant } from '@afterview/time'
import { type AgendaQuery, listItems } from './agenda.ts'
import { createAgendaFeed } from './agenda-feed.ts'
import type { AfterviewOptions } from './afterview-options.ts'
import { requireSnapshot } from './applications.ts'
import { builtinIds, builtinPlugins, isBuiltin } from './builtin-plugins.ts'
import { feedWriter } from './calendar-export.ts'
import { createPlugins, registerPlugins } from './create-plugins.ts'
import { createEffectDelivery } from './effect-delivery.ts'
import { createFocus, type Focus } from './focus.ts'
import { createLetters, type Letters } from './letter-draft.ts'
import { createLetterPacks } from './letter-packs.ts'
import { createListeners } from './listeners.ts'
import { openPluginHost, problemOf } from './open-plugin-host.ts'
import { createPluginFollower } from './plugin-follower.ts'
import { createPluginUpdate } from './plugin-update.ts'
import type { AfterviewPlugins, PluginProposal } from './plugins.ts'
import { createRules, type Rules } from './rules.ts'
import { createSearchView, type SearchView } from './search-view.ts'

/** The parts of an Afterview, put together. */
export interface AfterviewParts {
  readonly engine: Engine
  readonly rules: Rules
  readonly host: PluginHost
  readonly plugins: AfterviewPlugins
  readonly focus: Focus
  readonly letters: Letters
  readonly feed: Feed
  readonly searchView: SearchView
  /** Ends everything: what has begun is finished as far as it can be. */
  readonly dispose: () => Promise<void>
  readonly now: () => string
  readonly report: (problem: AfterviewError) => void
}

/** Registers the plugins, makes the rules of what they declare, opens the engine, and starts. */
export async function openParts(options: AfterviewOptions): Promise<AfterviewParts> {
  const { clock = systemClock(), report = () => undefined } = options
  const now = (): string => clock.now()
  const proposals = createListeners<PluginProposal>((error) => report(problemOf(error)))
  const propose = (requests: readonly Omit<PluginProposal, 'at'>[]): void => {
    for (const request of requests) proposals.tell({ ...request, at: parseInstant(now()) })
  }
  const host = openPluginHost(options, {
    clock,
    locale: options.locale,
    report,
    lifecycle: () => rules.lifecycle(),
    read: (applicationId) => engine.read(applicationId),
    propose,
  })
  const shipped = await registerBuiltins(host, options)
  const registrations: Registration[] = []
  await registerPlugins(options.plugins ?? [], { host, registrations, report })
  const rules = await createRules({
    host,
    policy: options.policy,
    holidays: options.holidays,
    report,
  })
  const packs = await createLetterPacks({
    host,
    own: options.letters?.packs ?? [],
    isChecked: (pluginId) => shipped.has(pluginId),
    report,
  })
  const engine = await (options.engine ?? memoryEngine())({ lifecycle: rules.port, clock, report })
  const read = (applicationId: string) => requireSnapshot(engine, applicationId)
  const focus = createFocus({ context: host.context, now, read })
  const { lifecycle } = rules
  const follower = createPluginFollower({ host, lifecycle, now, report, propose })
  const delivery = createEffectDelivery({ host, engine, lifecycle, now })
  engine.subscribe((change) => {
    focus.follow(change)
    follower.follow(change)
  })
  delivery.update()
  const update = createPluginUpdate({ engine, rules, packs, delivery, report })
  host.configuration.onDidChange(() => update.start())
  const searchView = createSearchView(engine, lifecycle, now)
  const plugins = createPlugins({
    searchView,
    host,
    focus,
    proposals,
    registrations,
    started: host.start(),
    settle: async () => {
      await update.settle()
      await follower.settle()
    },
    report,
    contributionsChanged: () => update.run(),
    forgetBuiltin: (pluginId) => void shipped.delete(pluginId),
  })
  const items = (query: AgendaQuery): Promise<readonly AgendaItem[]> =>
    listItems(engine, lifecycle(), { now: now(), includeClosed: true, ...query })
  const feed = createAgendaFeed({ writer: feedWriter(host), now, items, report, ...options.feed })
  const letters = createLetters(packs)
  const dispose = async (): Promise<void> => {
    follower.stop()
    delivery.dispose()
    await update.settle()
    await engine.dispose()
    await host.dispose()
  }
  return { engine, rules, host, plugins, focus, letters, feed, searchView, dispose, now, report }
}

/** Answers with the ids of those that are there. */
async function registerBuiltins(
  host: PluginHost,
  { builtins = true, holidays, calendar }: AfterviewOptions,
): Promise<Set<string>> {
  const replaced = holidays === undefined ? [] : ['afterview.holidays']
  const chosen = builtins === true ? builtinIds : builtins === false ? [] : builtins
  const wanted = chosen.filter((id) => !replaced.includes(id))
  const registered = await host.register(builtinPlugins(wanted, createCalendar(calendar)))
  return new Set(registered.flatMap(({ pluginId = '' }) => (isBuiltin(pluginId) ? [pluginId] : [])))
}

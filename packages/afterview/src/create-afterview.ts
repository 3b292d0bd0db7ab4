import type { StartInput } from '@afterview/core'
import { parseInstant } from '@afterview/time'
import { listItems } from './agenda.ts'
import type { Afterview, BeginInput } from './afterview.ts'
import type { AfterviewOptions } from './afterview-options.ts'
import { type AfterviewParts, openParts } from './afterview-parts.ts'
import { applicationOf, requireSnapshot } from './applications.ts'
import { problemError } from './calendar-export.ts'
import { withAgenda } from './change.ts'
import { classifyText } from './classification.ts'
import { diagnose } from './diagnostics.ts'
import { callExporter } from './exports.ts'
import { recordEvent, understandEvent } from './recording.ts'

/** Makes an Afterview: wires the core, an engine, the letters, the calendar and the plugins, and owns the clock. */
export async function createAfterview(options: AfterviewOptions = {}): Promise<Afterview> {
  const parts = await openParts(options)
  const { rules, engine, now } = parts
  return {
    get lifecycle() {
      return rules.lifecycle()
    },
    ...applicationsOf(parts, options),
    ...papersOf(parts),
    ...pluginsOf(parts),
    diagnostics: async () => diagnose(await engine.diagnostics(), parseInstant(now())),
    dispose: () => parts.dispose(),
  }
}

type Applications = Pick<
  Afterview,
  | 'engine'
  | 'begin'
  | 'record'
  | 'understand'
  | 'read'
  | 'list'
  | 'agenda'
  | 'explain'
  | 'possible'
  | 'onDidChange'
>

function applicationsOf(
  { engine, rules, now }: AfterviewParts,
  options: AfterviewOptions,
): Applications {
  const world = { engine, now, holidaysOf: rules.holidaysOf }
  const { lifecycle } = rules
  return {
    engine,
    begin: async (input) => {
      const { created, snapshot } = await engine.begin(completeInput(input, options))
      return { applicationId: snapshot.applicationId, snapshot, created }
    },
    record: (applicationId, event, choice) => recordEvent(world, applicationId, event, choice),
    understand: (applicationId, event) => understandEvent(world, applicationId, event),
    read: (applicationId) => engine.read(applicationId),
    list: (query) => engine.list(query),
    agenda: (query = {}) => listItems(engine, lifecycle(), { ...query, now: query.now ?? now() }),
    explain: async (itemId) =>
      lifecycle().explain(await requireSnapshot(engine, applicationOf(itemId)), itemId),
    possible: async (applicationId) =>
      lifecycle().possibleEvents(await requireSnapshot(engine, applicationId)),
    onDidChange: (listener) =>
      engine.subscribe((change) =>
        listener(change.type === 'erased' ? change : withAgenda(change)),
      ),
  }
}

type Papers = Pick<Afterview, 'draft' | 'calendar' | 'feed' | 'export'>

function papersOf(parts: AfterviewParts): Papers {
  const { engine, rules, host, letters, calendars, feed, searchView, now, report } = parts
  const { lifecycle } = rules
  return {
    draft: async (applicationId, kind, choice) =>
      letters.draft(await requireSnapshot(engine, applicationId), kind, now(), choice),
    calendar: async (query = {}) => {
      const {
        applicationId: _,
        applicationIds: __,
        ...file
      } = { ...query, now: query.now ?? now() }
      const wanted = { ...query, now: file.now, includeClosed: true }
      const items = await listItems(engine, lifecycle(), wanted)
      const { text, problems } = await calendars.file(items, file)
      for (const problem of problems) report(problemError(problem))
      return text
    },
    feed: async (request) => (await feed()).respond(request),
    export: async (exporterId, query = {}) =>
      callExporter(host, exporterId, await searchView(query), query),
  }
}

type Plugins = Pick<Afterview, 'plugins' | 'commands' | 'menu' | 'focus' | 'classify'>

function pluginsOf(parts: AfterviewParts): Plugins {
  const { engine, rules, host, plugins, focus, now, report } = parts
  return {
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
    classify: async (text, query = {}) => {
      const { applicationId } = query
      const snapshot =
        applicationId === undefined ? undefined : await requireSnapshot(engine, applicationId)
      const world = { host, lifecycle: rules.lifecycle(), now: now(), snapshot, report }
      return classifyText(text, query, world)
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

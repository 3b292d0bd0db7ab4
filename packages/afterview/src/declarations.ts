import type { Calendar } from '@afterview/calendar'
import type { Snapshot } from '@afterview/core'
import type { PluginHost, Registration } from '@afterview/plugin-host'
import type { AfterviewOptions } from './afterview-options.ts'
import { builtinIds, isBuiltin } from './builtin-ids.ts'
import { builtinPlugins } from './builtin-plugins.ts'
import { registerPlugins } from './create-plugins.ts'
import { createLetterPacks, type LetterPacks } from './letter-packs.ts'
import { lazily } from './lazily.ts'
import { openPluginHost, type PluginWorld } from './open-plugin-host.ts'
import { createRules, type Rules } from './rules.ts'

/** What plugins declare, and what is made of it before any of their code runs. */
export interface Declarations {
  readonly host: PluginHost
  /** What became of each plugin that was handed over; the built-in ones are not among them. */
  readonly registrations: Registration[]
  readonly rules: Rules
  readonly packs: LetterPacks
  /** What now has that id may be another plugin than the built-in one. */
  readonly forgetBuiltin: (pluginId: string) => void
}

/** What declarations need of the Afterview that they belong to. */
export interface DeclarationsWorld extends Omit<PluginWorld, 'lifecycle' | 'locale'> {
  readonly read: (applicationId: string) => Promise<Snapshot | undefined>
}

/** Registers the plugins, the built-in ones first, and makes the rules and the letters of them. */
export async function declarePlugins(
  options: AfterviewOptions,
  world: DeclarationsWorld,
): Promise<Declarations> {
  const { report } = world
  const lifecycle = (): ReturnType<Rules['lifecycle']> => rules.lifecycle()
  const host = openPluginHost(options, { ...world, locale: options.locale, lifecycle })
  const calendar = await openCalendar(options)
  const shipped = await registerBuiltins(host, options, calendar)
  const registrations: Registration[] = []
  await registerPlugins(options.plugins ?? [], { host, registrations, report })
  const { policy, holidays, letters } = options
  const rules = await createRules({ host, policy, holidays, report })
  const packs = await createLetterPacks({
    host,
    own: letters?.packs ?? [],
    isChecked: (pluginId) => shipped.has(pluginId),
    report,
  })
  const forgetBuiltin = (pluginId: string): void => void shipped.delete(pluginId)
  return { host, registrations, rules, packs, forgetBuiltin }
}

/** The code of calendars is loaded with the first one. Options are read now, so that a wrong one is told. */
async function openCalendar(options: AfterviewOptions): Promise<() => Promise<Calendar>> {
  const calendar = lazily(async () => {
    const { createCalendar } = await import('@afterview/calendar')
    const { zone } = options
    return createCalendar({ ...(zone === undefined ? {} : { zone }), ...options.calendar })
  })
  if (options.calendar !== undefined) await calendar()
  return calendar
}

/** Answers with the ids of those that are there. */
async function registerBuiltins(
  host: PluginHost,
  { builtins = true, holidays }: AfterviewOptions,
  calendar: () => Promise<Calendar>,
): Promise<Set<string>> {
  const replaced = holidays === undefined ? [] : ['afterview.holidays']
  const chosen = builtins === true ? builtinIds : builtins === false ? [] : builtins
  const wanted = chosen.filter((id) => !replaced.includes(id))
  const registered = await host.register(builtinPlugins(wanted, calendar))
  return new Set(registered.flatMap(({ pluginId = '' }) => (isBuiltin(pluginId) ? [pluginId] : [])))
}

import type { Calendar } from '@afterview/calendar'
import type { PluginPackage } from '@afterview/plugin-host'
import type { LetterPack } from '@afterview/templates'
import { AfterviewError } from '@afterview/time'
import { holidayRegions, holidaysIn } from '@afterview/time/holidays'
import { type BuiltinId, builtinIds, isBuiltin } from './builtin-ids.ts'
import { calendarContributions } from './calendar-exporter.ts'
import { calendarPlugin } from './calendar-plugin.ts'

/** The chosen built-in plugins, as packages like anybody's. Throws `builtin-unknown`. */
export function builtinPlugins(
  choice: boolean | readonly BuiltinId[],
  calendar: () => Promise<Calendar>,
): readonly PluginPackage[] {
  const wanted: readonly string[] =
    typeof choice === 'boolean' ? (choice ? builtinIds : []) : choice
  for (const id of wanted) if (!isBuiltin(id)) throw unknownBuiltin(id)
  const packages: Readonly<Record<BuiltinId, () => PluginPackage>> = {
    'afterview.letters': lettersPackage,
    'afterview.calendar': () => calendarPackage(calendar),
    'afterview.holidays': holidaysPackage,
  }
  return builtinIds.filter((id) => wanted.includes(id)).map((id) => packages[id]())
}

function manifestOf(name: string, displayName: string, rest: object): object {
  return {
    name,
    publisher: 'afterview',
    version: '1.0.0',
    displayName,
    engines: { afterview: '^1.0.0' },
    ...rest,
  }
}

type Languages = 'en' | 'nl' | 'de' | 'fr' | 'es'

const packs: Readonly<Record<Languages, () => Promise<{ readonly letters: LetterPack }>>> = {
  en: () => import('@afterview/templates/packs/en'),
  nl: () => import('@afterview/templates/packs/nl'),
  de: () => import('@afterview/templates/packs/de'),
  fr: () => import('@afterview/templates/packs/fr'),
  es: () => import('@afterview/templates/packs/es'),
}

/** The letters of each language are loaded when they are first asked for. */
function lettersPackage(): PluginPackage {
  const files = new Map(
    Object.entries(packs).map(([language, load]) => [`./${language}.json`, load]),
  )
  const letters = Object.keys(packs).map((language) => ({
    id: `letters.${language}`,
    path: `./${language}.json`,
    locales: [language],
  }))
  return {
    manifest: manifestOf('letters', 'Letters', { contributes: { letters } }),
    read: async (path) => {
      const pack = await files.get(path)?.()
      if (pack === undefined) throw missingFile(path)
      return JSON.stringify(pack.letters)
    },
  }
}

function calendarPackage(calendar: () => Promise<Calendar>): PluginPackage {
  return {
    manifest: manifestOf('calendar', 'Calendar', calendarContributions),
    load: async () => ({ plugin: calendarPlugin(await calendar()) }),
  }
}

/** A region's table is computed when it is first asked for. */
function holidaysPackage(): PluginPackage {
  const holidays = holidayRegions().map((region) => ({ region, path: `./${region}.json` }))
  return {
    manifest: manifestOf('holidays', 'Public holidays', { contributes: { holidays } }),
    read: async (path) => holidayFile(path),
    readNow: holidayFile,
  }
}

const years = { first: 2020, last: 2040 } as const

function holidayFile(path: string): string {
  const region = /^\.\/([A-Z0-9-]+)\.json$/.exec(path)?.[1]
  if (region === undefined) throw missingFile(path)
  const days: Record<string, string> = {}
  for (let year = years.first; year <= years.last; year += 1) {
    for (const { date, name } of holidaysIn(region, year)) days[date] = name
  }
  return JSON.stringify({ range: [String(years.first), String(years.last)], days })
}

function missingFile(path: string): AfterviewError {
  return new AfterviewError('file-missing', {
    happened: `a built-in plugin has no file ${path}`,
    fix: 'use a path of its manifest',
    details: { path },
  })
}

function unknownBuiltin(id: string): AfterviewError {
  return new AfterviewError('builtin-unknown', {
    happened: `there is no built-in plugin "${id}"`,
    fix: `use some of ${builtinIds.join(', ')}`,
    details: { id },
  })
}

import type { HandlerKind } from '../isolation/runtime.ts'
import { handlersOf } from '../manifest/activation-event.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import { literal, typeOfSchema } from './schema-type.ts'

/** The names of a manifest as TypeScript, to be given to `definePlugin<Names>`. */
export function generateTypes(manifest: PluginManifest, messageKeys: readonly string[]): string {
  const fields = [
    field('commands', commandsType(manifest)),
    field('configuration', configurationType(manifest)),
    ...kinds.map(([name, kind]) => field(name, idsOf(manifest, kind))),
    field('messages', union(messageKeys)),
  ]
  const body = fields.join('\n')
  const usesJson = body.includes('JsonValue')
  return [
    '// Written by `afterview-plugin types` from package.json. Do not edit.',
    ...(usesJson ? ["import type { JsonValue } from '@afterview/plugin-host'", ''] : ['']),
    `/** What ${manifest.id} declares. */`,
    'export interface Names {',
    body,
    '}',
    '',
  ].join('\n')
}

const kinds: readonly (readonly [string, HandlerKind])[] = [
  ['policies', 'policy'],
  ['effects', 'effect'],
  ['exporters', 'exporter'],
  ['classifiers', 'classifier'],
  ['notifiers', 'notifier'],
  ['views', 'view'],
  ['provides', 'service'],
]

function field(name: string, type: string): string {
  return `  readonly ${name}: ${type}`
}

function commandsType({ contributes }: PluginManifest): string {
  return record(contributes.commands.map(({ item }) => [item.command, typeOfSchema(item.args)]))
}

function configurationType({ contributes }: PluginManifest): string {
  const properties = contributes.configuration.flatMap(({ item }) =>
    Object.entries(item.properties),
  )
  return record(properties.map(([key, schema]) => [key, typeOfSchema(schema)]))
}

function record(entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return 'object'
  const lines = entries.map(([key, type]) => `    readonly ${literal(key)}: ${type}`)
  return `{\n${lines.join('\n')}\n  }`
}

function idsOf(manifest: PluginManifest, kind: HandlerKind): string {
  return union(
    handlersOf(manifest)
      .filter((handler) => handler.kind === kind)
      .map(({ id }) => id),
  )
}

function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map(literal).join(' | ')
}

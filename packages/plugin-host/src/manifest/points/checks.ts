import { lintSchema } from '../../json-schema.ts'
import type { JsonValue } from '../../json-value.ts'
import { parseWhen } from '../../when/when-clause.ts'
import type { Finding } from '../diagnostic.ts'
import { pointerTo } from '../json-text.ts'
import { didYouMean } from '../nearest-name.ts'
import type { CheckScope, ItemPlace } from './point.ts'

/** Findings of a when-clause in a field. */
export function checkWhen(
  clause: string | undefined,
  at: ItemPlace,
  field: 'when' | 'enablement',
): readonly Finding[] {
  if (clause === undefined) return []
  const parsed = parseWhen(clause)
  if (parsed.ok) return []
  return parsed.errors.map((error) => ({
    code: 'when-invalid',
    pointer: pointerTo(at.pointer, field),
    inside: error.offset,
    message: `${error.message}, at character ${error.offset + 1} of ${clause}`,
    help: 'write it after the grammar of when-clauses',
  }))
}

/** A finding when an id does not begin with the plugin's name and a dot. */
export function checkPrefix(
  id: string,
  at: ItemPlace,
  field: string,
  scope: CheckScope,
): readonly Finding[] {
  if (id.startsWith(`${scope.pluginName}.`)) return []
  return [
    {
      code: 'id-prefix',
      pointer: pointerTo(at.pointer, field),
      message: `${id} does not begin with ${scope.pluginName}.`,
      help: `rename it to ${scope.pluginName}.${id.slice(id.lastIndexOf('.') + 1)}`,
    },
  ]
}

/** A finding when a name is not in the embedder's vocabulary. */
export function checkName(
  name: string | undefined,
  known: readonly string[] | undefined,
  pointer: string,
  what: string,
): readonly Finding[] {
  if (name === undefined || known === undefined || known.includes(name)) return []
  const message = `${name} is no ${what} of this host${didYouMean(name, known)}`
  const help = known.length === 0 ? `remove it: there is no ${what}` : `use one of ${list(known)}`
  return [{ code: 'name-unknown', pointer, message, help }]
}

/** Findings of a `on` field: `onState:` or `onEvent:` with a known name. */
export function checkTrigger(on: string, at: ItemPlace, scope: CheckScope): readonly Finding[] {
  const pointer = pointerTo(at.pointer, 'on')
  const name = on.slice(on.indexOf(':') + 1)
  return on.startsWith('onState:')
    ? checkName(name, scope.surface.states, pointer, 'state')
    : checkName(name, scope.surface.events, pointer, 'event')
}

/** A finding when a command is declared neither by the plugin nor by the host. */
export function checkCommand(
  command: string,
  at: ItemPlace,
  scope: CheckScope,
): readonly Finding[] {
  const known = [...scope.ownCommands, ...(scope.surface.commands ?? [])]
  if (known.includes(command)) return []
  return [
    {
      code: 'command-undeclared',
      pointer: pointerTo(at.pointer, 'command'),
      message: `${command} is declared by nobody${didYouMean(command, known)}`,
      help: `declare ${command} in contributes.commands`,
    },
  ]
}

/** A finding when an embedded schema cannot be used. */
export function checkSchema(schema: JsonValue | undefined, pointer: string): readonly Finding[] {
  if (schema === undefined) return []
  const fault = lintSchema(schema)
  if (fault === undefined) return []
  const message = `The schema cannot be used: ${fault}`
  return [{ code: 'schema-invalid', pointer, message, help: 'write it as JSON Schema, draft 7' }]
}

/** A finding when a path leaves the plugin's folder. */
export function checkPath(path: string | undefined, pointer: string): readonly Finding[] {
  if (path === undefined || staysInside(path)) return []
  const message = `${path} is not a path inside the folder of the plugin`
  return [{ code: 'path-outside', pointer, message, help: 'write it like ./dist/plugin.js' }]
}

/** Whether a relative path with forward slashes never climbs above where it starts. */
export function staysInside(path: string): boolean {
  if (/^[/\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\\/.test(path)) return false
  let depth = 0
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1
    else if (part !== '.' && part !== '') depth += 1
    if (depth < 0) return false
  }
  return true
}

/** At most eight names, so that a help text stays readable. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}

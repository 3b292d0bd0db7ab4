import { AfterviewError } from '@afterview/time'

/** The plugins that come with Afterview. */
export const builtinIds = ['afterview.letters', 'afterview.calendar', 'afterview.holidays'] as const

/** Id of a plugin that comes with Afterview. */
export type BuiltinId = (typeof builtinIds)[number]

/** Whether an id is that of a built-in plugin. */
export function isBuiltin(id: string): id is BuiltinId {
  return builtinIds.some((known) => known === id)
}

/** What was asked for was left out with a built-in plugin, and no other plugin does it. */
export function builtinMissing(id: BuiltinId, what: string): AfterviewError {
  return new AfterviewError('builtin-missing', {
    happened: `${what}: ${id} is not among the plugins, and no other does its work`,
    fix: `leave "${id}" among the \`builtins\` of createAfterview, or give a plugin that does the same`,
    details: { id },
  })
}

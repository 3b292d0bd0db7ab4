import type { Complaint } from './pack-problem.ts'
import type { PartialSources } from './template-source.ts'

/** A tag whose value would be printed whatever it is. */
export const rawTag = (name: string): Complaint => ({
  code: 'tag-raw',
  message: `{{{${name}}}} or {{&${name}}} prints without any check`,
  help: `write {{${name}}}`,
})

/** A tag of a partial that is not known. */
export const unknownPartial = (name: string, known: PartialSources): Complaint => ({
  code: 'partial-unknown',
  message: `There is no partial "${name}"`,
  help: `name a partial that exists (${[...known.keys()].join(', ') || 'there are none'})`,
})

/** A tag of a partial that is being rendered already. `path` ends with its name. */
export const circularPartial = (path: readonly string[]): Complaint => ({
  code: 'partial-circular',
  message: `The partials go round: ${path.join(' > ')}`,
  help: 'let no partial reach itself',
})

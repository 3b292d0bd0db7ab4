import type { Complaint } from './pack-problem.ts'

/** A tag whose value would be printed whatever it is. */
export const rawTag = (name: string): Complaint => ({
  code: 'tag-raw',
  message: `{{{${name}}}} or {{&${name}}} prints without any check`,
  help: `write {{${name}}}`,
})

/** A tag of a partial that the library lacks. */
export const unknownPartial = (name: string, known: readonly string[]): Complaint => ({
  code: 'partial-unknown',
  message: `There is no partial "${name}"`,
  help: `name ${known.length > 0 ? `one of ${known.join(', ')}` : 'a partial that exists'}`,
})

/** A tag of a partial that is being rendered already. `path` ends with its name. */
export const circularPartial = (path: readonly string[]): Complaint => ({
  code: 'partial-circular',
  message: `The partials go round: ${path.join(' > ')}`,
  help: 'let no partial reach itself',
})

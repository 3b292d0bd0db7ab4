import type { Token } from './mustache-token.ts'
import type { Complaint } from './pack-problem.ts'
import { describeValue } from './shape-check.ts'
import type { PartialSources } from './template-source.ts'

/** A tag whose value would be printed whatever it is. */
export const rawTag = (name: string): Complaint => ({
  code: 'tag-raw',
  message: `"${name}" is printed raw`,
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

/** A tag with a value that cannot be printed or tested; `undefined` where the view has none. */
export function unfitValue(value: unknown, [type, name]: Token): Complaint {
  if (type === '&') return rawTag(name)
  if (value === undefined) {
    return {
      code: 'name-missing',
      message: `The view has no "${name}"`,
      help: 'give it a value or correct the name',
    }
  }
  return {
    code: typeof value === 'function' ? 'value-function' : 'value-unprintable',
    message: `"${name}" is ${describeValue(value)}, which cannot be shown`,
    help: 'put strings, numbers and plain data into the view',
  }
}

import { escapeHtml } from './escape-html.ts'
import { problemError } from './pack-problem.ts'
import { createPartialLibrary } from './partial-library.ts'
import { createTemplate, letterRules, type RenderRules, type Template } from './strict-template.ts'
import { checkAllTags } from './tag-check.ts'
import { parseSource } from './template-source.ts'

/**
 * Which Mustache a text is written in. `letter` is the strict one: it refuses raw tags, other
 * delimiters, unknown or circular partials and odd names. `spec` is the whole core of the Mustache
 * specification, with HTML escaping and with misses that print nothing.
 */
export type Dialect = 'letter' | 'spec'

/** How {@link compileTemplate} reads a template. */
export interface TemplateOptions {
  /** Name for errors. Default `template`. */
  readonly name?: string
  /** Partials by name. */
  readonly partials?: Readonly<Record<string, string>>
  /** Names, as written in a section tag, that the view may lack. Any other missing name is an error. */
  readonly optional?: readonly string[]
  /** Default `letter`. */
  readonly dialect?: Dialect
}

/**
 * Parses `text` once for any number of renderings.
 * @throws AfterviewError for the first thing that the dialect refuses, such as `template-syntax`,
 * `tag-raw`, `partial-unknown` or `partial-circular`, with the template, line and column
 */
export function compileTemplate(text: string, options: TemplateOptions = {}): Template {
  const { name = 'template', partials = {}, optional = [], dialect = 'letter' } = options
  const sources = Object.entries(partials).map(
    ([key, text]) => [key, { name: `${name} > ${key}`, text }] as const,
  )
  const library = createPartialLibrary(Object.fromEntries(sources))
  const parsed = parseSource({ name, text })
  if (dialect === 'spec') return createTemplate({ parsed, library }, specRules)
  const [problem] = checkAllTags(parsed, library)
  if (problem) throw problemError(problem)
  const lackable = new Set(optional)
  return createTemplate(
    { parsed, library },
    { ...letterRules, mayLack: (name) => lackable.has(name) },
  )
}

const specRules: RenderRules = {
  textOf: (value, isRaw) => {
    const text = specText(value)
    return isRaw || text === undefined ? text : escapeHtml(text)
  },
  mayLack: () => true,
  hasLoosePartials: true,
}

function specText(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  return typeof value === 'boolean' ? String(value) : letterRules.textOf(value, false)
}

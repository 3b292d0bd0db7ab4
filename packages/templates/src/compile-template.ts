import { escapeHtml } from './escape-html.ts'
import { problemError } from './pack-problem.ts'
import { letterRules } from './letter-rules.ts'
import { createRender, parseSource, type RenderRules } from './mustache-engine.ts'
import { isRecord } from './shape-check.ts'
import { checkAllTags } from './tag-check.ts'

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

/** A parsed template. It holds no more than its own tokens and may be rendered any number of times. */
export interface Template {
  readonly name: string
  /**
   * The text for `view`. Only own properties of plain objects are seen and no function is called.
   * @throws AfterviewError `name-missing`, `value-unprintable` or `value-function`, with the template, line and column
   */
  render(view: unknown): string
}

/**
 * Parses `text` once for any number of renderings.
 * @throws AfterviewError for the first thing that the dialect refuses, such as `template-syntax`,
 * `tag-raw`, `partial-unknown` or `partial-circular`, with the template, line and column
 */
export function compileTemplate(text: string, options: TemplateOptions = {}): Template {
  const { name = 'template', optional = [], dialect = 'letter' } = options
  const sources = Object.entries(options.partials ?? {}).map(
    ([key, text]) => [key, { name: `${name} > ${key}`, text }] as const,
  )
  const partials = new Map(sources)
  const source = { name, text }
  if (dialect === 'spec') return { name, render: createRender(source, partials, specRules) }
  const [problem] = checkAllTags(parseSource(source), partials)
  if (problem) throw problemError(problem)
  const lackable = new Set(optional)
  const rules: RenderRules = {
    ...letterRules,
    canTest: (value, name) => (value === undefined ? lackable.has(name) : isPlain(value)),
  }
  return { name, render: createRender(source, partials, rules) }
}

const specRules: RenderRules = {
  textOf: (value, isRaw) => {
    const text = specText(value)
    return isRaw || text === undefined ? text : escapeHtml(text)
  },
  canTest: isPlain,
  hasLoosePartials: true,
}

function specText(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  return typeof value === 'boolean' ? String(value) : letterRules.textOf(value, false)
}

function isPlain(value: unknown): boolean {
  if (!isRecord(value)) return typeof value !== 'function' && typeof value !== 'symbol'
  const prototype: unknown = Object.getPrototypeOf(value)
  // The prototype of plain objects is the one that has none, in whatever realm they were made.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

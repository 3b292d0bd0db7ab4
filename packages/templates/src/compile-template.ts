import { escapeHtml } from './escape-html.ts'
import {
  indentLines,
  missing,
  PolicyWriter,
  renderTokens,
  type RenderPolicy,
  StrictContext,
} from './mustache-engine.ts'
import type { PartialToken, Token } from './mustache-token.ts'
import { type Complaint, problemError } from './pack-problem.ts'
import { createPartialLibrary, inspectSource, type PartialLibrary } from './partial-library.ts'
import {
  type Dialect,
  type ParsedSource,
  parseSource,
  problemIn,
  type TemplateSource,
} from './template-source.ts'

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
  const { name = 'template', partials = {}, optional = [], dialect = 'letter' } = options
  const sources = Object.entries(partials).map(
    ([key, text]) => [key, { name: `${name} > ${key}`, text }] as const,
  )
  const library = createPartialLibrary(Object.fromEntries(sources), dialect)
  const parsed = parseSource({ name, text }, dialect)
  const [problem] = inspectSource(parsed, library)
  if (problem) throw problemError(problem)
  return createTemplate(parsed, library, new Set(optional))
}

/** A template from a source that was parsed and inspected before. */
export function createTemplate(
  parsed: ParsedSource,
  library: PartialLibrary,
  optional: ReadonlySet<string> = new Set(),
): Template {
  const unit = createUnit(parsed, { library, optional })
  return { name: parsed.source.name, render: (view) => unit.render(new StrictContext(view)) }
}

interface Setting {
  readonly library: PartialLibrary
  readonly optional: ReadonlySet<string>
}

interface Unit {
  render(context: StrictContext): string
}

function createUnit(parsed: ParsedSource, setting: Setting): Unit {
  const writer = new PolicyWriter(policyFor(parsed.source, setting))
  return { render: (context) => renderTokens(writer, parsed.tokens, context) }
}

function policyFor(source: TemplateSource, setting: Setting): RenderPolicy {
  const included = new Map<PartialToken, Unit>()
  const include = (token: PartialToken, context: StrictContext): string => {
    const unit = included.get(token) ?? createPartialUnit(token, setting)
    included.set(token, unit)
    return unit.render(context)
  }
  const rules = setting.library.dialect === 'letter' ? letterRules : specRules
  return { include, ...rules(source, setting.optional) }
}

const emptyUnit: Unit = { render: () => '' }

function createPartialUnit(token: PartialToken, setting: Setting): Unit {
  const partial = setting.library.find(token[1])
  if (!partial) return emptyUnit
  const [, , , , indentation, tagIndex] = token
  if (tagIndex !== 0 || indentation === '') return createUnit(partial, setting)
  const source = { ...partial.source, text: indentLines(partial.source.text, token) }
  const indented = { ...source, columnShift: -indentation.length }
  return createUnit(parseSource(indented, setting.library.dialect), setting)
}

type Rules = (
  source: TemplateSource,
  optional: ReadonlySet<string>,
) => Omit<RenderPolicy, 'include'>

const letterRules: Rules = (source, optional) => {
  const refuse = (value: unknown, token: Token): never => {
    throw problemError(problemIn(source, token[2], complaintAbout(value, token[1])))
  }
  const print = (value: unknown, token: Token): string => {
    if (typeof value === 'string') return value
    return isFiniteNumber(value) ? String(value) : refuse(value, token)
  }
  const test = (value: unknown, token: Token): boolean => {
    if (value === missing) return optional.has(token[1]) ? false : refuse(value, token)
    return isPlain(value) ? Boolean(value) : refuse(value, token)
  }
  return { print, printRaw: refuse, test }
}

const specRules: Rules = (source) => {
  const refuse = (value: unknown, token: Token): never => {
    throw problemError(problemIn(source, token[2], complaintAbout(value, token[1])))
  }
  const printRaw = (value: unknown, token: Token): string => {
    if (value === missing || value === null || value === undefined) return ''
    const isText = typeof value === 'string' || typeof value === 'boolean' || isFiniteNumber(value)
    return isText ? String(value) : refuse(value, token)
  }
  const print = (value: unknown, token: Token): string => escapeHtml(printRaw(value, token))
  const test = (value: unknown, token: Token): boolean => {
    if (value === missing) return false
    return isPlain(value) ? Boolean(value) : refuse(value, token)
  }
  return { print, printRaw, test }
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return typeof value !== 'function' && typeof value !== 'symbol'
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  // The prototype of plain objects is the one that has none, in whatever realm they were made.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function complaintAbout(value: unknown, name: string): Complaint {
  if (value === missing) {
    return {
      code: 'name-missing',
      message: `The view has no "${name}"`,
      help: `give "${name}" a value or correct the name`,
    }
  }
  if (typeof value === 'function') {
    return {
      code: 'value-function',
      message: `"${name}" is a function`,
      help: 'put its result into the view',
    }
  }
  return {
    code: 'value-unprintable',
    message: `"${name}" is ${describeValue(value)}, which has no text`,
    help: 'put a string or a finite number into the view',
  }
}

function describeValue(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return 'a list'
  return isPlain(value) ? 'an object' : 'an object that is not plain data'
}

import { indentLines, PolicyWriter, renderTokens, StrictContext } from './mustache-engine.ts'
import type { PartialToken, Token } from './mustache-token.ts'
import { type Complaint, problemError } from './pack-problem.ts'
import type { PartialLibrary } from './partial-library.ts'
import { remember } from './remember.ts'
import { describeValue, isRecord } from './shape-check.ts'
import { circularPartial, rawTag, unknownPartial } from './tag-complaint.ts'
import { type ParsedSource, parseSource, problemIn } from './template-source.ts'

/** A parsed template. It holds no more than its own tokens and may be rendered any number of times. */
export interface Template {
  readonly name: string
  /**
   * The text for `view`. Only own properties of plain objects are seen and no function is called.
   * @throws AfterviewError `name-missing`, `value-unprintable` or `value-function`, with the template, line and column
   */
  render(view: unknown): string
}

/** What a dialect prints and lets pass. */
export interface RenderRules {
  /** The text of a value that a tag prints, or `undefined` where it is refused. */
  readonly textOf: (value: unknown, isRaw: boolean) => string | undefined
  /** Whether a section may name what the view lacks. */
  readonly mayLack: (name: string) => boolean
  /** Whether a partial may be unknown, which prints nothing, or reach itself. */
  readonly hasLoosePartials: boolean
}

/** Prints strings and finite numbers, and nothing that is raw or missing. */
export const letterRules: RenderRules = {
  textOf: (value, isRaw) => (isRaw ? undefined : textOf(value)),
  mayLack: () => false,
  hasLoosePartials: false,
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : undefined
}

/** A parsed source, and the partials that its tags may name. */
export interface TemplateParts {
  readonly parsed: ParsedSource
  readonly library: PartialLibrary
}

/**
 * A template from a source that was parsed before. What a check would have found is refused here
 * when it is broken syntax, else where it is to be rendered.
 * @throws AfterviewError `template-syntax`
 */
export function createTemplate({ parsed, library }: TemplateParts, rules = letterRules): Template {
  const unit = createUnit(parsed, { library, rules, path: [] })
  return { name: parsed.source.name, render: (view) => unit(new StrictContext(view)) }
}

interface Setting {
  readonly library: PartialLibrary
  readonly rules: RenderRules
  /** Names of the partials around this one. */
  readonly path: readonly string[]
}

/** The text of a template or of one of its partials. */
type Unit = (context: StrictContext) => string

function createUnit({ source, tokens, problem }: ParsedSource, setting: Setting): Unit {
  if (problem) throw problemError(problem)
  const { rules } = setting
  const refuse = (token: Token, complaint: Complaint): never => {
    throw problemError(problemIn(source, token[2], complaint))
  }
  const unitOf = remember((token: PartialToken) => createPartialUnit(token, setting, refuse))
  const writer = new PolicyWriter({
    print: (token, context) => {
      const value = context.lookup(token[1])
      const text = rules.textOf(value, token[0] === '&')
      return text ?? refuse(token, complaintAbout(value, token))
    },
    check: (token, context) => {
      const value = context.lookup(token[1])
      const isFit = value === undefined ? rules.mayLack(token[1]) : isPlain(value)
      if (!isFit) refuse(token, complaintAbout(value, token))
    },
    include: (token, context) => unitOf(token)(context),
  })
  return (context) => renderTokens(writer, tokens, context)
}

function createPartialUnit(
  token: PartialToken,
  { library, rules, path }: Setting,
  refuse: (token: Token, complaint: Complaint) => never,
): Unit {
  const [, name, , , indentation, tagIndex] = token
  const partial = library.find(name)
  const inner = { library, rules, path: [...path, name] }
  if (!rules.hasLoosePartials && path.includes(name)) refuse(token, circularPartial(inner.path))
  if (!partial) {
    return rules.hasLoosePartials ? () => '' : refuse(token, unknownPartial(name, library.names))
  }
  if (tagIndex !== 0 || indentation === '') return createUnit(partial, inner)
  const text = indentLines(partial.source.text, token)
  const columnShift = -indentation.length
  return createUnit(parseSource({ ...partial.source, text, columnShift }), inner)
}

function isPlain(value: unknown): boolean {
  if (!isRecord(value)) return typeof value !== 'function' && typeof value !== 'symbol'
  const prototype: unknown = Object.getPrototypeOf(value)
  // The prototype of plain objects is the one that has none, in whatever realm they were made.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function complaintAbout(value: unknown, [type, name]: Token): Complaint {
  if (type === '&') return rawTag(name)
  if (value === undefined) {
    return {
      code: 'name-missing',
      message: `The view has no "${name}"`,
      help: `give "${name}" a value or correct the name`,
    }
  }
  return {
    code: typeof value === 'function' ? 'value-function' : 'value-unprintable',
    message: `"${name}" is ${describeValue(value)}, which cannot be shown`,
    help: 'put strings, finite numbers and plain data into the view',
  }
}

import { indentLines, PolicyWriter, renderTokens, StrictContext } from './mustache-engine.ts'
import type { PartialToken, Token } from './mustache-token.ts'
import { type Complaint, problemError } from './pack-problem.ts'
import { remember } from './remember.ts'
import { describeValue, isRecord } from './shape-check.ts'
import { circularPartial, rawTag, unknownPartial } from './tag-complaint.ts'
import {
  type ParsedSource,
  parseSource,
  type PartialSources,
  problemIn,
} from './template-source.ts'

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

/** The text for a view. Only own properties of plain objects are seen and no function is called. */
export type Render = (view: unknown) => string

/**
 * Makes a parsed source ready to render any number of times. What a check would have found is
 * refused here when it is broken syntax, else where it is to be rendered.
 * @throws AfterviewError `template-syntax`
 */
export function createRender(
  parsed: ParsedSource,
  partials: PartialSources,
  rules = letterRules,
): Render {
  const unit = createUnit(parsed, { partials, rules, path: [] })
  return (view) => unit(new StrictContext(view))
}

interface Setting {
  readonly partials: PartialSources
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
  { partials, rules, path }: Setting,
  refuse: (token: Token, complaint: Complaint) => never,
): Unit {
  const [, name, , , indentation, tagIndex] = token
  const partial = partials.get(name)
  const inner = { partials, rules, path: [...path, name] }
  if (!rules.hasLoosePartials && path.includes(name)) refuse(token, circularPartial(inner.path))
  if (!partial)
    return rules.hasLoosePartials ? () => '' : refuse(token, unknownPartial(name, partials))
  if (tagIndex !== 0 || indentation === '') return createUnit(parseSource(partial), inner)
  const text = indentLines(partial.text, token)
  const columnShift = -indentation.length
  return createUnit(parseSource({ ...partial, text, columnShift }), inner)
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

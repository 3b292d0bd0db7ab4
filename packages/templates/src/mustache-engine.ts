import Mustache from 'mustache'
import type { PartialToken, Token } from './mustache-token.ts'
import { type Complaint, problemError } from './pack-problem.ts'
import { isRecord } from './shape-check.ts'
import { circularPartial, unknownPartial, unfitValue } from './tag-complaint.ts'
import {
  type ParsedSource,
  type PartialSources,
  problemIn,
  syntaxProblem,
  type TemplateSource,
} from './template-source.ts'

/** What a dialect prints and lets pass. */
export interface RenderRules {
  /** The text of a value that a tag prints, or `undefined` where it is refused. */
  readonly textOf: (value: unknown, isRaw: boolean) => string | undefined
  /** Whether a section may test a value, which is `undefined` where the view lacks the name. */
  readonly canTest: (value: unknown, name: string) => boolean
  /** Whether a partial may be unknown, which prints nothing, or reach itself. */
  readonly hasLoosePartials: boolean
}

interface Setting {
  readonly partials: PartialSources
  readonly rules: RenderRules
  /** Names of the partials around a unit, and its own. */
  readonly path: readonly string[]
}

/** A template or a partial that is being rendered. */
interface Unit extends Setting {
  readonly source: TemplateSource
  readonly tokens: readonly Token[]
}

/** Where names are looked up: a view, and the views around it. */
interface Frame {
  readonly view: unknown
  readonly parent?: Frame | undefined
}

/**
 * The value of a name: `undefined` where no frame has it, `null` where one has it without a value.
 * Only own properties of objects are seen. The first part of a dotted name decides the frame: the
 * rest is never looked for anywhere else. Functions are never called.
 */
export function lookUp({ view, parent }: Frame, name: string): unknown {
  if (name === '.') return view ?? null
  const end = name.indexOf('.')
  const value = member(view, end < 0 ? name : name.slice(0, end))
  if (value === undefined) return parent && lookUp(parent, name)
  return end < 0 || value === null ? value : lookUp({ view: value }, name.slice(end + 1))
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : undefined
}

/** A context that looks names up with {@link lookUp} and knows what is being rendered. */
class StrictContext extends Mustache.Context {
  readonly unit: Unit

  constructor(view: unknown, unit: Unit, parent?: StrictContext) {
    super(view, parent)
    this.unit = unit
  }

  override push(view: unknown): StrictContext {
    return new StrictContext(view, this.unit, this)
  }

  override lookup(name: string): unknown {
    return lookUp(this, name)
  }
}

/** The writer of one template. It asks its rules about every value before mustache sees it. */
class StrictWriter extends Mustache.Writer {
  /** A source to render. Its tokens are remembered. @throws AfterviewError `template-syntax` */
  open(source: TemplateSource, setting: Setting): Unit {
    const { tokens, problem } = parseWith(this, source)
    if (problem) throw problemError(problem)
    return { ...setting, source, tokens }
  }

  /** The text of a unit for the view of a context. */
  renderUnit(context: StrictContext): string {
    const list: unknown = context.unit.tokens
    return this.renderTokens(list as string[][], context)
  }

  override escapedValue(token: string[], context: StrictContext): string {
    const tag = tokenOf(token)
    const value = context.lookup(tag[1])
    const text = context.unit.rules.textOf(value, tag[0] === '&')
    return text ?? refuse(tag, context, unfitValue(value, tag))
  }

  override unescapedValue(token: string[], context: StrictContext): string {
    return this.escapedValue(token, context)
  }

  override renderSection(token: string[], context: StrictContext): string {
    this.#check(tokenOf(token), context)
    return super.renderSection(token, context)
  }

  override renderInverted(token: string[], context: StrictContext): string {
    this.#check(tokenOf(token), context)
    return super.renderInverted(token, context)
  }

  override renderPartial(token: string[], context: StrictContext): string {
    const tag = tokenOf(token) as PartialToken
    const [, name, , , indentation, tagIndex, lineHasText] = tag
    const { partials, rules, path } = context.unit
    const partial = partials.get(name)
    const inner = [...path, name]
    if (!rules.hasLoosePartials) {
      if (path.includes(name)) refuse(tag, context, circularPartial(inner))
      if (!partial) refuse(tag, context, unknownPartial(name, partials))
    }
    if (!partial) return ''
    const shift = tagIndex === 0 ? indentation : ''
    const text = this.indentPartial(partial.text, shift, lineHasText)
    const source = { ...partial, text, columnShift: -shift.length }
    const unit = this.open(source, { partials, rules, path: inner })
    return this.renderUnit(new StrictContext(context.view, unit, context))
  }

  // What only a section needs: mustache decides whether it shows.
  #check(tag: Token, context: StrictContext): void {
    const value = context.lookup(tag[1])
    if (!context.unit.rules.canTest(value, tag[1])) refuse(tag, context, unfitValue(value, tag))
  }
}

function refuse(tag: Token, { unit }: StrictContext, complaint: Complaint): never {
  throw problemError(problemIn(unit.source, tag[2], complaint))
}

// mustache's types call a token `string[]`; its numbers and children are not strings.
function tokenOf(token: readonly unknown[]): Token {
  return token as Token
}

// A writer remembers the tokens of a text.
function parseWith(writer: Mustache.Writer, source: TemplateSource): ParsedSource {
  try {
    const tokens: readonly unknown[] = writer.parse(source.text, ['{{', '}}'])
    return { source, tokens: tokens as readonly Token[] }
  } catch (error) {
    return { source, tokens: [], problem: syntaxProblem(source, error) }
  }
}

/** Parses a source. Never throws. */
export function parseSource(source: TemplateSource): ParsedSource {
  return parseWith(new Mustache.Writer(), source)
}

/** The text for a view. Only own properties of plain objects are seen and no function is called. */
export type Render = (view: unknown) => string

/**
 * Makes a source ready to render any number of times. What a check would have found is refused
 * here when it is broken syntax, else where it is to be rendered.
 * @throws AfterviewError `template-syntax`
 */
export function createRender(
  source: TemplateSource,
  partials: PartialSources,
  rules: RenderRules,
): Render {
  const writer = new StrictWriter()
  const unit = writer.open(source, { partials, rules, path: [] })
  return (view) => writer.renderUnit(new StrictContext(view, unit))
}

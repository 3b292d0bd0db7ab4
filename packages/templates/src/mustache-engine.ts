import Mustache from 'mustache'
import type { PartialToken, SectionToken, Token } from './mustache-token.ts'
import { isRecord } from './shape-check.ts'

/** What a lookup answers when no frame of the view has the name. */
export const missing: unique symbol = Symbol('missing')

/** What a writer asks of the template it renders: what may be printed, what a partial is. */
export interface RenderPolicy {
  /** The text of a value, or a refusal thrown. `value` may be {@link missing}. */
  print(value: unknown, token: Token): string
  /** Whether a section shows, or a refusal thrown. `value` may be {@link missing}. */
  test(value: unknown, token: Token): boolean
  /** Renders the partial of a tag in the context of the tag. */
  include(token: PartialToken, context: StrictContext): string
}

/**
 * A context that resolves own properties of plain objects only. The first part of a dotted name
 * decides the frame: the rest is never looked for anywhere else. Functions are never called.
 */
export class StrictContext extends Mustache.Context {
  override push(view: unknown): StrictContext {
    return new StrictContext(view, this)
  }

  override lookup(name: string): unknown {
    if (name === '.') return this.view
    const dot = name.indexOf('.')
    if (dot === -1) return findInFrames(this, name)
    return descend(findInFrames(this, name.slice(0, dot)), name.slice(dot + 1).split('.'))
  }
}

function findInFrames(innermost: Mustache.Context, name: string): unknown {
  let frame: Mustache.Context | undefined = innermost
  while (frame) {
    const value = member(frame.view, name)
    if (value !== missing) return value
    frame = frame.parent
  }
  return missing
}

function descend(start: unknown, path: readonly string[]): unknown {
  let value = start
  for (const name of path) {
    if (value === null || value === undefined) return value
    value = member(value, name)
  }
  return value
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : missing
}

/** A writer of one parsed template. It asks its policy about every value and keeps no cache. */
export class PolicyWriter extends Mustache.Writer {
  readonly #policy: RenderPolicy

  constructor(policy: RenderPolicy) {
    super()
    this.#policy = policy
  }

  override escapedValue(token: readonly unknown[], context: Mustache.Context): string {
    const tag = token as Token
    return this.#policy.print(context.lookup(tag[1]), tag)
  }

  override unescapedValue(token: readonly unknown[], context: Mustache.Context): string {
    return this.escapedValue(token, context)
  }

  override renderSection(token: readonly unknown[], context: Mustache.Context): string {
    const tag = token as SectionToken
    const value: unknown = context.lookup(tag[1])
    if (!this.#policy.test(value, tag)) return ''
    if (value === true) return this.renderTokens(inner(tag), context)
    let text = ''
    for (const item of Array.isArray(value) ? value : [value])
      text += this.renderTokens(inner(tag), context.push(item))
    return text
  }

  override renderInverted(token: readonly unknown[], context: Mustache.Context): string {
    const tag = token as SectionToken
    const value: unknown = context.lookup(tag[1])
    const isShown = this.#policy.test(value, tag) && !(Array.isArray(value) && value.length === 0)
    return isShown ? '' : this.renderTokens(inner(tag), context)
  }

  override renderPartial(token: readonly unknown[], context: Mustache.Context): string {
    return this.#policy.include(token as PartialToken, context)
  }
}

// mustache's types call a token `string[]`; its numbers and children are not strings.
function inner(tag: SectionToken): string[][] {
  const children: unknown = tag[4]
  return children as string[][]
}

/** Renders parsed tokens with `view` as the outermost frame. */
export function renderTokens(
  writer: PolicyWriter,
  tokens: readonly Token[],
  context: StrictContext,
): string {
  const list: unknown = tokens
  return writer.renderTokens(list as string[][], context)
}

/**
 * Parses `text` into tokens that belong to the caller alone.
 * @throws the parser's own `Error`, such as `Unclosed tag at 12`.
 */
export function parseTokens(text: string): readonly Token[] {
  return new Mustache.Writer().parse(text, ['{{', '}}']) as readonly Token[]
}

/** `text` with `indentation` before each line, as a partial tag alone on its line asks for. */
export function indentLines(text: string, token: PartialToken): string {
  return new Mustache.Writer().indentPartial(text, token[4], token[6])
}

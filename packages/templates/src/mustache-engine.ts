import Mustache from 'mustache'
import type { PartialToken, Token } from './mustache-token.ts'
import { isRecord } from './shape-check.ts'

/** What a writer asks of the template it renders: what may be printed, what a partial is. */
export interface RenderPolicy {
  /** The text of a value tag, or a refusal thrown. */
  print(token: Token, context: StrictContext): string
  /** Throws a refusal when the value of a section cannot be tested. */
  check(token: Token, context: StrictContext): void
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

  /** `undefined` where no frame has the name, `null` where one has it without a value. */
  override lookup(name: string): unknown {
    if (name === '.') return this.view ?? null
    const [first = '', ...rest] = name.split('.')
    const start = member(this.view, first)
    if (start === undefined) return this.parent?.lookup(name)
    return rest.reduce<unknown>(
      (value, part) => (value === null ? null : member(value, part)),
      start,
    )
  }
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : undefined
}

/** A writer of one parsed template. It asks its policy about every value and keeps no cache. */
export class PolicyWriter extends Mustache.Writer {
  readonly #policy: RenderPolicy

  constructor(policy: RenderPolicy) {
    super()
    this.#policy = policy
  }

  override escapedValue(token: string[], context: StrictContext): string {
    return this.#policy.print(tokenOf(token), context)
  }

  override unescapedValue(token: string[], context: StrictContext): string {
    return this.escapedValue(token, context)
  }

  override renderSection(token: string[], context: StrictContext): string {
    this.#policy.check(tokenOf(token), context)
    return super.renderSection(token, context)
  }

  override renderInverted(token: string[], context: StrictContext): string {
    this.#policy.check(tokenOf(token), context)
    return super.renderInverted(token, context)
  }

  override renderPartial(token: string[], context: StrictContext): string {
    const tag: readonly unknown[] = token
    return this.#policy.include(tag as PartialToken, context)
  }
}

// mustache's types call a token `string[]`; its numbers and children are not strings.
function tokenOf(token: readonly unknown[]): Token {
  return token as Token
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

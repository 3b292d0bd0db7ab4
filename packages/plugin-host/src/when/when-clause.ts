import { type WhenNode, keysOf } from './ast.ts'
import { type Evaluate, type WhenContext, compileWhen } from './evaluate.ts'
import { parseTokens } from './parse.ts'
import { printWhen } from './print.ts'
import { type WhenError, scan } from './token.ts'

/** Longest when-clause, in UTF-16 units. */
export const LONGEST_WHEN = 2000

/** A condition over context keys, ready to be asked. */
export interface WhenClause {
  readonly ok: true
  readonly text: string
  readonly ast: WhenNode
  /** The context keys that it reads. */
  readonly keys: readonly string[]
  /** Whether it holds for these keys. Never throws; time is linear in the clause. */
  readonly evaluate: Evaluate
  /** The canonical form, which parses to the same clause. */
  print(): string
}

/** Why a text is no when-clause. The grammar's fault comes first, then every character without meaning. */
export interface WhenFailure {
  readonly ok: false
  readonly errors: readonly WhenError[]
}

/**
 * Reads a when-clause such as `stage == 'waiting' && daysWaiting >= 5`.
 *
 * Never throws. Takes time linear in the text. At most 2,000 characters, 64 levels of parentheses.
 * The grammar and what differs from VS Code is in SPEC.md, rules W1 and following.
 */
export function parseWhen(text: string): WhenClause | WhenFailure {
  if (text.length > LONGEST_WHEN) return tooLong(text)
  const { tokens, unknown } = scan(text)
  const parsed = parseTokens(tokens)
  if (!parsed.ok) return { ok: false, errors: [parsed.error, ...unknown] }
  if (unknown.length > 0) return { ok: false, errors: unknown }
  const { node } = parsed
  return {
    ok: true,
    text,
    ast: node,
    keys: keysOf(node),
    evaluate: compileWhen(node),
    print: () => printWhen(node),
  }
}

function tooLong(text: string): WhenFailure {
  const message = `A when-clause has at most ${LONGEST_WHEN} characters; this one has ${text.length}`
  return { ok: false, errors: [{ message, offset: LONGEST_WHEN }] }
}

/** A part of a clause that does not hold, with the values that it saw. */
export interface FailedClause {
  readonly clause: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Which of the parts joined by `&&` do not hold. Empty when the clause holds. */
export function explainWhen(clause: WhenClause, context: WhenContext): readonly FailedClause[] {
  const parts = clause.ast.type === 'and' ? clause.ast.nodes : [clause.ast]
  return parts
    .filter((part) => !compileWhen(part)(context))
    .map((part) => ({ clause: printWhen(part), values: valuesOf(part, context) }))
}

function valuesOf(node: WhenNode, context: WhenContext): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    keysOf(node).map((key) => [key, Object.hasOwn(context, key) ? context[key] : undefined]),
  )
}

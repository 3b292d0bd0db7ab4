import type { Token } from './mustache-token.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { positionAt } from './text-position.ts'

/** A piece of Mustache text and where it comes from. */
export interface TemplateSource {
  /** Path or name for problems. */
  readonly name: string
  readonly text: string
  /** Line of the file on which `text` begins. Default 1. */
  readonly line?: number
  /** Columns of the file that stand before each line of `text`; negative when `text` was indented. Default 0. */
  readonly columnShift?: number
}

/** The partials that a template may name. */
export type PartialSources = ReadonlyMap<string, TemplateSource>

/** A problem at an offset of a source. */
export function problemIn(
  { name, text, line = 1, columnShift = 0 }: TemplateSource,
  offset: number,
  complaint: Complaint,
): PackProblem {
  const at = positionAt(text, offset)
  const shifted = { line: at.line + line - 1, column: Math.max(1, at.column + columnShift) }
  return problemAt(name, shifted, complaint)
}

/** Tokens of a source, or why it cannot be parsed. */
export interface ParsedSource {
  readonly source: TemplateSource
  /** Empty when the text cannot be parsed. */
  readonly tokens: readonly Token[]
  /** What the parser refused. */
  readonly problem?: PackProblem
}

/** What mustache's parser refused: it says what is wrong, and the offset at the end of its message. */
export function syntaxProblem(source: TemplateSource, error: unknown): PackProblem {
  const [, message = String(error), offset] = /^Error: (.*) at (\d+)$/su.exec(String(error)) ?? []
  return problemIn(source, Number(offset), {
    code: 'template-syntax',
    message,
    help: 'close every tag with }} and every section with its own name',
  })
}

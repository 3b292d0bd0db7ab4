import type { Token } from './mustache-token.ts'
import { parseTokens } from './mustache-engine.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { positionAt } from './text-position.ts'

/**
 * Which Mustache a text is written in. `letter` is the strict one: it refuses raw tags, other
 * delimiters, unknown or circular partials and odd names. `spec` is the whole core of the Mustache
 * specification, with HTML escaping and with misses that print nothing.
 */
export type Dialect = 'letter' | 'spec'

/** A piece of Mustache text and where it comes from. */
export interface TemplateSource {
  /** Path or name for problems. */
  readonly name: string
  readonly text: string
  /** Line of the file on which `text` begins. Default 1. */
  readonly firstLine?: number
  /** Columns of the file that stand before each line of `text`; negative when `text` was indented. Default 0. */
  readonly columnShift?: number
}

/** A problem at an offset of a source. */
export function problemIn(
  source: TemplateSource,
  offset: number,
  complaint: Complaint,
): PackProblem {
  const { line, column } = positionAt(source.text, offset)
  const at = {
    line: line + (source.firstLine ?? 1) - 1,
    column: Math.max(1, column + (source.columnShift ?? 0)),
  }
  return problemAt(source.name, at, complaint)
}

/** Tokens of a source, or why it cannot be parsed. */
export interface ParsedSource {
  readonly source: TemplateSource
  /** Empty when the text cannot be parsed. */
  readonly tokens: readonly Token[]
  readonly problems: readonly PackProblem[]
}

/** Parses a source and lists every tag that its dialect refuses. Never throws. */
export function parseSource(source: TemplateSource, dialect: Dialect): ParsedSource {
  try {
    const tokens = parseTokens(source.text)
    const problems = dialect === 'letter' ? refusedTags(source, tokens) : []
    return { source, tokens, problems }
  } catch (error) {
    return { source, tokens: [], problems: [syntaxProblem(source, error)] }
  }
}

// The parser says what is wrong and the offset at the end of an Error's message.
function syntaxProblem(source: TemplateSource, error: unknown): PackProblem {
  const text = error instanceof Error ? error.message : String(error)
  const [, what = text, offset = '0'] = /^(.*) at (\d+)$/su.exec(text) ?? []
  return problemIn(source, Number(offset), {
    code: 'template-syntax',
    message: what,
    help: 'close every tag with }} and every section with its own name',
  })
}

function refusedTags(source: TemplateSource, tokens: readonly Token[]): PackProblem[] {
  return tokens.flatMap((token) => {
    const complaint = complaints[token[0]](token[1])
    const own = complaint ? [problemIn(source, token[2], complaint)] : []
    const isSection = token[0] === '#' || token[0] === '^'
    return isSection ? [...own, ...refusedTags(source, token[4])] : own
  })
}

const variableName = /^(?:\.|[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)$/u
const partialName = /^[A-Za-z0-9_-]+$/u

const complaints: Readonly<Record<Token[0], (name: string) => Complaint | undefined>> = {
  text: () => undefined,
  '!': () => undefined,
  '&': (name) => ({
    code: 'tag-raw',
    message: `{{{${name}}}} or {{&${name}}} prints without any check`,
    help: `write {{${name}}}`,
  }),
  '=': () => ({
    code: 'tag-delimiters',
    message: 'The delimiters are changed',
    help: 'use {{ and }}',
  }),
  '>': (name) => (partialName.test(name) ? undefined : nameComplaint('partial', name)),
  name: complaintAboutVariable,
  '#': complaintAboutVariable,
  '^': complaintAboutVariable,
}

function complaintAboutVariable(name: string): Complaint | undefined {
  return variableName.test(name) ? undefined : nameComplaint('variable', name)
}

function nameComplaint(what: string, name: string): Complaint {
  return {
    code: 'tag-name',
    message: name === '' ? `A ${what} tag has no name` : `"${name}" is no name of a ${what}`,
    help: 'use letters, digits and _, and dots between the parts of a name',
  }
}

import type { Token } from './mustache-token.ts'
import type { PackProblem } from './pack-problem.ts'
import {
  type Dialect,
  type ParsedSource,
  parseSource,
  problemIn,
  type TemplateSource,
} from './template-source.ts'

/** The partials that templates may name, each parsed once however many templates use it. */
export interface PartialLibrary {
  readonly dialect: Dialect
  /** The names that exist. */
  readonly names: readonly string[]
  /** The parsed partial, or `undefined` when there is none of that name. */
  find(name: string): ParsedSource | undefined
}

/** A library of `sources` by name. Parsing happens at the first use. */
export function createPartialLibrary(
  sources: Readonly<Record<string, TemplateSource>>,
  dialect: Dialect,
): PartialLibrary {
  const parsed = new Map<string, ParsedSource>()
  const find = (name: string): ParsedSource | undefined => {
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined
    if (!source) return undefined
    const known = parsed.get(name) ?? parseSource(source, dialect)
    parsed.set(name, known)
    return known
  }
  return { dialect, names: Object.keys(sources), find }
}

/**
 * What is wrong with a parsed template and with every partial that it reaches:
 * refused tags, unknown partials, circles. Nothing, in the `spec` dialect, but broken syntax.
 */
export function inspectSource(template: ParsedSource, library: PartialLibrary): PackProblem[] {
  if (library.dialect === 'spec') return [...template.problems]
  return inspectFrom(template, library, [], new Set())
}

function inspectFrom(
  parsed: ParsedSource,
  library: PartialLibrary,
  path: readonly string[],
  seen: Set<string>,
): PackProblem[] {
  const below = partialTags(parsed.tokens).flatMap((token) => {
    const [, name, start] = token
    if (path.includes(name)) return [circle(parsed.source, start, [...path, name])]
    const partial = library.find(name)
    if (!partial) return [unknownPartial(parsed.source, start, name, library.names)]
    if (seen.has(name)) return []
    seen.add(name)
    return inspectFrom(partial, library, [...path, name], seen)
  })
  return [...parsed.problems, ...below]
}

function partialTags(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token[0] === '#' || token[0] === '^') return partialTags(token[4])
    return token[0] === '>' ? [token] : []
  })
}

function circle(source: TemplateSource, offset: number, path: readonly string[]): PackProblem {
  return problemIn(source, offset, {
    code: 'partial-circular',
    message: `The partials go round: ${path.join(' > ')}`,
    help: 'let no partial reach itself',
  })
}

function unknownPartial(
  source: TemplateSource,
  offset: number,
  name: string,
  names: readonly string[],
): PackProblem {
  const known = names.length > 0 ? `one of ${names.join(', ')}` : 'a partial that exists'
  return problemIn(source, offset, {
    code: 'partial-unknown',
    message: `There is no partial "${name}"`,
    help: `name ${known}`,
  })
}

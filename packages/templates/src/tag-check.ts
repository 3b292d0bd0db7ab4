import type { Token } from './mustache-token.ts'
import type { Complaint, PackProblem } from './pack-problem.ts'
import { circularPartial, rawTag, unknownPartial } from './tag-complaint.ts'
import { parseSource } from './mustache-engine.ts'
import {
  type ParsedSource,
  type PartialSources,
  problemIn,
  type TemplateSource,
} from './template-source.ts'

/** What is wrong with the tags of one source: broken syntax, or what the strict dialect refuses. */
export function checkTags({ source, tokens, problem }: ParsedSource): readonly PackProblem[] {
  return problem ? [problem] : refusedTags(source, tokens)
}

/** {@link checkTags} of a template and of every partial that it reaches, unknown partials and circles. */
export function checkAllTags(
  template: ParsedSource,
  partials: PartialSources,
): readonly PackProblem[] {
  return checkFrom(template, partials, [], new Set())
}

function checkFrom(
  parsed: ParsedSource,
  partials: PartialSources,
  path: readonly string[],
  seen: Set<string>,
): readonly PackProblem[] {
  const below = partialTags(parsed.tokens).flatMap(([, name, start]) => {
    const at = (complaint: Complaint): PackProblem => problemIn(parsed.source, start, complaint)
    if (path.includes(name)) return [at(circularPartial([...path, name]))]
    const partial = partials.get(name)
    if (!partial) return [at(unknownPartial(name, partials))]
    if (seen.has(name)) return []
    seen.add(name)
    return checkFrom(parseSource(partial), partials, [...path, name], seen)
  })
  return [...checkTags(parsed), ...below]
}

function partialTags(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token[0] === '#' || token[0] === '^') return partialTags(token[4])
    return token[0] === '>' ? [token] : []
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
  '&': rawTag,
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

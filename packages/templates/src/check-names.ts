import type { ObjectSchema, ValueSchema } from './kind-contract.ts'
import type { SectionToken, Token } from './mustache-token.ts'
import { type Complaint, type PackProblem } from './pack-problem.ts'
import { parseSource } from './mustache-engine.ts'
import {
  type ParsedSource,
  type PartialSources,
  problemIn,
  type TemplateSource,
} from './template-source.ts'

/** What a template does with the variables of its kind. */
export interface NameReport {
  readonly problems: readonly PackProblem[]
  /** Every variable that is named, such as `company.name` or `topics[].title`. */
  readonly used: ReadonlySet<string>
}

/** Where a name leads: the schema, and each step on the way. */
interface Resolved {
  readonly schema: ValueSchema
  readonly key: string
  readonly keys: readonly string[]
  /** The steps that a view may lack. */
  readonly optional: readonly string[]
}

interface Frame {
  readonly schema: ValueSchema
  readonly key: string
  /** What stands before the names of this frame in a key. */
  readonly prefix: string
}

interface Scope {
  readonly source: TemplateSource
  /** Innermost first. */
  readonly frames: readonly Frame[]
  /** Keys that are known to be present here. */
  readonly guards: ReadonlySet<string>
  readonly path: readonly string[]
}

/**
 * Checks every name of a template and of its partials against the variables of its kind:
 * declared, printable where it is printed, and inside a section of its own where it is optional.
 */
export function checkNames(
  template: ParsedSource,
  partials: PartialSources,
  variables: ObjectSchema,
): NameReport {
  const problems: PackProblem[] = []
  const used = new Set<string>()
  const walk = (tokens: readonly Token[], scope: Scope): void => {
    for (const token of tokens) visit(token, scope)
  }
  const visit = (token: Token, scope: Scope): void => {
    if (token[0] === 'name') look(token, scope, complaintAboutValue)
    if (token[0] === '#') walk(token[4], inside(token, scope, look(token, scope)))
    if (token[0] === '^') {
      look(token, scope)
      walk(token[4], scope)
    }
    if (token[0] === '>') include(token[1], scope)
  }
  const look = (
    token: Token,
    scope: Scope,
    judge?: (name: string, found: Resolved, scope: Scope) => Complaint | undefined,
  ): Resolved | undefined => {
    const found = resolve(token[1], scope.frames)
    for (const key of found?.keys ?? []) used.add(key)
    const complaint = found ? judge?.(token[1], found, scope) : undeclared(token[1], scope)
    if (complaint) problems.push(problemIn(scope.source, token[2], complaint))
    return found
  }
  const include = (name: string, scope: Scope): void => {
    const partial = scope.path.includes(name) ? undefined : partials.get(name)
    const path = [...scope.path, name]
    if (partial) walk(parseSource(partial).tokens, { ...scope, source: partial, path })
  }
  const root: Frame = { schema: variables, key: '', prefix: '' }
  walk(template.tokens, { source: template.source, frames: [root], guards: new Set(), path: [] })
  return { problems, used }
}

function resolve(name: string, frames: readonly Frame[]): Resolved | undefined {
  const [top] = frames
  if (name === '.') return top && { schema: top.schema, key: top.key, keys: [], optional: [] }
  const [head = '', ...rest] = name.split('.')
  const frame = frames.find(({ schema }) => property(schema, head))
  if (!frame) return undefined
  return rest.reduce<Resolved | undefined>(
    (found, step) => found && stepInto(found.schema, step, found.key, found),
    stepInto(frame.schema, head, frame.prefix.replace(/\.$/u, ''), nowhere),
  )
}

const nowhere = { keys: [], optional: [] }

function stepInto(
  schema: ValueSchema,
  name: string,
  parent: string,
  before: Pick<Resolved, 'keys' | 'optional'>,
): Resolved | undefined {
  const next = property(schema, name)
  if (!next || schema.type !== 'object') return undefined
  const key = parent === '' ? name : `${parent}.${name}`
  const isOptional = !(schema.required ?? []).includes(name)
  const optional = isOptional ? [...before.optional, key] : before.optional
  return { schema: next, key, keys: [...before.keys, key], optional }
}

function property(schema: ValueSchema, name: string): ValueSchema | undefined {
  const isThere = schema.type === 'object' && Object.hasOwn(schema.properties, name)
  return isThere ? schema.properties[name] : undefined
}

function inside(token: SectionToken, scope: Scope, found: Resolved | undefined): Scope {
  if (!found) return scope
  const guards = new Set([...scope.guards, ...found.keys])
  return { ...scope, guards, frames: [frameOf(found), ...scope.frames] }
}

function frameOf({ schema, key }: Resolved): Frame {
  if (schema.type !== 'array') return { schema, key, prefix: `${key}.` }
  return { schema: schema.items, key: `${key}[]`, prefix: `${key}[].` }
}

function complaintAboutValue(name: string, found: Resolved, scope: Scope): Complaint | undefined {
  const { type } = found.schema
  if (type !== 'string' && type !== 'number') return unprintable(name, type)
  const open = found.optional.find((key) => !scope.guards.has(key))
  return open === undefined ? undefined : unguarded(name, open)
}

function undeclared(name: string, scope: Scope): Complaint {
  const known = scope.frames.flatMap(({ schema }) =>
    schema.type === 'object' ? Object.keys(schema.properties) : [],
  )
  return {
    code: 'name-undeclared',
    message: `The kind declares no variable "${name}"`,
    help: `use one of ${known.join(', ')}, or declare it`,
  }
}

const unprintable = (name: string, type: string): Complaint => ({
  code: 'name-unprintable',
  message: `"${name}" is declared as ${type}, which cannot be printed`,
  help: 'use it in a section, or print a string or number of it',
})

const unguarded = (name: string, open: string): Complaint => ({
  code: 'name-unguarded',
  message: `"${open}" is optional, and nothing guards {{${name}}}`,
  help: `put it between {{#${open}}} and {{/${open}}}`,
})

/** Keys of the variables that every template must use: the required ones that can be printed or tested. */
export function requiredKeys(variables: ObjectSchema, prefix = ''): readonly string[] {
  return (variables.required ?? []).flatMap((name) => {
    const schema = property(variables, name)
    const key = `${prefix}${name}`
    return schema?.type === 'object' ? requiredKeys(schema, `${key}.`) : [key]
  })
}

import type { KindContract, ObjectSchema } from './kind-contract.ts'
import { lint } from './lint.ts'
import { createLintLanguage, type LintLanguage } from './lint-language.ts'
import type { LintFinding } from './lint-rule.ts'
import { lintRules } from './lint-rules.ts'
import { localeChain, shorterTags } from './locale-chain.ts'
import { lintContextOf } from './lint-context.ts'
import type { PackEntry } from './pack-entry.ts'
import { type PackProblem, problemAt } from './pack-problem.ts'
import type { PackShelf } from './pack-shelf.ts'
import { createRenderer, type RenderParts } from './render-parts.ts'
import { isRecord } from './shape-check.ts'
import { spacingChecks } from './spacing-checks.ts'
import { checkView } from './view-check.ts'

type View = Readonly<Record<string, unknown>>

/**
 * Renders every template with the sample of its kind and locale, and again without each optional
 * variable and without all of them. The full letter must lint clean; the others must leave no gap.
 * Never throws.
 */
export function checkSamples({ entries, contracts, words }: PackShelf): readonly PackProblem[] {
  const samples = [...contracts.values()].flatMap(checkContractSamples)
  if (samples.length > 0) return samples
  const languages = new Map(
    [...words].map(([language, list]) => [language, createLintLanguage(list)] as const),
  )
  return entries.flatMap((entry) => {
    const contract = contracts.get(entry.kind)
    const language = languages.get(shorterTags(entry.locale).at(-1) ?? '')
    if (!contract) return []
    return checkLetter({ entry, contract, render: createRenderer(entry) }, language)
  })
}

interface Letter {
  readonly entry: PackEntry
  readonly contract: KindContract
  readonly render: RenderParts
}

/** The sample of a kind for a locale: its own, that of its language, then the English one. */
export function sampleFor({ sample, samples = {} }: KindContract, locale: string): View {
  const own = localeChain(locale).find((tag) => Object.hasOwn(samples, tag))
  return (own === undefined ? undefined : samples[own]) ?? sample
}

function checkContractSamples(contract: KindContract): readonly PackProblem[] {
  const named = Object.entries(contract.samples ?? {}).filter(([, own]) => own !== contract.sample)
  return [
    ...sampleProblems(contract, contract.sample, '/sample'),
    ...named.flatMap(([locale, sample]) => sampleProblems(contract, sample, `/samples/${locale}`)),
  ]
}

function sampleProblems(
  { kind, variables }: KindContract,
  sample: View,
  pointer: string,
): readonly PackProblem[] {
  const at = (path: string, code: string, message: string): PackProblem =>
    problemAt(
      `kinds/${kind}.json`,
      { line: 1, column: 1 },
      {
        code,
        message,
        help: 'correct the sample',
        pointer: `${pointer}/${path.replaceAll('.', '/')}`,
      },
    )
  const checked = checkView(variables, sample)
  if (!checked.ok) {
    return checked.problems.map(({ path, message }) =>
      at(path, 'sample-invalid', `${path} ${message}`),
    )
  }
  return optionalPaths(variables)
    .filter((path) => (valueAt(checked.view, path) ?? null) === null)
    .map((path) => at(path, 'sample-incomplete', `The sample lacks the optional "${path}"`))
}

// Inside lists the items decide for themselves.
function optionalPaths(schema: ObjectSchema, prefix = ''): readonly string[] {
  return Object.entries(schema.properties).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`
    const own = (schema.required ?? []).includes(name) ? [] : [path]
    return inner.type === 'object' ? [...own, ...optionalPaths(inner, `${path}.`)] : own
  })
}

function valueAt(view: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), view)
}

function checkLetter(template: Letter, language: LintLanguage | undefined): readonly PackProblem[] {
  const { contract, entry } = template
  const sample = sampleFor(contract, entry.locale)
  const optional = optionalPaths(contract.variables)
  const without = [...optional.map((path) => [path]), ...(optional.length > 1 ? [optional] : [])]
  return [
    ...checkRendering(template, language, sample, []),
    ...without.flatMap((paths) => checkRendering(template, language, sample, paths)),
  ]
}

const gapRules: ReadonlySet<string> = new Set([
  ...spacingChecks.map(({ id }) => id),
  'placeholder',
  'salutation-empty',
  'subject-missing',
])

function checkRendering(
  template: Letter,
  language: LintLanguage | undefined,
  sample: View,
  without: readonly string[],
): readonly PackProblem[] {
  const { contract } = template
  const checked = checkView(contract.variables, withoutPaths(sample, without))
  if (!checked.ok) return []
  try {
    const letter = template.render(checked.view)
    const context = lintContextOf(contract, checked.view, language)
    const findings = lint(letter, without.length === 0 ? context : { ...context, needs: [] })
    const grave = findings.filter(({ rule }) => without.length === 0 || gapRules.has(rule))
    return grave.map((finding) => findingProblem(template, finding, without))
  } catch (error) {
    return [renderProblem(template, error, without)]
  }
}

function withoutPaths(view: View, paths: readonly string[]): View {
  const entries = Object.entries(view).flatMap(([name, value]) => {
    if (paths.includes(name)) return []
    const inner = paths.flatMap((path) =>
      path.startsWith(`${name}.`) ? path.slice(name.length + 1) : [],
    )
    return [[name, isRecord(value) ? withoutPaths(value, inner) : value] as const]
  })
  return Object.fromEntries(entries)
}

function findingProblem(
  { entry }: Letter,
  finding: LintFinding,
  without: readonly string[],
): PackProblem {
  const { file, body, subject } = entry
  const source = finding.part === 'subject' ? subject : body
  const rule = lintRules.find(({ id }) => id === finding.rule)
  return problemAt(
    file,
    { line: source?.line ?? 1, column: 1 },
    {
      code: `sample-${finding.rule}`,
      severity: finding.severity,
      message: `With the sample${describeWithout(without)}, the ${finding.part}: ${finding.message.replace(/\.$/u, '')}`,
      help: `mend the template (${rule?.about.replace(/\.$/u, '') ?? finding.rule})`,
    },
  )
}

function renderProblem({ entry }: Letter, error: unknown, without: readonly string[]): PackProblem {
  const message = error instanceof Error ? error.message : String(error)
  return problemAt(
    entry.file,
    { line: entry.body.line ?? 1, column: 1 },
    {
      code: 'sample-unrenderable',
      message: `With the sample${describeWithout(without)}: ${message.replace(/\.$/u, '')}`,
      help: 'mend the template or the sample',
    },
  )
}

function describeWithout(without: readonly string[]): string {
  return without.length === 0 ? '' : ` without ${without.join(', ')}`
}

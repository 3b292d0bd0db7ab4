import { checkNames, requiredKeys } from './check-names.ts'
import type { KindContract } from './kind-contract.ts'
import type { LoadedTemplate } from './load-template.ts'
import { shorterTags } from './locale-chain.ts'
import type { PackEntry } from './pack-entry.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { checkAllTags } from './tag-check.ts'

/** Everything about a template that can be told without rendering it. */
export function checkTemplate(
  { entry, subject, body }: LoadedTemplate,
  contract: KindContract | undefined,
  languages: ReadonlySet<string>,
): readonly PackProblem[] {
  if (!contract) return [at(entry, kindUnknown(entry.kind))]
  const sources = subject ? [subject, body] : [body]
  const names = sources.map(({ parsed, partials }) =>
    checkNames(parsed, partials, contract.variables),
  )
  const found = [
    ...sources.flatMap(({ parsed, partials }) => checkAllTags(parsed, partials)),
    ...names.flatMap((report) => report.problems),
    ...contractProblems(entry, contract, languages),
  ]
  // Names in text that does not parse are unknown, not unused.
  if (found.length > 0) return found
  return unusedProblems(entry, contract, new Set(names.flatMap(({ used }) => [...used])))
}

function contractProblems(
  entry: PackEntry,
  { kind, output, needs = [] }: KindContract,
  languages: ReadonlySet<string>,
): readonly PackProblem[] {
  const language = shorterTags(entry.locale).at(-1) ?? ''
  const isMute = needs.includes('interest') && !languages.has(language)
  return [
    ...(output === 'letter' && !entry.subject ? [at(entry, subjectMissing(kind))] : []),
    ...(isMute ? [at(entry, wordsMissing(kind, language))] : []),
  ]
}

function unusedProblems(
  { file, body }: PackEntry,
  { kind, variables }: KindContract,
  used: ReadonlySet<string>,
): readonly PackProblem[] {
  const place = { line: body.line ?? 1, column: 1 }
  const unused = requiredKeys(variables).filter((key) => !used.has(key))
  return unused.map((key) => problemAt(file, place, nameUnused(kind, key)))
}

function at({ file }: PackEntry, complaint: Complaint): PackProblem {
  return problemAt(file, { line: 1, column: 1 }, complaint)
}

const kindUnknown = (kind: string): Complaint => ({
  code: 'kind-unknown',
  message: `No pack declares the kind "${kind}"`,
  help: `write kinds/${kind}.json, or load the pack that has it`,
})

const subjectMissing = (kind: string): Complaint => ({
  code: 'subject-missing',
  message: `"${kind}" is a letter and the header has no subject`,
  help: 'add "subject: …" to the header',
})

const wordsMissing = (kind: string, language: string): Complaint => ({
  code: 'words-missing',
  message: `"${kind}" must show interest, and no pack says how "${language}" does that`,
  help: `write lint/${language}.json`,
})

const nameUnused = (kind: string, key: string): Complaint => ({
  code: 'name-unused',
  message: `"${key}" is required by "${kind}" and not used here`,
  help: 'use it, or make it optional',
})

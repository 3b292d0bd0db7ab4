import { AfterviewError } from '@afterview/time'
import type { TextPosition } from './text-position.ts'

/** How grave a problem is. A pack with an error cannot be used; one with warnings can. */
export type ProblemSeverity = 'error' | 'warning'

/** One thing that is wrong with a template or a pack, as data. */
export interface PackProblem {
  /** Stable identifier in kebab-case, such as `name-undeclared`. */
  readonly code: string
  readonly severity: ProblemSeverity
  /** Path in the pack's folder, or the name that was given to the template. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  /** In a JSON file, the JSON Pointer of the value, such as `/variables/required/2`. */
  readonly pointer?: string
  /** What is wrong, as a sentence without a final stop. */
  readonly message: string
  /** One action that mends it, as an imperative sentence without a final stop. */
  readonly help: string
}

/** What a check knows about a problem before it knows where it is. */
export type Complaint = Pick<PackProblem, 'code' | 'message' | 'help' | 'pointer'> & {
  readonly severity?: ProblemSeverity
}

/** A complaint at a place. Severity is `error` unless the complaint says otherwise. */
export function problemAt(file: string, at: TextPosition, complaint: Complaint): PackProblem {
  return { severity: 'error', ...complaint, file, ...at }
}

/** `file:line:column: message`, the form that terminals and editors make clickable. */
export function describeProblem(problem: PackProblem): string {
  const { file, line, column, message } = problem
  return `${file}:${line}:${column}: ${message}`
}

/** A problem as an error: its code, its place in the text and in `details`. */
export function problemError(problem: PackProblem): AfterviewError {
  const { code, file, line, column, help } = problem
  return new AfterviewError(code, {
    happened: describeProblem(problem),
    fix: help,
    details: { template: file, line, column },
  })
}

/** Problems of packs as one error that shows the first and carries all. */
export function packInvalid(problems: readonly PackProblem[]): AfterviewError {
  const shown = problems.slice(0, 5).map(describeProblem)
  return new AfterviewError('pack-invalid', {
    happened: `The packs cannot be used (problems: ${problems.length}): ${shown.join('; ')}`,
    fix: 'mend every problem in details.problems',
    details: { problems },
  })
}

/** Problems without those that are told twice, as a mistake in a partial is by each of its users. */
export function withoutRepeats(problems: readonly PackProblem[]): readonly PackProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

import type { KindContract } from './kind-contract.ts'
import type { LintLanguage } from './lint-language.ts'
import type { LintContext } from './lint-rule.ts'
import { lookUp } from './mustache-engine.ts'

/**
 * What the linter can know of a letter from its kind and view: the limits and needs of the kind,
 * and the variables with names that it knows (`detail`, `company.name`, `recipient.name`).
 */
export function lintContextOf(
  { output, limits, needs }: KindContract,
  view: unknown,
  language: LintLanguage | undefined,
): LintContext {
  const textOf = (name: string): string | undefined => {
    const value = lookUp({ view }, name)
    return typeof value === 'string' ? value : undefined
  }
  return {
    output,
    limits,
    needs,
    language,
    detail: textOf('detail'),
    company: textOf('company.name'),
    recipient: textOf('recipient.name'),
  }
}

import type { KindContract } from './kind-contract.ts'
import type { LintLanguage } from './lint-language.ts'
import type { LintContext } from './lint-rule.ts'
import { isRecord } from './shape-check.ts'

/**
 * What the linter can know of a letter from its kind and view: the limits and needs of the kind,
 * and the variables with names that it knows (`detail`, `company.name`, `recipient.name`).
 */
export function lintContextOf(
  { output, limits, needs }: KindContract,
  view: unknown,
  language: LintLanguage | undefined,
): LintContext {
  return {
    output,
    limits,
    needs,
    language,
    detail: stringAt(view, 'detail'),
    company: stringAt(view, 'company', 'name'),
    recipient: stringAt(view, 'recipient', 'name'),
  }
}

function stringAt(view: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce(
    (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    view,
  )
  return typeof found === 'string' ? found : undefined
}

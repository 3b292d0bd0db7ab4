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
  view: Readonly<Record<string, unknown>>,
  language: LintLanguage | undefined,
): LintContext {
  const detail = stringAt(view, 'detail')
  const company = stringAt(view['company'], 'name')
  const recipient = stringAt(view['recipient'], 'name')
  return {
    output,
    ...(limits ? { limits } : {}),
    ...(needs ? { needs } : {}),
    ...(language ? { language } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(company === undefined ? {} : { company }),
    ...(recipient === undefined ? {} : { recipient }),
  }
}

function stringAt(value: unknown, name: string): string | undefined {
  const found = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return typeof found === 'string' ? found : undefined
}

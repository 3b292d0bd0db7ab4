import { lintRules } from '../src/index.ts'

/** The rules of the linter as a table for docs/lint.md. */
export function lintTable(): string {
  const rows = lintRules.map(({ id, severity, about }) => `| \`${id}\` | ${severity} | ${about} |`)
  return ['| rule | severity | finds |', '| --- | --- | --- |', ...rows].join('\n')
}

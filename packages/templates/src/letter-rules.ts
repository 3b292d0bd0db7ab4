import type { RenderRules } from './mustache-engine.ts'

/** For views that were checked: prints strings and finite numbers, and nothing that is raw or missing. */
export const letterRules: RenderRules = {
  textOf: (value, isRaw) =>
    !isRaw && (typeof value === 'string' || Number.isFinite(value)) ? String(value) : undefined,
  canTest: (value) => value !== undefined,
  hasLoosePartials: false,
}

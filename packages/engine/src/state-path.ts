import type { MachineSnapshot } from '@afterview/core'

/**
 * The path of a state, such as `waiting.quiet`. Where several regions are active at once it ends
 * at the state that holds them.
 */
export function statePath(value: MachineSnapshot['value']): string {
  const names: string[] = []
  let rest: unknown = value
  while (isRecord(rest)) {
    const [only, ...others] = Object.entries(rest)
    if (only === undefined || others.length > 0) break
    names.push(only[0])
    rest = only[1]
  }
  if (typeof rest === 'string') names.push(rest)
  return names.join('.')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

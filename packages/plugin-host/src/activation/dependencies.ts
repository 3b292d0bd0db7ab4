import { meetsNeed } from '../manifest/token.ts'
import type { TokenNeed } from '../manifest/manifest.ts'
import type { PluginRecord } from '../host/plugin-record.ts'

/** What a plugin needs, as far as it is registered, and what is missing. */
export interface Dependencies {
  /** Ids of plugins that must be active before. */
  readonly hard: readonly string[]
  /** Ids of plugins whose tokens are used when they can be had. */
  readonly soft: readonly string[]
  /** Ids and tokens that nobody gives. */
  readonly missing: readonly string[]
}

const none: Dependencies = { hard: [], soft: [], missing: [] }

/** Finds the dependencies of a plugin among all plugins. */
export function dependenciesOf(record: PluginRecord, all: readonly PluginRecord[]): Dependencies {
  const { extensionDependencies, requires, optional } = record.manifest
  if (extensionDependencies.length + requires.length + optional.length === 0) return none
  const ids = new Set(all.map(({ id }) => id))
  const hard: string[] = extensionDependencies.filter((id) => ids.has(id))
  const missing: string[] = extensionDependencies.filter((id) => !ids.has(id))
  for (const need of requires) {
    const provider = providerOf(need, all)
    if (provider === undefined) missing.push(`${need.token}@${need.range}`)
    else if (provider.id !== record.id) hard.push(provider.id)
  }
  const soft = optional.flatMap((need) => providerOf(need, all)?.id ?? [])
  return { hard: [...new Set(hard)], soft: [...new Set(soft)], missing }
}

/** The plugin registered first whose offer will do. */
export function providerOf(
  need: TokenNeed,
  all: readonly PluginRecord[],
): PluginRecord | undefined {
  return all.find(({ manifest }) => manifest.provides.some((offer) => meetsNeed(offer, need)))
}

/** Plugins that cannot be activated because of a circle: its members, and all that need one of them. */
export type Cycles = ReadonlyMap<string, readonly string[]>

/**
 * Finds circles of hard dependencies, each with its path, such as `a, b, a`.
 * A plugin that only depends on a circle gets the path that leads into it and around.
 */
export function findCycles(hard: ReadonlyMap<string, readonly string[]>): Cycles {
  const sound = new Set<string>()
  const cycles = new Map<string, readonly string[]>()
  for (const id of hard.keys()) visit(id, hard, sound, cycles)
  return cycles
}

/** Depth first, with an own stack, so that a long chain does not exhaust the engine's. */
function visit(
  start: string,
  hard: ReadonlyMap<string, readonly string[]>,
  sound: Set<string>,
  cycles: Map<string, readonly string[]>,
): void {
  const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }]
  const onPath = new Set([start])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const needed = (hard.get(top.id) ?? [])[top.next]
    top.next += 1
    if (needed === undefined) {
      if (!cycles.has(top.id)) sound.add(top.id)
      onPath.delete(top.id)
      path.pop()
    } else if (onPath.has(needed) || cycles.has(needed)) {
      markPath(path, needed, cycles)
    } else if (!sound.has(needed) && hard.has(needed)) {
      path.push({ id: needed, next: 0 })
      onPath.add(needed)
    }
  }
}

/** Everything on the path leads into the circle. */
function markPath(
  path: readonly { readonly id: string }[],
  into: string,
  cycles: Map<string, readonly string[]>,
): void {
  const ids = path.map(({ id }) => id)
  const tail = cycles.get(into) ?? [into]
  for (const [at, id] of ids.entries()) {
    if (!cycles.has(id)) cycles.set(id, turn(ids.slice(at), tail, ids))
  }
}

/** The way from a plugin around the circle, ending where a name comes back. */
function turn(
  ahead: readonly string[],
  tail: readonly string[],
  whole: readonly string[],
): readonly string[] {
  const closing = tail[0] ?? ''
  if (ahead.includes(closing) || !whole.includes(closing)) return [...ahead, ...tail]
  return [...ahead, ...whole.slice(whole.indexOf(closing), whole.indexOf(ahead[0] ?? '') + 1)]
}

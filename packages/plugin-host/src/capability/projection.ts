import { isJsonObject } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/**
 * The parts of a snapshot that a plugin may see. What is not named is not there at all.
 *
 * A path is names divided by dots; it gives the whole value that it names. Through a list it goes
 * into every item: `interviewers.name`.
 */
export function project(snapshot: JsonObject, paths: readonly string[]): JsonObject {
  return pick(snapshot, toTree(paths))
}

/** `null`: everything below. */
type Tree = Map<string, Tree | null>

function toTree(paths: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) plant(root, path.split('.'))
  return root
}

function plant(tree: Tree, parts: readonly string[]): void {
  const [name = '', ...rest] = parts
  const below = tree.get(name)
  if (below === null) return
  if (rest.length === 0) {
    tree.set(name, null)
    return
  }
  const branch: Tree = below ?? new Map()
  tree.set(name, branch)
  plant(branch, rest)
}

function pick(value: JsonObject, tree: Tree): JsonObject {
  const entries: (readonly [string, JsonValue])[] = []
  for (const [name, below] of tree) {
    const found = Object.hasOwn(value, name) ? value[name] : undefined
    if (found !== undefined) entries.push([name, below === null ? found : pickBelow(found, below)])
  }
  return Object.fromEntries(entries)
}

/** A path that goes on where there is only a scalar shows nothing of it. */
function pickBelow(value: JsonValue, tree: Tree): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => pickBelow(item, tree))
  return isJsonObject(value) ? pick(value, tree) : null
}

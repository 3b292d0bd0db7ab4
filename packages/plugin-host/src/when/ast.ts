import type { SafeRegex } from './safe-regex.ts'

/** A when-clause as plain data. Negation never stands over a constant or another negation. */
export type WhenNode =
  | { readonly type: 'constant'; readonly value: boolean }
  /** The key's value is truthy. */
  | { readonly type: 'has'; readonly key: string }
  | { readonly type: 'equals'; readonly key: string; readonly value: string }
  | {
      readonly type: 'order'
      readonly key: string
      readonly operator: Order
      readonly value: string
    }
  /** The key's value is in the list, or is an own key of the object, under `listKey`. */
  | { readonly type: 'in'; readonly key: string; readonly listKey: string }
  | { readonly type: 'matches'; readonly key: string; readonly regex: SafeRegex }
  | { readonly type: 'not'; readonly node: WhenNode }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly WhenNode[] }

/** An ordering operator. */
export type Order = '<' | '<=' | '>' | '>='

/** The opposite of a clause. */
export function negate(node: WhenNode): WhenNode {
  if (node.type === 'constant') return { type: 'constant', value: !node.value }
  return node.type === 'not' ? node.node : { type: 'not', node }
}

/** Several clauses joined; nested ones of the same kind are laid flat. */
export function join(type: 'and' | 'or', nodes: readonly WhenNode[]): WhenNode {
  const [only, ...others] = nodes
  if (only !== undefined && others.length === 0) return only
  return { type, nodes: nodes.flatMap((node) => (node.type === type ? node.nodes : [node])) }
}

/** Every context key that a clause reads, each once, in order of appearance. */
export function keysOf(node: WhenNode): readonly string[] {
  return [...new Set(listKeys(node))]
}

function listKeys(node: WhenNode): readonly string[] {
  switch (node.type) {
    case 'constant':
      return []
    case 'not':
      return listKeys(node.node)
    case 'and':
    case 'or':
      return node.nodes.flatMap(listKeys)
    case 'in':
      return [node.key, node.listKey]
    case 'has':
    case 'equals':
    case 'order':
    case 'matches':
      return [node.key]
  }
}

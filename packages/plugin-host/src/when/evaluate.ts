import type { Order, WhenNode } from './ast.ts'

/** Values of context keys: a plain object, read by own keys only. */
export type WhenContext = Readonly<Record<string, unknown>>

/** A clause ready to be asked again and again. Never throws. */
export type Evaluate = (context: WhenContext) => boolean

/** Turns a clause into nested functions, once. Nothing is generated from text. */
export function compileWhen(node: WhenNode): Evaluate {
  return compile(node, false)
}

/** Negation is carried down to the leaves: `!(a > 1)` means `a <= 1`, so a missing key makes both false. */
function compile(node: WhenNode, isNegated: boolean): Evaluate {
  switch (node.type) {
    case 'constant':
      return () => node.value !== isNegated
    case 'not':
      return compile(node.node, !isNegated)
    case 'and':
    case 'or':
      return compileJoined(node.nodes, (node.type === 'and') !== isNegated, isNegated)
    case 'has':
      return (context) => Boolean(read(context, node.key)) !== isNegated
    case 'equals':
      return (context) => equalsText(read(context, node.key), node.value) !== isNegated
    case 'in':
      return (context) => isIn(read(context, node.key), read(context, node.listKey)) !== isNegated
    case 'matches':
      return (context) => matches(node.regex, read(context, node.key)) !== isNegated
    case 'order':
      return compileOrder(node.key, isNegated ? opposite[node.operator] : node.operator, node.value)
  }
}

function compileJoined(nodes: readonly WhenNode[], isAnd: boolean, isNegated: boolean): Evaluate {
  const parts = nodes.map((node) => compile(node, isNegated))
  return (context) => {
    for (const part of parts) if (part(context) !== isAnd) return !isAnd
    return isAnd
  }
}

const opposite: Readonly<Record<Order, Order>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

function compileOrder(key: string, operator: Order, value: string): Evaluate {
  const right = Number.parseFloat(value)
  const compare = comparisons[operator]
  return (context) => compare(toNumber(read(context, key)), right)
}

const comparisons: Readonly<Record<Order, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

function read(context: WhenContext, key: string): unknown {
  return Object.hasOwn(context, key) ? context[key] : undefined
}

/** Only a text equals a text, and a number its numeric text. Booleans, lists and nothing never do. */
function equalsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text
  return typeof value === 'number' && text.trim() !== '' && Number(text) === value
}

function isIn(item: unknown, source: unknown): boolean {
  if (Array.isArray(source)) return source.includes(item)
  const isObject = typeof source === 'object' && source !== null
  return isObject && typeof item === 'string' && Object.hasOwn(source, item)
}

function matches(regex: { test(text: string): boolean }, value: unknown): boolean {
  const text = toText(value, 0)
  return text !== undefined && regex.test(text)
}

/** Lenient on purpose: `2 days` is 2. */
function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.parseFloat(toText(value, 0) ?? '')
}

const DEEPEST_LIST = 8

/** The text of a value as the language would write it, without calling anything of the value's own. */
function toText(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    default:
      if (value === null || value === undefined || depth > DEEPEST_LIST) return undefined
      return Array.isArray(value)
        ? value.map((item) => toText(item, depth + 1) ?? '').join(',')
        : '[object Object]'
  }
}

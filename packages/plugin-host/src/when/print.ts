import type { WhenNode } from './ast.ts'
import { isBareKey } from './token.ts'

/** Writes a clause in one canonical form, which parses to the same clause again. */
export function printWhen(node: WhenNode): string {
  switch (node.type) {
    case 'constant':
      return String(node.value)
    case 'has':
      return node.key
    case 'equals':
      return `${node.key} == '${node.value}'`
    case 'order':
      return `${node.key} ${node.operator} ${bareOrQuoted(node.value)}`
    case 'in':
      return `${node.key} in ${bareOrQuoted(node.listKey)}`
    case 'matches':
      return `${node.key} =~ ${node.regex.text}`
    case 'not':
      return printNegation(node.node)
    case 'and':
      return node.nodes.map(printOperand).join(' && ')
    case 'or':
      return node.nodes.map(printWhen).join(' || ')
  }
}

function printNegation(node: WhenNode): string {
  switch (node.type) {
    case 'has':
      return `!${node.key}`
    case 'equals':
      return `${node.key} != '${node.value}'`
    case 'in':
      return `${node.key} not in ${bareOrQuoted(node.listKey)}`
    case 'constant':
    case 'order':
    case 'matches':
    case 'not':
    case 'and':
    case 'or':
      return `!(${printWhen(node)})`
  }
}

/** `&&` binds tighter than `||`. */
function printOperand(node: WhenNode): string {
  return node.type === 'or' ? `(${printWhen(node)})` : printWhen(node)
}

function bareOrQuoted(text: string): string {
  return isBareKey(text) ? text : `'${text}'`
}

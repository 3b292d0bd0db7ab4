import { type Order, type WhenNode, join, negate } from './ast.ts'
import { parseRegex } from './safe-regex.ts'
import type { Token, TokenType, WhenError } from './token.ts'

/** Deepest nesting of parentheses. */
export const DEEPEST_NESTING = 64

/** A clause, or the first place where the tokens are no clause. */
export type ParsedTokens =
  | { readonly ok: true; readonly node: WhenNode }
  | { readonly ok: false; readonly error: WhenError }

/** Reads the grammar of when-clauses, in time linear in the number of tokens. */
export function parseTokens(tokens: readonly Token[]): ParsedTokens {
  const cursor: Cursor = { tokens, at: 0, depth: 0 }
  try {
    const node = parseOr(cursor)
    const rest = peek(cursor)
    if (rest.type !== 'end') throw unexpected(rest, 'the end, && or ||')
    return { ok: true, node }
  } catch (error) {
    if (error instanceof Fault)
      return { ok: false, error: { message: error.message, offset: error.offset } }
    throw error
  }
}

interface Cursor {
  readonly tokens: readonly Token[]
  at: number
  depth: number
}

/** Leaves the descent at the first fault; never leaves this file. */
class Fault extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const END: Token = { type: 'end', text: '', offset: 0 }

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.at] ?? END
}

function take(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.at += 1
  return token
}

function takeIf(cursor: Cursor, type: TokenType): boolean {
  const isThere = peek(cursor).type === type
  if (isThere) cursor.at += 1
  return isThere
}

function expect(cursor: Cursor, type: TokenType, wanted: string): void {
  if (!takeIf(cursor, type)) throw unexpected(peek(cursor), wanted)
}

function unexpected(token: Token, wanted: string): Fault {
  return new Fault(`Expected ${wanted}, found ${nameOf(token)}`, token.offset)
}

function nameOf(token: Token): string {
  if (token.type === 'end') return 'the end'
  if (token.type !== 'broken') return token.text === '' ? 'an empty text' : token.text
  if (token.text.startsWith("'")) return 'a text without a closing quote'
  if (token.text.startsWith('/')) return 'a regex without a closing slash'
  return `${token.text} (write ${token.text === '=' ? '== or =~' : token.text.repeat(2)})`
}

function parseOr(cursor: Cursor): WhenNode {
  const nodes = [parseAnd(cursor)]
  while (takeIf(cursor, '||')) nodes.push(parseAnd(cursor))
  return join('or', nodes)
}

function parseAnd(cursor: Cursor): WhenNode {
  const nodes = [parseTerm(cursor)]
  while (takeIf(cursor, '&&')) nodes.push(parseTerm(cursor))
  return join('and', nodes)
}

function parseTerm(cursor: Cursor): WhenNode {
  if (!takeIf(cursor, '!')) return parsePrimary(cursor)
  const token = peek(cursor)
  switch (token.type) {
    case 'true':
    case 'false':
      return negate(parseConstant(cursor))
    case '(':
      return negate(parseGroup(cursor))
    case 'key':
      return negate({ type: 'has', key: take(cursor).text })
    default:
      throw unexpected(token, 'a key, true, false or ( after !')
  }
}

function parsePrimary(cursor: Cursor): WhenNode {
  const token = peek(cursor)
  switch (token.type) {
    case 'true':
    case 'false':
      return parseConstant(cursor)
    case '(':
      return parseGroup(cursor)
    case 'key':
      return parseKeyed(cursor, take(cursor).text)
    default:
      throw unexpected(token, 'a key, true, false, ! or (')
  }
}

function parseConstant(cursor: Cursor): WhenNode {
  return { type: 'constant', value: take(cursor).type === 'true' }
}

function parseGroup(cursor: Cursor): WhenNode {
  const open = take(cursor)
  cursor.depth += 1
  if (cursor.depth > DEEPEST_NESTING) {
    throw new Fault(`Parentheses are nested deeper than ${DEEPEST_NESTING} levels`, open.offset)
  }
  const node = parseOr(cursor)
  expect(cursor, ')', ')')
  cursor.depth -= 1
  return node
}

function parseKeyed(cursor: Cursor, key: string): WhenNode {
  const operator = peek(cursor).type
  switch (operator) {
    case '=~':
      return parseMatch(cursor, key)
    case 'not':
      take(cursor)
      expect(cursor, 'in', 'in after not')
      return negate({ type: 'in', key, listKey: parseValue(cursor) })
    case 'in':
      take(cursor)
      return { type: 'in', key, listKey: parseValue(cursor) }
    case '==':
      return parseEquality(cursor, key)
    case '!=':
      return negate(parseEquality(cursor, key))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return parseOrder(cursor, key, operator)
    default:
      return { type: 'has', key }
  }
}

function parseOrder(cursor: Cursor, key: string, operator: Order): WhenNode {
  take(cursor)
  return { type: 'order', key, operator, value: parseValue(cursor) }
}

/** `a == true` asks whether the value is truthy; `a == 'true'` compares texts. */
function parseEquality(cursor: Cursor, key: string): WhenNode {
  take(cursor)
  const right = peek(cursor).type
  const value = parseValue(cursor)
  if (right === 'true') return { type: 'has', key }
  if (right === 'false') return negate({ type: 'has', key })
  return { type: 'equals', key, value }
}

function parseMatch(cursor: Cursor, key: string): WhenNode {
  take(cursor)
  const token = take(cursor)
  if (token.type !== 'regex') throw unexpected(token, 'a regex such as /^wait/ after =~')
  const parsed = parseRegex(token.text)
  if (!parsed.ok) throw new Fault(parsed.message, token.offset)
  return { type: 'matches', key, regex: parsed.regex }
}

/** What stands right of an operator. Nothing there means the empty text. */
function parseValue(cursor: Cursor): string {
  switch (peek(cursor).type) {
    case 'key':
    case 'quoted':
    case 'true':
    case 'false':
    case 'in':
      return take(cursor).text
    default:
      return ''
  }
}

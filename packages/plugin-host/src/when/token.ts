/** What a when-clause is made of. */
export type TokenType =
  | '('
  | ')'
  | '!'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '=~'
  | '&&'
  | '||'
  | 'true'
  | 'false'
  | 'in'
  | 'not'
  | 'key'
  | 'quoted'
  | 'regex'
  | 'broken'
  | 'end'

/** One token. `text` is without the quotes of a quoted text; `offset` is where `text` begins. */
export interface Token {
  readonly type: TokenType
  readonly text: string
  readonly offset: number
}

/** A fault in a when-clause, at an offset in UTF-16 units. */
export interface WhenError {
  readonly message: string
  readonly offset: number
}

/** The tokens of a text, `end` last, and the characters that belong to none. */
export interface Scan {
  readonly tokens: readonly Token[]
  readonly unknown: readonly WhenError[]
}

const SPACES = ' \t\r\n\u00A0'
const REGEX_FLAGS = 'igsmyu'
const OPERATORS = [
  '===',
  '!==',
  '==',
  '!=',
  '=~',
  '<=',
  '>=',
  '&&',
  '||',
  '(',
  ')',
  '!',
  '<',
  '>',
] as const
const OPERATOR_STARTS = '=!<>&|()'
const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'in', 'not'])
const WORD = /[a-zA-Z0-9_<>\-./\\:*?+[\]^,#@;"%$\p{L}]+/uy

/** Whether a text, standing bare, reads as one key. */
export function isBareKey(text: string): boolean {
  const { tokens, unknown } = scan(text)
  return unknown.length === 0 && tokens.length === 2 && tokens[0]?.type === 'key'
}

/** Splits a when-clause into tokens, in one pass. Never throws: faults become `broken` tokens. */
export function scan(text: string): Scan {
  const tokens: Token[] = []
  const unknown: WhenError[] = []
  let at = 0
  while (at < text.length) {
    const step = readAt(text, at)
    if (step.token !== undefined) tokens.push(step.token)
    if (step.unknown !== undefined) unknown.push(step.unknown)
    at = step.end
  }
  tokens.push({ type: 'end', text: '', offset: text.length })
  return { tokens, unknown }
}

interface Step {
  readonly end: number
  readonly token?: Token
  readonly unknown?: WhenError
}

function readAt(text: string, at: number): Step {
  const first = text.charAt(at)
  if (SPACES.includes(first)) return { end: at + 1 }
  if (first === "'") return readQuoted(text, at)
  if (first === '/') return readRegex(text, at)
  if (!OPERATOR_STARTS.includes(first)) return readWord(text, at)
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at))
  return operator === undefined
    ? { end: at + 1, token: broken(first, at) }
    : readOperator(operator, at)
}

function readOperator(operator: (typeof OPERATORS)[number], at: number): Step {
  const type = operator === '===' ? '==' : operator === '!==' ? '!=' : operator
  return { end: at + operator.length, token: { type, text: operator, offset: at } }
}

function readWord(text: string, at: number): Step {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word === undefined) return readUnknown(text, at)
  const type = isKeyword(word) ? word : 'key'
  return { end: at + word.length, token: { type, text: word, offset: at } }
}

function isKeyword(word: string): word is 'true' | 'false' | 'in' | 'not' {
  return KEYWORDS.has(word)
}

function readUnknown(text: string, at: number): Step {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const message = `The character ${character} has no meaning in a when-clause`
  return { end: at + character.length, unknown: { message, offset: at } }
}

function readQuoted(text: string, at: number): Step {
  const close = text.indexOf("'", at + 1)
  if (close < 0) return { end: text.length, token: broken(text.slice(at), at) }
  const token = { type: 'quoted', text: text.slice(at + 1, close), offset: at + 1 } as const
  return { end: close + 1, token }
}

function readRegex(text: string, at: number): Step {
  let end = closingSlash(text, at + 1)
  if (end < 0) return { end: text.length, token: broken(text.slice(at), at) }
  end += 1
  while (end < text.length && REGEX_FLAGS.includes(text.charAt(end))) end += 1
  return { end, token: { type: 'regex', text: text.slice(at, end), offset: at } }
}

/** The slash that ends a regex: not escaped, not in a class. `-1` when there is none. */
function closingSlash(text: string, from: number): number {
  let isInClass = false
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === '[') isInClass = true
    else if (character === ']') isInClass = false
    else if (character === '/' && !isInClass) return at
  }
  return -1
}

function broken(text: string, offset: number): Token {
  return { type: 'broken', text, offset }
}

/** A regular expression as a tree, as far as it can be matched in linear time. */
export type RegexNode =
  | { readonly type: 'empty' }
  /** Exactly one character; `source` is its own regular expression, such as `[^a-z]` or `\d`. */
  | { readonly type: 'atom'; readonly source: string }
  | { readonly type: 'assertion'; readonly source: '^' | '$' | '\\b' | '\\B' }
  | { readonly type: 'sequence' | 'choice'; readonly nodes: readonly RegexNode[] }
  | RepeatNode
  /** Something that looks elsewhere in the text: lookaround, a back reference. */
  | { readonly type: 'beyond'; readonly source: string }

/** A node that stands several times, `max` up to `Infinity`. */
export interface RepeatNode {
  readonly type: 'repeat'
  readonly node: RegexNode
  readonly min: number
  readonly max: number
}

/** Reads a pattern that the platform's own `RegExp` has accepted. */
export function readPattern(pattern: string, isUnicode: boolean): RegexNode {
  return readChoice({ pattern, isUnicode, at: 0 })
}

interface Cursor {
  readonly pattern: string
  readonly isUnicode: boolean
  at: number
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y
const ESCAPE_UNICODE =
  /\\(?:u\{[0-9a-fA-F]+\}|[pP]\{[^}]*\}|u[0-9a-fA-F]{4}(?:(?<=\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2})?|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^])/y
const ESCAPE_PLAIN = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|0[0-7]{0,2}|[^])/y
const BACK_REFERENCE = /\\(?:[1-9][0-9]*|k<[^>]*>)/y

function readChoice(cursor: Cursor): RegexNode {
  const nodes = [readSequence(cursor)]
  while (cursor.pattern.charAt(cursor.at) === '|') {
    cursor.at += 1
    nodes.push(readSequence(cursor))
  }
  return single('choice', nodes)
}

function readSequence(cursor: Cursor): RegexNode {
  const nodes: RegexNode[] = []
  while (cursor.at < cursor.pattern.length && !'|)'.includes(cursor.pattern.charAt(cursor.at))) {
    nodes.push(readQuantified(cursor))
  }
  return single('sequence', nodes)
}

function single(type: 'sequence' | 'choice', nodes: readonly RegexNode[]): RegexNode {
  const [only, ...others] = nodes
  if (only === undefined) return { type: 'empty' }
  return others.length === 0 ? only : { type, nodes }
}

function readQuantified(cursor: Cursor): RegexNode {
  const node = readOne(cursor)
  const match = matchAt(QUANTIFIER, cursor)
  if (match === undefined) return node
  const [text, min, comma, max] = match
  switch (text.charAt(0)) {
    case '*':
      return { type: 'repeat', node, min: 0, max: Infinity }
    case '+':
      return { type: 'repeat', node, min: 1, max: Infinity }
    case '?':
      return { type: 'repeat', node, min: 0, max: 1 }
    default:
      return { type: 'repeat', node, min: Number(min), max: bound(min, comma, max) }
  }
}

function bound(
  min: string | undefined,
  comma: string | undefined,
  max: string | undefined,
): number {
  if (comma === undefined) return Number(min)
  return max === undefined || max === '' ? Infinity : Number(max)
}

function readOne(cursor: Cursor): RegexNode {
  switch (cursor.pattern.charAt(cursor.at)) {
    case '(':
      return readGroup(cursor)
    case '[':
      return atom(cursor, classEnd(cursor))
    case '\\':
      return readEscape(cursor)
    case '^':
      cursor.at += 1
      return { type: 'assertion', source: '^' }
    case '$':
      cursor.at += 1
      return { type: 'assertion', source: '$' }
    default:
      return atom(cursor, cursor.at + characterLength(cursor))
  }
}

function characterLength(cursor: Cursor): number {
  const code = cursor.isUnicode ? (cursor.pattern.codePointAt(cursor.at) ?? 0) : 0
  return code > 0xffff ? 2 : 1
}

function atom(cursor: Cursor, end: number): RegexNode {
  const source = cursor.pattern.slice(cursor.at, end)
  cursor.at = end
  return { type: 'atom', source }
}

function classEnd(cursor: Cursor): number {
  let at = cursor.at + 1
  while (at < cursor.pattern.length && cursor.pattern.charAt(at) !== ']') {
    at += cursor.pattern.charAt(at) === '\\' ? 2 : 1
  }
  return at + 1
}

function readEscape(cursor: Cursor): RegexNode {
  const two = cursor.pattern.slice(cursor.at, cursor.at + 2)
  if (two === '\\b' || two === '\\B') {
    cursor.at += 2
    return { type: 'assertion', source: two }
  }
  const reference = matchAt(BACK_REFERENCE, cursor)
  if (reference !== undefined) return { type: 'beyond', source: reference[0] }
  const escape = matchAt(cursor.isUnicode ? ESCAPE_UNICODE : ESCAPE_PLAIN, cursor)
  return { type: 'atom', source: escape?.[0] ?? two }
}

/** Any group that is not plain, named or non-capturing looks around or changes flags. */
function readGroup(cursor: Cursor): RegexNode {
  const opening = matchAt(/\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y, cursor)
  const source = opening?.[0] ?? '('
  if (opening === undefined) cursor.at += 1
  if (opening === undefined) skipGroupSign(cursor)
  const node = readChoice(cursor)
  cursor.at += 1
  return opening === undefined
    ? { type: 'sequence', nodes: [{ type: 'beyond', source }, node] }
    : node
}

function skipGroupSign(cursor: Cursor): void {
  matchAt(/\?(?:<?[=!]|[a-z-]*:)/y, cursor)
}

function matchAt(regex: RegExp, cursor: Cursor): RegExpExecArray | undefined {
  regex.lastIndex = cursor.at
  const match = regex.exec(cursor.pattern)
  if (match === null) return undefined
  cursor.at += match[0].length
  return match
}

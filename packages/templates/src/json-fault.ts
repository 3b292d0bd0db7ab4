const scalar =
  /\s*(?:"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/uy
const key = /\s*"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/uy
const space = /\s*/uy

/** The offset of the first sign that JSON text cannot have there; engines do not agree to tell it. */
export function jsonFault(text: string): number {
  const fault = new Fault()
  const end = value(text, 0, fault)
  return fault.offset ?? skip(text, end)
}

// The first fault is kept while the readers return.
class Fault {
  offset: number | undefined

  at(text: string, offset: number): number {
    this.offset ??= skip(text, offset)
    return text.length
  }
}

function value(text: string, start: number, fault: Fault): number {
  const offset = skip(text, start)
  if (text[offset] === '{') return members(text, offset + 1, '}', fault)
  if (text[offset] === '[') return members(text, offset + 1, ']', fault)
  return match(scalar, text, offset) ?? fault.at(text, offset)
}

function members(text: string, start: number, close: '}' | ']', fault: Fault): number {
  let offset = skip(text, start)
  if (text[offset] === close) return offset + 1
  while (fault.offset === undefined) {
    offset = skip(text, member(text, offset, close, fault))
    if (text[offset] === close) return offset + 1
    if (text[offset] !== ',') return fault.at(text, offset)
    offset += 1
  }
  return offset
}

function member(text: string, start: number, close: '}' | ']', fault: Fault): number {
  if (close === ']') return value(text, start, fault)
  const end = match(key, text, start)
  if (end === undefined) return fault.at(text, start)
  const colon = skip(text, end)
  return text[colon] === ':' ? value(text, colon + 1, fault) : fault.at(text, colon)
}

function skip(text: string, offset: number): number {
  return match(space, text, offset) ?? offset
}

function match(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : undefined
}

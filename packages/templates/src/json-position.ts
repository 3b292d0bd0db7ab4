import { positionAt, type TextPosition } from './text-position.ts'

/**
 * Where the value at a JSON Pointer begins in valid JSON text. A member that is not there gives the
 * place of the nearest value around it.
 */
export function jsonPosition(text: string, pointer: string): TextPosition {
  const steps = pointer.split('/').slice(1).map(unescapeStep)
  let offset = skipSpace(text, 0)
  for (const step of steps) {
    const next = memberOf(text, offset, step)
    if (next === undefined) break
    offset = next
  }
  return positionAt(text, offset)
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function memberOf(text: string, start: number, step: string): number | undefined {
  const isList = text[start] === '['
  if (!isList && text[start] !== '{') return undefined
  let offset = skipSpace(text, start + 1)
  for (let index = 0; text[offset] !== ']' && text[offset] !== '}'; index += 1) {
    const key = isList ? String(index) : stringAt(text, offset)
    const value = isList ? offset : skipSpace(text, skipSpace(text, endOf(text, offset)) + 1)
    if (key === step) return value
    offset = skipSpace(text, endOf(text, value))
    if (text[offset] === ',') offset = skipSpace(text, offset + 1)
  }
  return undefined
}

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (at < text.length && ' \t\r\n\u{feff}'.includes(text[at] ?? '')) at += 1
  return at
}

function stringAt(text: string, offset: number): string {
  return String(JSON.parse(text.slice(offset, endOf(text, offset))))
}

/** The offset after the value at `offset`. */
function endOf(text: string, offset: number): number {
  if (text[offset] === '"')
    return offset + (/^"(?:[^"\\]|\\.)*"/u.exec(text.slice(offset))?.[0].length ?? 1)
  if (text[offset] !== '{' && text[offset] !== '[') {
    return offset + (/^[^\s,\]}]+/u.exec(text.slice(offset))?.[0].length ?? 1)
  }
  let depth = 0
  let at = offset
  do {
    if (text[at] === '"') {
      at = endOf(text, at)
      continue
    }
    if (text[at] === '{' || text[at] === '[') depth += 1
    if (text[at] === '}' || text[at] === ']') depth -= 1
    at += 1
  } while (depth > 0 && at < text.length)
  return at
}

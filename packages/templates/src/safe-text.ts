import { AfterviewError } from '@afterview/time'

/** A character that has no place in a mail: where it stands and what it is. */
export interface UnsafeCharacter {
  readonly offset: number
  /** Such as `U+000D carriage return`. */
  readonly name: string
}

const unsafeInLine = /[\p{Cc}\u{2028}\u{2029}\p{Cs}]/u
const unsafeInText = /(?![\n\t]|\r\n)[\p{Cc}\u{2028}\u{2029}\p{Cs}]/u

/** The first control character, line or paragraph separator or lone surrogate of a single line. */
export function findUnsafeInLine(text: string): UnsafeCharacter | undefined {
  return find(text, unsafeInLine)
}

/** The same for text of several lines, in which line ends and tabs are allowed. */
export function findUnsafeInText(text: string): UnsafeCharacter | undefined {
  return find(text, unsafeInText)
}

/** @throws AfterviewError `character-refused` when `text` is not one clean line. `what` names it. */
export function requireLine(what: string, text: string): void {
  refuse(what, findUnsafeInLine(text), 'a line')
}

/** @throws AfterviewError `character-refused` when `text` is not clean text. `what` names it. */
export function requireText(what: string, text: string): void {
  refuse(what, findUnsafeInText(text), 'text')
}

/** `text` with every line end as a line feed. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/gu, '\n')
}

function find(text: string, pattern: RegExp): UnsafeCharacter | undefined {
  const match = pattern.exec(text)
  return match ? { offset: match.index, name: nameOf(match[0]) } : undefined
}

function refuse(what: string, unsafe: UnsafeCharacter | undefined, kind: string): void {
  if (!unsafe) return
  throw new AfterviewError('character-refused', {
    happened: `${what} holds ${unsafe.name} at offset ${unsafe.offset}, which ${kind} of a mail cannot hold`,
    fix: 'remove it',
    details: { what, offset: unsafe.offset, character: unsafe.name },
  })
}

const names: Readonly<Record<number, string>> = {
  0x00: 'NUL',
  0x0a: 'line feed',
  0x0d: 'carriage return',
  0x85: 'next line',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0)
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  return `${hex} ${names[code] ?? (isSurrogate ? 'lone surrogate' : 'control character')}`
}

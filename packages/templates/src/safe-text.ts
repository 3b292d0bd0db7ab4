import { AfterviewError } from '@afterview/time'

/** What no line of a mail can hold: control characters, line and paragraph separators, lone surrogates. */
export const unsafeInLine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu

/** The same for text of several lines, in which line ends and tabs are allowed. */
export const unsafeInText = /(?![\n\t]|\r\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu

/** `text`, which `what` names. @throws AfterviewError `character-refused` when it is not one clean line */
export function requireLine(what: string, text: string): string {
  return requireSafe(what, text, unsafeInLine)
}

/** `text` with line feeds. @throws AfterviewError `character-refused` when it is not clean text. `what` names it. */
export function requireText(what: string, text: string): string {
  return requireSafe(what, normalizeLineEnds(text), unsafeInText)
}

/** `text` with every line end as a line feed. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/gu, '\n')
}

/** Such as `U+000D` for a carriage return. */
export function nameCharacter(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

function requireSafe(what: string, text: string, unsafe: RegExp): string {
  const offset = text.search(unsafe)
  if (offset === -1) return text
  const character = nameCharacter(text.charAt(offset))
  throw new AfterviewError('character-refused', {
    happened: `${what} holds ${character} at offset ${offset}`,
    fix: 'remove what a mail cannot hold',
    details: { what, offset, character },
  })
}

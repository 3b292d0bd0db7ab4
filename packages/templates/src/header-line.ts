import { encodeWords, lineLimit } from './encoded-word.ts'
import { isAtom, type MailAddress, requireEmail } from './mail-address.ts'
import { requireLine } from './safe-text.ts'

/** One header of a mail, folded, without its last line end. `value` is ASCII that needs no encoding. */
export function headerLine(name: string, value: string): string {
  return `${name}: ${value}`
}

/** A header of free text, as plain words where that is safe and as encoded-words elsewhere. */
export function textHeader(name: string, text: string): string {
  requireLine(name, text)
  return fold(`${name}:`, isPlainText(text) ? text.split(' ') : encodeWords(text))
}

/** A header of addresses, one to a line. The list must not be empty. */
export function addressHeader(name: string, addresses: readonly MailAddress[]): string {
  const words = addresses.flatMap((address) => addressWords(`${name} name`, address))
  return fold(`${name}:`, words).replace(/,$/u, '')
}

// Folding puts a line end before a space and changes nothing else, so text that is folded here must
// have single spaces only. What looks like an encoded-word must not be read as one.
function isPlainText(text: string): boolean {
  const words = text.split(' ')
  const isAscii = /^[ -~]*$/u.test(text) && !text.includes('=?')
  return isAscii && words.every((word) => word !== '' && word.length < lineLimit)
}

function addressWords(what: string, { name = '', email }: MailAddress): readonly string[] {
  requireLine(what, name)
  const address = requireEmail(email)
  const shown = name.trim()
  return shown === '' ? [`${address},`] : [...phrase(shown), `<${address}>,`]
}

function phrase(name: string): readonly string[] {
  const isShort = isPlainText(name) && name.length < 60
  if (!isShort) return encodeWords(name)
  const words = name.split(' ')
  return words.every(isAtom) ? words : [`"${name.replace(/["\\]/gu, '\\$&')}"`]
}

function fold(start: string, words: readonly string[]): string {
  const lines: string[] = []
  let line = start
  for (const word of words) {
    const isFull = line.length + 1 + word.length > lineLimit && line.trim() !== ''
    if (isFull) lines.push(line)
    line = isFull ? ` ${word}` : `${line} ${word}`
  }
  return [...lines, line].join('\r\n')
}

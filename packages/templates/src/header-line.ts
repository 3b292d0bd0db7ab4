import { encodeWords } from './encoded-word.ts'
import { fillUp } from './fill-up.ts'
import { isAtom, type MailAddress, requireEmail } from './mail-address.ts'
import { requireLine } from './safe-text.ts'

/** Characters of the longest header line that this package writes, unless one address is longer. */
const lineLimit = 76

/** A header of free text, as plain words where that is safe and as encoded-words elsewhere. */
export function textHeader(name: string, text: string): string {
  requireLine(name, text)
  return fold(name, isPlainText(text) ? text.split(' ') : encodeWords(text))
}

/** A header of addresses, one to a line, or none where there are no addresses. */
export function addressHeaders(name: string, addresses: readonly MailAddress[]): readonly string[] {
  if (addresses.length === 0) return []
  const words = addresses.flatMap((address) => addressWords(`${name} name`, address))
  return [fold(name, words).replace(/,$/u, '')]
}

// Folding puts a line end before a space and changes nothing else, so text that is folded here must
// have single spaces only. What looks like an encoded-word must not be read as one.
function isPlainText(text: string): boolean {
  return /^(?!.*=\?)[!-~]{1,75}(?: [!-~]{1,75})*$/u.test(text)
}

function addressWords(what: string, { name = '', email }: MailAddress): readonly string[] {
  const shown = requireLine(what, name).trim()
  const address = requireEmail(email)
  return shown === '' ? [`${address},`] : [...phrase(shown), `<${address}>,`]
}

function phrase(name: string): readonly string[] {
  if (!isPlainText(name) || name.length >= 60) return encodeWords(name)
  const words = name.split(' ')
  return words.every(isAtom) ? words : [`"${name.replace(/["\\]/gu, '\\$&')}"`]
}

function fold(name: string, words: readonly string[]): string {
  const pieces = [`${name}:`, ...words.map((word) => ` ${word}`)]
  return fillUp(pieces, (line) => line.length <= lineLimit).join('\r\n')
}

import { encodeWords, lineLimit } from './encoded-word.ts'
import { type MailAddress, requireEmail } from './mail-address.ts'
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
  const words = addresses.flatMap((address, index) => {
    const comma = index < addresses.length - 1 ? ',' : ''
    return addressWords(`${name} name`, address).map((word, at, all) =>
      at === all.length - 1 ? `${word}${comma}` : word,
    )
  })
  return fold(`${name}:`, words)
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
  if (name.trim() === '') return [address]
  return [...phrase(name.trim()), `<${address}>`]
}

function phrase(name: string): readonly string[] {
  const isShort = isPlainText(name) && name.length < 60
  if (!isShort) return encodeWords(name)
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/u.test(name)) return name.split(' ')
  return [`"${name.replace(/["\\]/gu, '\\$&')}"`]
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

/**
 * Text that can stand in a calendar: every line end (CR, LF, CRLF, U+0085, U+2028, U+2029) is one
 * `\n`, control characters other than tab are gone, lone surrogates are U+FFFD. The rest is kept.
 */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text
  return text.toWellFormed().replaceAll(lineEnd, '\n').replaceAll(control, '')
}

/** {@link cleanText} for properties of one line, such as a title: line ends and tabs are a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/[\n\t]/g, ' ')
}

/** Whether nothing of a text can be seen once it is clean. */
export function isBlank(text: string): boolean {
  return cleanText(text).trim() === ''
}

/** The first `limit` UTF-16 units without half a character at the end, with `…` where text is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = isHighSurrogate(text.charCodeAt(limit - 2)) ? limit - 2 : limit - 1
  return `${text.slice(0, end)}…`
}

const suspicious = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const lineEnd = /\r\n|[\r\n\u0085\u2028\u2029]/g
/** Every control character but tab and newline. */
const control = /[^\P{Cc}\n\t]/gu

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

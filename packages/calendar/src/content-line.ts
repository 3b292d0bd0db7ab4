/**
 * One property of TEXT type as a folded content line, CRLF included. `text` comes from
 * `cleanText` or `cleanLine`: what is escaped here is the grammar, not control characters.
 */
export function textLine(name: string, text: string): string {
  return contentLine(`${name}:${escapeText(text)}`)
}

/** One property with a list of TEXT values, such as CATEGORIES. */
export function textListLine(name: string, texts: readonly string[]): string {
  return contentLine(`${name}:${texts.map(escapeText).join(',')}`)
}

/** A content line as it stands in the file: folded, CRLF at the end. */
export function contentLine(line: string): string {
  return `${fold(line)}\r\n`
}

/** The grammar of TEXT (RFC 5545, 3.3.11): backslash, semicolon and comma are escaped, a newline is `\n`. */
export function escapeText(text: string): string {
  if (!/[\\;,\n]/.test(text)) return text
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

/** A quoted parameter value with the escapes of RFC 6868. */
export function quotedParameter(text: string): string {
  const escaped = text.replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')
  return `"${escaped}"`
}

/**
 * Folds a line at 75 octets, the limit of RFC 5545 3.1, between code points. Linear in its length.
 * `line` is well-formed and without line ends.
 */
export function fold(line: string): string {
  if (line.length <= octetLimit / 3) return line
  return isAscii(line) ? foldAscii(line) : foldUnicode(line)
}

const octetLimit = 75

function isAscii(line: string): boolean {
  return /^\p{ASCII}*$/u.test(line)
}

function foldAscii(line: string): string {
  if (line.length <= octetLimit) return line
  const parts = [line.slice(0, octetLimit)]
  for (let start = octetLimit; start < line.length; start += octetLimit - 1) {
    parts.push(line.slice(start, start + octetLimit - 1))
  }
  return parts.join('\r\n ')
}

function foldUnicode(line: string): string {
  const parts: string[] = []
  let [start, octets] = [0, 0]
  for (let index = 0; index < line.length;) {
    const codePoint = line.codePointAt(index) ?? 0
    const size = octetsOf(codePoint)
    if (octets + size > octetLimit) {
      parts.push(line.slice(start, index))
      start = index
      octets = 1
    }
    octets += size
    index += codePoint > 0xffff ? 2 : 1
  }
  parts.push(line.slice(start))
  return parts.join('\r\n ')
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

const utf8 = new TextEncoder()
const lineLimit = 76

/**
 * `text` with line feeds as quoted-printable of UTF-8 (RFC 2045): ASCII, CRLF, lines of up to 76
 * characters, no white space at the end of a line, no character split, and no line that a mail
 * store could take for its own (`From `, a lone dot).
 */
export function encodeQuotedPrintable(text: string): string {
  return text.split('\n').map(encodeLine).join('\r\n')
}

function encodeLine(line: string): string {
  const rows: string[] = []
  let row = ''
  const characters = Array.from(line)
  for (const [index, character] of characters.entries()) {
    const isLast = index === characters.length - 1
    const code = encodeCharacter(character, isLast)
    // A soft line break needs the last place of its row.
    const isFull = row.length + code.length > (isLast ? lineLimit : lineLimit - 1)
    if (isFull) rows.push(`${row}=`)
    if (isFull) row = ''
    row += row === '' && isMisreadAtStart(characters, index) ? hex(character) : code
  }
  return [...rows, row].join('\r\n')
}

function encodeCharacter(character: string, isLast: boolean): string {
  const isSpace = character === ' ' || character === '\t'
  if (isSpace) return isLast ? hex(character) : character
  return character >= '!' && character <= '~' && character !== '=' ? character : hex(character)
}

function isMisreadAtStart(characters: readonly string[], index: number): boolean {
  if (characters[index] === '.') return true
  return characters[index] === 'F' && characters.slice(index, index + 5).join('') === 'From '
}

function hex(character: string): string {
  const codes = Array.from(utf8.encode(character), (byte) => byte.toString(16).padStart(2, '0'))
  return codes.map((code) => `=${code.toUpperCase()}`).join('')
}

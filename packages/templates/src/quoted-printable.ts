/**
 * `text` with line feeds as quoted-printable of UTF-8 (RFC 2045): ASCII, CRLF, lines of up to 76
 * characters, no white space at the end of a line, no character split, and no line that a mail
 * store could take for its own (`From `, a lone dot). The text must be well-formed.
 */
export function encodeQuotedPrintable(text: string): string {
  const encoded = text.replace(/[^\n\t -<>-~]|[\t ]$/gmu, percentAsEquals)
  return encoded.split('\n').map(foldLine).join('\r\n')
}

function percentAsEquals(character: string): string {
  return encodeURIComponent(character).replaceAll('%', '=')
}

// A row ends before a character, never inside one: its later bytes are `=8…` to `=B…`. It leaves
// room for a first character that is encoded after all, and for the sign of a soft line break.
const rowPattern = /.{1,73}(?<!=.?)(?!=[89AB])/gu

function foldLine(line: string): string {
  const rows = line.match(rowPattern) ?? []
  const safe = rows.map((row) => row.replace(/^\./u, '=2E').replace(/^From /u, '=46rom '))
  return safe.join('=\r\n')
}

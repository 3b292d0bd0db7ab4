/** The text of a file without a byte order mark, and with line feeds. */
export function normalizeFile(content: string): string {
  return content.replace(/^\u{feff}/u, '').replaceAll('\r\n', '\n')
}

/** A place in a text file, as editors count: both from 1, columns in UTF-16 code units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** The line and column of `offset` in `text`. A CRLF pair ends one line. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  return { line: lines.length, column: before.length - before.lastIndexOf('\n') }
}

/** A place in a text file, as editors count: both from 1, columns in UTF-16 code units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** The line and column of `offset` in `text`. A CRLF pair ends one line. */
export function positionAt(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

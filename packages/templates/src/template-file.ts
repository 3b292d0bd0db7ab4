import type { TemplateSource } from './template-source.ts'

/** One `key: value` line of a header. The value is a source of one line. */
export interface HeaderLine {
  readonly key: string
  readonly value: TemplateSource
}

/** A template file taken apart. */
export interface TemplateFile {
  readonly header: readonly HeaderLine[]
  readonly body: TemplateSource
}

/**
 * Reads `---`, `key: value` lines, `---`, body. A value is everything after the first `: `,
 * literally. One line end after the body is dropped. Without such a header there is no file.
 */
export function readTemplateFile(name: string, text: string): TemplateFile | undefined {
  const lines = text
    .replace(/^\u{feff}/u, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end === -1) return undefined
  const body = lines.slice(end + 1).join('\n')
  return {
    header: lines.slice(1, end).map((line, index) => readLine(name, line, index + 2)),
    body: { name, text: body.replace(/\n$/u, ''), firstLine: end + 2 },
  }
}

function readLine(name: string, line: string, firstLine: number): HeaderLine {
  const [key = '', ...rest] = line.split(': ')
  return { key, value: { name, text: rest.join(': '), firstLine, columnShift: key.length + 2 } }
}

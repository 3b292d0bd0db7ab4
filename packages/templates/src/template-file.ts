import type { PackTemplate, PackText } from './letter-pack.ts'
import { normalizeFile } from './normalize-file.ts'

/** One `key: value` line of a header. */
export interface HeaderLine extends PackText {
  readonly key: string
}

/** A template file taken apart. */
export interface TemplateFile {
  readonly header: readonly HeaderLine[]
  readonly body: PackText
}

/**
 * Reads `---`, `key: value` lines, `---`, body. A value is everything after the first `: `,
 * literally. One line end after the body is dropped. Without such a header there is no file.
 */
export function readTemplateFile(content: string): TemplateFile | undefined {
  const lines = normalizeFile(content).split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end === -1) return undefined
  const body = lines.slice(end + 1).join('\n')
  return {
    header: lines.slice(1, end).map((line, index) => readLine(line, index + 2)),
    body: { text: body.replace(/\n$/u, ''), line: end + 2 },
  }
}

function readLine(text: string, line: number): HeaderLine {
  const [key = '', ...rest] = text.split(': ')
  return { key, text: rest.join(': '), line }
}

/** What a pack keeps of a template file. The file name says tone and form of address. */
export function packTemplate({ header, body }: TemplateFile): PackTemplate {
  const find = (name: string): HeaderLine | undefined => header.find(({ key }) => key === name)
  const [subject, replaces] = [find('subject'), find('replaces')]
  return {
    ...(subject && { subject: { text: subject.text, line: subject.line } }),
    ...(replaces && { replaces: replaces.text }),
    body,
  }
}

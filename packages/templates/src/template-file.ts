import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import type { TemplateSource } from './template-source.ts'

/** The keys that the header of a template file may have. */
export type HeaderKey = 'subject' | 'tone' | 'address' | 'replaces'

const headerKeys: readonly string[] = ['subject', 'tone', 'address', 'replaces']

/** A template file taken apart. */
export interface TemplateFile {
  readonly header: Readonly<Partial<Record<HeaderKey, string>>>
  /** The subject as a template of one line, where there is one. */
  readonly subject?: TemplateSource
  readonly body: TemplateSource
}

/** A template file, or what is wrong with its header. */
export interface ReadTemplateFile {
  readonly file?: TemplateFile
  readonly problems: readonly PackProblem[]
}

interface HeaderLine {
  readonly key: string
  readonly value: string
  readonly line: number
  /** Columns before the value. */
  readonly shift: number
}

/**
 * Reads `---`, `key: value` lines, `---`, body. A value is everything after the first `: `,
 * literally. One line end after the body is dropped. Never throws.
 */
export function readTemplateFile(path: string, text: string): ReadTemplateFile {
  const lines = text
    .replace(/^\u{feff}/u, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  if (end === -1) return { problems: [at(path, 1, headerMissing)] }
  const header = lines.slice(1, end).map((line, index) => readLine(line, index + 2))
  const problems = header.flatMap((line, index) =>
    headerProblems(path, line, header.slice(0, index)),
  )
  if (problems.length > 0) return { problems }
  const body = lines
    .slice(end + 1)
    .join('\n')
    .replace(/\n$/u, '')
  return { file: assemble(path, header, { name: path, text: body, firstLine: end + 2 }), problems }
}

function assemble(path: string, lines: readonly HeaderLine[], body: TemplateSource): TemplateFile {
  const header = Object.fromEntries(lines.map(({ key, value }) => [key, value]))
  const subject = lines.find(({ key }) => key === 'subject')
  if (!subject) return { header, body }
  const { value, line, shift } = subject
  return { header, body, subject: { name: path, text: value, firstLine: line, columnShift: shift } }
}

function readLine(text: string, line: number): HeaderLine {
  const colon = text.indexOf(': ')
  if (colon === -1) return { key: text.replace(/:$/u, ''), value: '', line, shift: text.length }
  return { key: text.slice(0, colon), value: text.slice(colon + 2), line, shift: colon + 2 }
}

function headerProblems(
  path: string,
  { key, value, line }: HeaderLine,
  before: readonly HeaderLine[],
): PackProblem[] {
  const isKnown = headerKeys.includes(key)
  const isTwice = before.some((other) => other.key === key)
  return [
    ...(isKnown ? [] : [at(path, line, headerUnknown(key))]),
    ...(isKnown && isTwice ? [at(path, line, headerTwice(key))] : []),
    ...(isKnown && value.trim() === '' ? [at(path, line, headerEmpty(key))] : []),
  ]
}

function at(path: string, line: number, complaint: Complaint): PackProblem {
  return problemAt(path, { line, column: 1 }, complaint)
}

const headerMissing: Complaint = {
  code: 'header-missing',
  message: 'The file does not begin with a header between two lines of ---',
  help: 'begin with ---, lines such as "subject: …", and ---',
}

const headerUnknown = (key: string): Complaint => ({
  code: 'header-unknown',
  message: `"${key}" is no key of a header`,
  help: `use ${headerKeys.join(', ')}, each as "key: value"`,
})

const headerTwice = (key: string): Complaint => ({
  code: 'header-twice',
  message: `"${key}" is given twice`,
  help: 'keep one of the two lines',
})

const headerEmpty = (key: string): Complaint => ({
  code: 'header-empty',
  message: `"${key}" has no value`,
  help: 'give it a value after ": " or remove the line',
})

import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import type { TemplateFile } from './template-file.ts'
import { templateName } from './template-path.ts'

const headerKeys: readonly string[] = ['subject', 'tone', 'address', 'replaces']

/** What is wrong with the header of a template file, which has none when it is `undefined`. */
export function checkHeader(path: string, file: TemplateFile | undefined): readonly PackProblem[] {
  if (!file) return [at(path, 1, headerMissing)]
  const place = templateName.exec(path.replace(/^.*\/|\.mustache$/gu, ''))?.groups ?? {}
  const lines = file.header.map(({ key, text, line }) => ({
    // Editors take away the space after the colon when nothing follows it.
    key: key.replace(/:$/u, ''),
    value: text,
    line,
  }))
  const problems = lines.flatMap((line, index) => lineProblems(path, line, lines.slice(0, index)))
  if (problems.length > 0) return problems
  return lines.flatMap(({ key, value }) => {
    const isSame = (key !== 'tone' && key !== 'address') || value === place[key]
    return isSame ? [] : [at(path, 1, headerDiffers(key, value, place[key]))]
  })
}

interface Line {
  readonly key: string
  readonly value: string
  readonly line: number
}

function lineProblems(
  path: string,
  { key, value, line }: Line,
  before: readonly Line[],
): readonly PackProblem[] {
  if (!headerKeys.includes(key)) return [at(path, line, headerUnknown(key))]
  const isTwice = before.some((other) => other.key === key)
  return [
    ...(isTwice ? [at(path, line, headerTwice(key))] : []),
    ...(value.trim() === '' ? [at(path, line, headerEmpty(key))] : []),
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

const headerDiffers = (key: string, said: string, named = 'none'): Complaint => ({
  code: 'header-differs',
  message: `The header says ${key} "${said}" and the file name says "${named}"`,
  help: 'let them agree, or leave the line out of the header',
})

import { AfterviewError } from '@afterview/time'
import type { LoadedTemplate } from './load-template.ts'
import { createTemplate } from './strict-template.ts'

/** The two halves of a rendered letter. */
export interface LetterParts {
  readonly subject?: string
  /** With line feeds, and no line end after the last line. */
  readonly text: string
}

/** Renders a template with a view that was checked. @throws AfterviewError `subject-line-break` when a value would break the subject into lines */
export type RenderParts = (view: Readonly<Record<string, unknown>>) => LetterParts

/** Makes a template ready to render. @throws AfterviewError `template-syntax` */
export function createRenderer({ entry: { file }, subject, body }: LoadedTemplate): RenderParts {
  const textTemplate = createTemplate(body)
  const subjectTemplate = subject && createTemplate(subject)
  return (view) => {
    const text = textTemplate.render(view).trimEnd()
    if (!subjectTemplate) return { text }
    const line = subjectTemplate.render(view).trim()
    if (/[\r\n]/u.test(line)) throw lineBreak(file, line)
    return { subject: line, text }
  }
}

function lineBreak(file: string, line: string): AfterviewError {
  return new AfterviewError('subject-line-break', {
    happened: `A value breaks the subject of ${file} into lines: ${JSON.stringify(line)}`,
    fix: 'give values without line ends to the variables of the subject',
    details: { template: file, subject: line },
  })
}

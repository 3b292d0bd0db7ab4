import { AfterviewError } from '@afterview/time'
import type { LoadedTemplate } from './load-template.ts'

/** The two halves of a rendered letter. */
export interface LetterParts {
  readonly subject?: string
  /** With line feeds, and no line end after the last line. */
  readonly text: string
}

/**
 * Renders a template with a view that was checked.
 * @throws AfterviewError `subject-line-break` when a value would break the subject into lines
 */
export function renderParts(
  { entry, subject, body }: LoadedTemplate,
  view: Readonly<Record<string, unknown>>,
): LetterParts {
  const text = body.render(view).trimEnd()
  if (!subject) return { text }
  const line = subject.render(view).trim()
  if (/[\r\n]/u.test(line)) throw lineBreak(entry.file, line)
  return { subject: line, text }
}

function lineBreak(file: string, line: string): AfterviewError {
  return new AfterviewError('subject-line-break', {
    happened: `A value breaks the subject of ${file} into lines: ${JSON.stringify(line)}`,
    fix: 'give values without line ends to the variables of the subject',
    details: { template: file, subject: line },
  })
}

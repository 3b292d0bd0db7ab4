import { AfterviewError } from '@afterview/time'
import { type PackEntry, partialsFor } from './pack-entry.ts'
import { createRender } from './strict-template.ts'
import { parseSource } from './template-source.ts'

/** The two halves of a rendered letter. */
export interface LetterParts {
  readonly subject?: string
  /** With line feeds, and no line end after the last line. */
  readonly text: string
}

/** Renders a template with a view that was checked. @throws AfterviewError `subject-line-break` when a value would break the subject into lines */
export type RenderParts = (view: Readonly<Record<string, unknown>>) => LetterParts

/** Makes a template ready to render. @throws AfterviewError `template-syntax` */
export function createRenderer(entry: PackEntry): RenderParts {
  const { file, subject, body } = entry
  const renderText = createRender(parseSource(body), partialsFor(entry))
  // A subject is one line and has no partials.
  const renderSubject = subject && createRender(parseSource(subject), new Map())
  return (view) => {
    const text = renderText(view).trimEnd()
    if (!renderSubject) return { text }
    const line = renderSubject(view).trim()
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

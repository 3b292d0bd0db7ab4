import { AfterviewError } from '@afterview/time'
import { letterRules } from './letter-rules.ts'
import { createRender } from './mustache-engine.ts'
import { type PackEntry, partialsFor } from './pack-entry.ts'

/** The two halves of a rendered letter. */
export interface LetterParts {
  readonly subject?: string
  /** With line feeds, and no line end after the last line. */
  readonly text: string
}

/** Renders a template with a view that was checked. @throws AfterviewError `subject-line-break` when a value would break the subject into lines, `template-syntax` and what else a check would have found */
export type RenderParts = (view: Readonly<Record<string, unknown>>) => LetterParts

/** Makes a template ready to render. */
export function createRenderer(entry: PackEntry): RenderParts {
  const { file, subject, body } = entry
  const renderText = createRender(body, partialsFor(entry), letterRules)
  // A subject is one line and has no partials.
  const renderSubject = subject && createRender(subject, new Map(), letterRules)
  return (view) => {
    const text = renderText(view).trimEnd()
    if (!renderSubject) return { text }
    const line = renderSubject(view).trim()
    if (/[\r\n]/u.test(line)) {
      throw new AfterviewError('subject-line-break', {
        happened: `A value breaks the subject of ${file} into lines: ${JSON.stringify(line)}`,
        fix: 'give the subject values of one line',
        details: { template: file, subject: line },
      })
    }
    return { subject: line, text }
  }
}

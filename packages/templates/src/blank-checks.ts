import { hitsOf, type LintCheck } from './lint-rule.ts'

/** Checks of what was left to fill in. */
export const blankChecks: readonly LintCheck[] = [
  {
    id: 'placeholder',
    severity: 'error',
    find: ({ parts, context, opening }) =>
      parts.flatMap(({ part, text }) => [
        ...hitsOf(part, text, placeholderPattern, fillIn),
        ...(context.language ? hitsOf(part, text, context.language.placeholders, fillIn) : []),
        ...hitsOf(part, part === 'text' ? headOf(text, opening) : text, valuePattern, fillIn),
      ]),
  },
  {
    id: 'salutation-empty',
    severity: 'error',
    find: ({ opening, context }) => {
      const { line, start } = opening
      const greeting = line.trim()
      // Spanish has a comma before the name and a colon after it.
      const isOpen = /^[^,]{0,60}\s,$|,\s?[,:]$/u.test(greeting)
      if (!isOpen && !context.language?.openingAlone.test(greeting)) return []
      const message = `"${greeting}" lacks a name. Put it in, or open without one.`
      return [{ part: 'text', start, end: start + line.length, message }]
    },
  },
  {
    id: 'subject-missing',
    severity: 'error',
    find: ({ letter, context }) => {
      const isNeeded = (context.output ?? 'letter') === 'letter'
      if (!isNeeded || (letter.subject ?? '').trim() !== '') return []
      return [
        { part: 'subject', start: 0, end: 0, message: 'The letter has no subject. Give it one.' },
      ]
    },
  },
]

// A bracket with one letter before a stroke is a job title's, such as [m/w/d].
const placeholderPattern =
  /\{\{[^}\n]*\}?\}?|\}\}|\{\p{L}[\p{L}\p{N} _.-]*\}|\[\p{L}{2}[^\]\n]{0,60}\]|<\p{L}[\p{L}\p{N} _-]{0,40}>|\b(?:TODO|FIXME|XXX+)\b|_{3,}|\?{3,}|\blorem ipsum\b/gu

// What JavaScript prints for a value that is not there. In running text these are words.
const valuePattern = /\b(?:undefined|null|NaN)\b/gu

const fillIn = (found: string): { readonly message: string } => ({
  message: `"${found}" was left to fill in.`,
})

function headOf(
  text: string,
  { line, start }: { readonly line: string; readonly start: number },
): string {
  return text.slice(0, start + line.length)
}

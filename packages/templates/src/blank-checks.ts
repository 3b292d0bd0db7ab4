import { error, hitsOf, type LintCheck, whole } from './lint-rule.ts'

/** Checks of what was left to fill in. */
export const blankChecks: readonly LintCheck[] = [
  error('placeholder', ({ parts, title, opening, language }) => [
    ...hitsOf(parts, placeholderPattern, fillIn),
    ...hitsOf(parts, language?.placeholders, fillIn),
    ...hitsOf([title, opening], valuePattern, fillIn),
  ]),
  error('salutation-empty', ({ opening, language }) => {
    const greeting = opening.text.trim()
    // Spanish has a comma before the name and a colon after it.
    const isOpen = /^[^,]{0,60}\s,$|,\s?[,:]$/u.test(greeting)
    const lacksName = isOpen || language?.openingAlone.test(greeting)
    return whole(
      opening,
      lacksName && `"${greeting}" lacks a name. Put it in, or open without one.`,
    )
  }),
  error('subject-missing', ({ title, output = 'letter' }) => {
    const isMissing = output === 'letter' && title.text.trim() === ''
    return whole(title, isMissing && 'The letter has no subject. Give it one.')
  }),
]

// A bracket with one letter before a stroke is a job title's, such as [m/w/d].
const placeholderPattern =
  /\{\{[^}\n]*\}?\}?|\}\}|\{\p{L}[\p{L}\p{N} _.-]*\}|\[\p{L}{2}[^\]\n]{0,60}\]|<\p{L}[\p{L}\p{N} _-]{0,40}>|\b(?:TODO|FIXME|XXX+)\b|_{3,}|\?{3,}|\blorem ipsum\b/gu

// What JavaScript prints for a value that is not there. In running text these are words.
const valuePattern = /\b(?:undefined|null|NaN)\b/gu

const fillIn = (found: string): string => `"${found}" was left to fill in.`

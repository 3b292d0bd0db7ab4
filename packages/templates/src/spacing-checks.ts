import { hitsOf, type LintCheck } from './lint-rule.ts'
import { findUnsafeInLine, findUnsafeInText } from './safe-text.ts'

/** Checks of how a letter is set: what a slip of the hand or an empty value leaves behind. */
export const spacingChecks: readonly LintCheck[] = [
  {
    id: 'character',
    severity: 'error',
    find: ({ parts }) =>
      parts.flatMap(({ part, text }) => {
        const unsafe = part === 'subject' ? findUnsafeInLine(text) : findUnsafeInText(text)
        if (!unsafe) return []
        const { offset, name } = unsafe
        const message = `${name} cannot stand in a mail. Remove it.`
        return [{ part, start: offset, end: offset + 1, message, fix: '' }]
      }),
  },
  {
    id: 'punctuation',
    severity: 'warning',
    find: ({ parts }) =>
      parts.flatMap(({ part, text }) =>
        hitsOf(part, withoutLinks(text), punctuationPattern, (found) => ({
          message: `"${found}" is one sign too many.`,
          fix: repaired(found),
        })),
      ),
  },
  {
    id: 'double-space',
    severity: 'warning',
    find: ({ parts }) =>
      parts.flatMap(({ part, text }) => [
        ...hitsOf(part, text, /(?<=\S)[ \t]{2,}(?=\S)/gu, () => ({
          message: 'There is more than one space here.',
          fix: ' ',
        })),
        ...hitsOf(part, text, /(?<=\S)(?<!^--)[ \t]+$/gmu, () => ({
          message: 'The line ends in spaces.',
          fix: '',
        })),
      ]),
  },
  {
    id: 'blank-lines',
    severity: 'warning',
    find: ({ letter }) => [
      ...hitsOf('text', letter.text, /(?<=\S[^\S\n]*)\n(?:[^\S\n]*\n){2,}(?=[^\n]*\S)/gu, () => ({
        message: 'There is more than one empty line here.',
        fix: '\n\n',
      })),
      ...hitsOf(
        'text',
        letter.text,
        /^(?:[^\S\n]*\n)+(?=.)|(?<=\S[^\S\n]*)\n(?:[^\S\n]*\n)+[^\S\n]*$/gu,
        () => ({
          message: 'The letter begins or ends with an empty line.',
          fix: '',
        }),
      ),
    ],
  },
]

// Each run starts after a sign that is not of the run, so that a long run is read once.
const punctuationPattern =
  /(?<!\.)\.\.(?!\.)|\.{4,}|([,;:])\1+|!{2,}|\?{2,}|,[.;:]|[;:][,.]|[!?]\.(?!\.)|(?<=\S)[^\S\n]+[,.](?=\s|$)/gu

function repaired(found: string): string {
  if (/^\.{4,}$/u.test(found)) return '...'
  return found.trim().charAt(0)
}

// Addresses have punctuation of their own; blanking keeps the offsets.
function withoutLinks(text: string): string {
  return text.replace(/\b(?:https?:\/\/|mailto:|www\.)\S+/giu, (link) => '_'.repeat(link.length))
}

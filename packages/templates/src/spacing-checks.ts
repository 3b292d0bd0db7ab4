import { error, hitsOf, type LintCheck, mask, warning } from './lint-rule.ts'
import { nameCharacter, unsafeInLine, unsafeInText } from './safe-text.ts'

/** Checks of how a letter is set: what a slip of the hand or an empty value leaves behind. */
export const spacingChecks: readonly LintCheck[] = [
  error('character', ({ title, body }) => [
    ...hitsOf([title], unsafeInLine, refusal, nothing),
    ...hitsOf([body], unsafeInText, refusal, nothing),
  ]),
  warning('punctuation', ({ parts }) =>
    hitsOf(
      mask(parts, linkPattern),
      punctuationPattern,
      (found) => `"${found}" is one sign too many.`,
      repaired,
    ),
  ),
  warning('double-space', ({ parts }) => [
    ...hitsOf(
      parts,
      /(?<=\S)[ \t]{2,}(?=\S)/gu,
      () => 'There is more than one space here.',
      () => ' ',
    ),
    ...hitsOf(parts, /(?<=\S)(?<!^--)[ \t]+$/gmu, () => 'The line ends in spaces.', nothing),
  ]),
  warning('blank-lines', ({ body }) => [
    ...hitsOf(
      [body],
      /(?<=\S[^\S\n]*)\n(?:[^\S\n]*\n){2,}(?=[^\n]*\S)/gu,
      () => 'There is more than one empty line here.',
      () => '\n\n',
    ),
    ...hitsOf(
      [body],
      /^(?:[^\S\n]*\n)+(?=.)|(?<=\S[^\S\n]*)\n(?:[^\S\n]*\n)+[^\S\n]*$/gu,
      () => 'The letter begins or ends with an empty line.',
      nothing,
    ),
  ]),
]

const nothing = (): string => ''

const refusal = (found: string): string =>
  `${nameCharacter(found)} cannot stand in a mail. Remove it.`

// Addresses have punctuation of their own.
const linkPattern = /\b(?:https?:\/\/|mailto:|www\.)\S+/giu

// Each run starts after a sign that is not of the run, so that a long run is read once.
const punctuationPattern =
  /(?<!\.)\.\.(?!\.)|\.{4,}|([,;:])\1+|!{2,}|\?{2,}|,[.;:]|[;:][,.]|[!?]\.(?!\.)|(?<=\S)[^\S\n]+[,.](?=\s|$)/gu

function repaired(found: string): string {
  return found.startsWith('....') ? '...' : found.trim().charAt(0)
}

export { checkPacks, openPacks } from './check-packs.ts'
export type { Fallback, LetterChoice } from './choose-template.ts'
export {
  compileTemplate,
  type Dialect,
  type Template,
  type TemplateOptions,
} from './compile-template.ts'
export { createDraft, type Draft, type DraftParts, type EmlOptions } from './draft.ts'
export { createEml, type EmlParts } from './eml.ts'
export type { LetterViews } from './generated/letter-views.ts'
export type {
  BooleanSchema,
  KindContract,
  LetterLimits,
  LetterNeed,
  LetterOutput,
  ListSchema,
  NumberSchema,
  ObjectSchema,
  StringSchema,
  ValueSchema,
} from './kind-contract.ts'
export {
  type ChosenTemplate,
  createLetterBook,
  type LetterBook,
  type LetterBookOptions,
  type RenderedLetter,
} from './letter-book.ts'
export { letterHtml } from './letter-html.ts'
export type { LetterWording } from './letter-wording.ts'
export {
  type AddressForm,
  addressForms,
  type LetterPack,
  type PackTemplate,
  type PackText,
  type Tone,
  tones,
} from './letter-pack.ts'
export { alikeFrom, likeness } from './likeness.ts'
export { isReady, lint } from './lint.ts'
export { type BannedPhrase, createLintLanguage, type LintLanguage } from './lint-language.ts'
export type {
  LetterPart,
  LintCheck,
  LintContext,
  LintFinding,
  LintHit,
  LintLetter,
  LintRule,
  LintSeverity,
  LintSubject,
  LintText,
  OtherNote,
} from './lint-rule.ts'
export { lintRules } from './lint-rules.ts'
export type { LintWords } from './lint-words.ts'
export { type MailAddress, parseEmail, type ParsedEmail } from './mail-address.ts'
export type { MailDate } from './mail-date.ts'
export { createMailto, type Mailto, mailtoLimit, type MailtoParts } from './mailto.ts'
export { locateProblems, type PackFiles, packOfFiles, type PackOfFiles } from './pack-folder.ts'
export { packLimits } from './pack-manifest-check.ts'
export { describeProblem, type PackProblem, type ProblemSeverity } from './pack-problem.ts'
export { sampleFor } from './sample-check.ts'
export { checkView, type CheckedView, type ViewProblem } from './view-check.ts'
export { defaultAddress, salutation, type SalutationInput } from './salutation.ts'
export type { Gender } from './salutation-name.ts'
export {
  type CompleteView,
  type LetterView,
  letterView,
  type MissingFact,
  type PartialView,
} from './letter-view.ts'
export type { LetterFacts, LetterOffer, LetterRecipient } from './letter-view-facts.ts'
export {
  type Custom,
  type CustomEntry,
  customOf,
  customs,
  type CustomStrength,
  type ThankYouCustom,
} from './custom.ts'

import { contractShape, kindPattern, localePattern } from './contract-shape.ts'
import {
  count,
  fields,
  list,
  oneOf,
  record,
  type ShapeCheck,
  type ShapeFault,
  text,
} from './shape-check.ts'
import { templateName } from './template-path.ts'

const manifest = {
  id: text('an id of lower-case letters, digits, dots and hyphens', /^[a-z0-9][a-z0-9.-]{0,79}$/u),
  version: text('a semantic version', /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/u),
  engines: fields({ afterview: text('a version range') }),
  license: text('a licence identifier'),
  locales: list(text('a language tag', localePattern)),
  kinds: list(text('a kind', kindPattern)),
  'address?': record('a language tag', localePattern, oneOf(['informal', 'formal'])),
}

const phrase = text(
  'a phrase of up to 120 characters with at most two gaps',
  /^(?=[^…]*(?:…[^…]*){0,2}$)\S(?:.{0,118}\S)?$/u,
)

/** Checks that a value is the manifest of a pack, `pack.json`. */
export const manifestShape: ShapeCheck = fields(manifest)

/** Checks that a value is a {@link LintWords}. */
export const wordsShape: ShapeCheck = fields({
  language: text('a language', /^[a-z]{2,3}$/u),
  interest: list(phrase),
  banned: list(fields({ phrase, say: text('advice') })),
  salutations: list(phrase),
  placeholders: list(phrase),
})

const shortText = text('a text of up to 200 characters', /^\S(?:.{0,198}\S)?$/u)

function textWith(place: string): ShapeCheck {
  return text(`a text of up to 200 characters with {${place}}`, placePatterns[place])
}

const placePatterns: Readonly<Record<string, RegExp>> = {
  name: /^(?=.{1,200}$).*\{name\}.*$/u,
  time: /^(?=.{1,200}$).*\{time\}.*$/u,
}

/** Checks that a value is a {@link LetterWording}. */
const wordingShape: ShapeCheck = fields({
  language: text('a language', /^[a-z]{2,3}$/u),
  salutation: fields({ person: textWith('name'), team: shortText }),
  media: fields({ video: shortText, phone: shortText, onsite: shortText }),
  clock: textWith('time'),
  'questions?': record('a variable', /^[a-z][A-Za-z]{0,39}$/u, shortText),
})

const textWithFeeds = text('text with line feeds', /^[^\r]*$/u)

const template = fields({
  'subject?': fields({ text: text('one line of text', /^.*$/u), line: count }),
  'replaces?': text('the id of a pack'),
  body: fields({ text: textWithFeeds, line: count }),
})

const packFields = fields({
  format: oneOf([1]),
  ...manifest,
  contracts: record('a kind', kindPattern, contractShape),
  templates: record(
    'a kind',
    kindPattern,
    record('<locale>.<tone>[-<address>]', templateName, template),
  ),
  partials: record(
    'a language tag',
    localePattern,
    record('letters, digits, _ and -', /^[A-Za-z0-9_-]+$/u, textWithFeeds),
  ),
  words: record('a language', /^[a-z]{2,3}$/u, wordsShape),
  'wording?': record('a language', /^[a-z]{2,3}$/u, wordingShape),
})

/** Checks that a value is a {@link LetterPack}. */
export function packFaults(value: unknown): readonly ShapeFault[] {
  return packFields(value, '')
}

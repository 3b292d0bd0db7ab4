/**
 * How somebody wishes to be spoken of, where they, their signature or a word such as `Ms` or `Herr`
 * before the name say so. Never guessed from a name.
 */
export type Gender = 'feminine' | 'masculine'

/** A name taken apart as far as it can be without guessing at somebody's customs. */
export interface PersonName {
  /** The whole name in the order in which it is spoken, without titles and suffixes. May be empty. */
  readonly full: string
  /** What a letter says after "Ms" or "Herr", or `undefined` when the name has one part only. */
  readonly family: string | undefined
  /** Titles such as `Dr.` that stood before the name, or `undefined`. */
  readonly title: string | undefined
  /** How the person is spoken of, where a word such as `Ms` or `Herr` stood before the name. */
  readonly gender: Gender | undefined
}

/**
 * Reads a name as people write it: `Alex Kim`, `Dr. Alex Kim`, `Frau Kim`, `Kim, Alex`,
 * `Alex Kim, PhD`.
 *
 * The family name is the part before a comma, else the last word with the particles before it
 * (`van der Berg`, `de la Cruz`). That is right for most names of the five languages and wrong for
 * names that begin with the family (`Nguyễn Văn An`, `Kim Min-jun`) and for two Spanish surnames;
 * whoever knows better says so and is not overruled. It is only ever used together with a gender or
 * a title that somebody gave; the whole name is used in all other cases, which is right for every order.
 */
export function readName(text: string): PersonName {
  const { honorific, gender, spoken } = splitHonorific(text.replace(/[\s\u{a0}]+/gu, ' ').trim())
  const { title, rest } = splitTitle(spoken)
  const [before = '', ...after] = rest.split(/ ?, ?/u)
  const behind = after.filter((part) => part !== '' && !suffix.test(part)).join(' ')
  if (behind !== '') {
    const full = `${behind} ${before}`
    return { full, family: familyOf(full, behind.split(' ').length), title, gender }
  }
  // "Frau Kim" is all that is known of her name, and "Kim" alone would be curt.
  const isShort = honorific !== undefined && before !== '' && !isWhole(before)
  return isShort
    ? { full: `${honorific} ${before}`, family: before, title, gender }
    : { full: before, family: familyOf(before), title, gender }
}

/**
 * `text` when it is a title that is spoken before a name, such as `Dr.`, `Prof. Dr.` or `Ir.`;
 * else `undefined`. A post such as `CTO` or `Head of Data` is none: nobody is greeted by it.
 */
export function titleOf(text: string | undefined): string | undefined {
  const words = text?.trim().split(/\s+/u) ?? []
  return words.length > 0 && words.every((word) => titleWord.test(word))
    ? words.join(' ')
    : undefined
}

interface Spoken {
  readonly honorific: string | undefined
  readonly gender: Gender | undefined
  /** What stood behind it. */
  readonly spoken: string
}

function splitHonorific(text: string): Spoken {
  for (const [gender, words] of honorifics) {
    const honorific = words.exec(text)?.[0]
    if (honorific !== undefined)
      return { honorific, gender, spoken: text.slice(honorific.length).trim() }
  }
  return { honorific: undefined, gender: undefined, spoken: text }
}

// "M." is not among them: it begins names in English. "Don" is a first name.
const honorifics: readonly (readonly [Gender, RegExp])[] = [
  [
    'feminine',
    /^(?:mrs\.?|ms\.?|miss|mevr\.?|mevrouw|mw\.|frau|mme|madame|mlle|sra\.?|srta\.?|señora)(?= \S)/iu,
  ],
  ['masculine', /^(?:mr\.?|dhr\.?|de heer|herrn?|monsieur|sr\.?|señor)(?= \S)/iu],
]

/** Whether a name has a first name and a family name, particles not counted. */
function isWhole(name: string): boolean {
  return name.split(' ').filter((word) => !particles.has(word.toLowerCase())).length > 1
}

function splitTitle(text: string): { title: string | undefined; rest: string } {
  const words = text.split(' ')
  const found = words.findIndex((word) => !titleWord.test(word))
  const count = found === -1 ? 0 : found
  return { title: titleOf(words.slice(0, count).join(' ')), rest: words.slice(count).join(' ') }
}

function familyOf(name: string, from?: number): string | undefined {
  const words = name.split(' ')
  if (words.length < 2) return undefined
  let start = from ?? words.length - 1
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1
  return words.slice(start).join(' ')
}

// Ended by a dot, or by nothing: `Mag` or `Ing` could hardly be a first name.
const titleWord =
  /^(?:(?:univ\.-)?prof|professor|professora?|profa|professeure?|dr|dra|drs|doktor|doctor|docteure?|doctora|ir|ing|mag|dipl\.-(?:ing|kfm|phys|chem)|ddr)\.?$/iu

// Small letters would be a name: `Ba` and `Ma` are some.
const suffix =
  /^(?:[Jj]r|[Ss]r|I{1,3}|IV|Esq|Ph\.? ?D|M\.?D|MBA|MPH|MA|M\.?Sc|BA|B\.?Sc|CPA|PMP|LL\.?M|RN)\.?$/u

const particles = new Set(
  `van von der den de het ter ten te 't 's d' zu vom zum zur di da do dos das del della dello dei la le les lo du des el al bin bint ibn ben af av y e st. san santa ó o ní ni nic mac mc uí ua`.split(
    ' ',
  ),
)

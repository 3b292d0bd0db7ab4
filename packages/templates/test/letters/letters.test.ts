import { letterKinds } from '@afterview/core'
import {
  checkPacks,
  createLintLanguage,
  defaultAddress,
  likeness,
  alikeFrom,
} from '@afterview/templates'
import { describe, expect, it } from 'vitest'
import { type OwnLetter, ownLetters, ownPack, sampleOf, samplesOf, write } from './own-letters.ts'

describe('the own pack', () => {
  it('is without a problem', () => {
    expect(checkPacks([ownPack])).toEqual([])
  })

  it('addresses people as salutations do when nothing else is asked for', () => {
    const usual = ownPack.locales.flatMap((locale) => {
      const address = defaultAddress(locale)
      return address === undefined ? [] : [[locale, address]]
    })
    expect(ownPack.address).toEqual(Object.fromEntries(usual))
  })

  it.each(ownPack.locales)('has every kind in %s, in a warm and a formal tone', (locale) => {
    const own = ownLetters.filter((letter) => letter.locale === locale)
    for (const tone of ['warm', 'formal']) {
      const kinds = own.filter((letter) => letter.tone === tone).map(({ kind }) => kind)
      expect(new Set(kinds)).toEqual(new Set(letterKinds))
    }
  })
})

describe.each(ownLetters)('$kind in $locale, $tone', (letter) => {
  it('leaves no gap, whatever is left out', () => {
    for (const view of samplesOf(letter)) {
      const { subject, text } = write(letter, view)
      expect({ faults: faultsOf(text), text }).toEqual({ faults: [], text })
      expect(subject.trim()).toBe(subject)
      expect(subject).toMatch(/^\S[^\n]*$/u)
    }
  })

  it('doubles no stop when names, posts and dates end in one', () => {
    for (const view of samplesOf(letter).map(withStops)) {
      const { subject, text } = write(letter, view)
      expect(`${subject}\n${text}`).not.toMatch(/\.\.|\.[!?]|[!?]\./u)
    }
  })

  it('has a fair number of words with everything and with nothing but the necessary', () => {
    const { min = 0, max = Infinity } = letter.contract.limits?.words ?? {}
    const counts = samplesOf(letter).map((view) => wordsOf(letter, write(letter, view).text))
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(min)
    expect(Math.max(...counts)).toBeLessThanOrEqual(max)
  })

  it('has a subject that lists of mails show whole', () => {
    const max = letter.contract.limits?.subject?.max ?? Infinity
    expect(write(letter, sampleOf(letter)).subject.length).toBeLessThanOrEqual(max)
  })
})

describe.each(ownLetters.filter(({ contract }) => contract.needs?.includes('detail')))(
  'two letters of $kind in $locale, $tone',
  (letter) => {
    it('differ when two interviewers talked about different things', () => {
      const sample = sampleOf(letter)
      const one = write(letter, sample).text
      const other = write(letter, { ...sample, salutation: 'Kim!', ...otherTalk }).text
      const [left, right] = [one, other].map((text) => wordListOf(letter, text))
      expect(likeness(left ?? [], right ?? [])).toBeLessThan(alikeFrom)
    })
  },
)

describe.each(ownPack.locales)('the letters in %s', (locale) => {
  const own = ownLetters.filter((letter) => letter.locale === locale)

  it('open and close differently in each tone', () => {
    for (const kind of letterKinds) {
      const texts = own
        .filter((letter) => letter.kind === kind)
        .map((letter) => paragraphsOf(write(letter, sampleOf(letter)).text)[1])
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('begin after the greeting as the language does', () => {
    for (const letter of own.filter(({ contract }) => contract.output === 'letter')) {
      const first = paragraphsOf(write(letter, sampleOf(letter)).text)[1] ?? ''
      // German goes on in small letters after the comma, save for nouns and for Sie and Ihr.
      const pattern = locale.startsWith('de') ? /^(?:\p{Ll}|Sie\b|Ihre?\b)/u : /^[\p{Lu}¿¡]/u
      expect(first).toMatch(pattern)
    }
  })
})

const otherTalk = {
  detail: 'a wholly different matter',
  thought: 'Nobody had asked me that before, and I went home thinking about it.',
}

function paragraphsOf(text: string): readonly string[] {
  return text.split('\n\n')
}

function faultsOf(text: string): readonly string[] {
  return Object.entries(faults).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
}

const faults = {
  'blank lines': /\n\n\n/u,
  edges: /^\s|\s$/u,
  spaces: / {2}|[ \t]\n/u,
  'space before a sign': / [,.)]/u,
  'two signs': /[,.;:][,;:]|,\./u,
  tag: /\{\{|\}\}/u,
  'empty quotes': /“”|„“|""|«\s*»|\(\)/u,
}

function withStops(view: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const stopped = Object.entries(view).map(([name, value]) => {
    if (typeof value === 'string' && stoppedNames.has(name)) return [name, `${value} Co.`]
    if (name === 'company' || name === 'candidate') return [name, stopName(value)]
    return [name, value]
  })
  return Object.fromEntries(stopped)
}

function stopName(value: unknown): unknown {
  return { ...(value as object), name: 'Acme B.V.' }
}

const stoppedNames = new Set([
  'role',
  'interviewDate',
  'interviewWhen',
  'interviewers',
  'decisionDate',
  'newDate',
  'checkInDate',
  'lastContact',
  'nextWhen',
  'nextMedium',
  'nextInterviewers',
  'proposedTimes',
  'scheduledFor',
  'respondBy',
  'requestedDate',
  'acceptedDate',
  'caller',
])

function wordsOf(letter: OwnLetter, text: string): number {
  return wordListOf(letter, text).length
}

function wordListOf({ locale }: OwnLetter, text: string): readonly string[] {
  const words = ownPack.words[locale.split('-')[0] ?? locale]
  return words ? createLintLanguage(words).words(text) : []
}

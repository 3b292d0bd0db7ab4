import { type TimeframeOptions, parseTimeframe } from '@afterview/time'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../property.ts'
import { type PhraseCase, casesOf, read } from './cases.ts'

const locales = ['en', 'nl', 'de', 'fr', 'es'] as const
const cases = locales.flatMap(casesOf)
const readable = cases.filter(({ kind }) => kind !== 'none')

const someCase = fc.constantFrom(...cases)
const readableCase = fc.constantFrom(...readable)

/** Instants from 2020 to 2045, to the minute. */
const reference = fc
  .integer({ min: Date.UTC(2020) / 60_000, max: Date.UTC(2045) / 60_000 })
  .map((minute) => new Date(minute * 60_000).toISOString())
const zone = fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata')
const locale = fc.constantFrom(...locales, undefined)

const options: fc.Arbitrary<TimeframeOptions> = fc.record(
  { reference, zone, locale: fc.constantFrom(...locales) },
  { requiredKeys: ['reference', 'zone'] },
)

function window({ text, ...rest }: PhraseCase, change: (text: string) => string): unknown {
  const result = parseTimeframe(change(text), rest)
  return (
    result && { earliest: result.earliest, latest: result.latest, business: result.businessDays }
  )
}

test('a window never begins before the day it was said on, and never ends before it begins', () => {
  checkProperty(
    fc.property(someCase, reference, zone, (each, reference, zone) => {
      const result = parseTimeframe(each.text, { reference, zone, locale: each.locale })
      if (result === null) return
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(reference))
      expect(result.earliest >= today).toBe(true)
      expect(result.latest === null || result.latest >= result.earliest).toBe(true)
      for (const reading of result.readings) {
        expect(reading.earliest >= today).toBe(true)
        expect(reading.latest === null || reading.latest >= reading.earliest).toBe(true)
      }
    }),
    300,
  )
})

test('the same words are read the same twice', () => {
  checkProperty(
    fc.property(someCase, (each) => {
      expect(read(each)).toEqual(read(each))
    }),
  )
})

test('the first reading is the one that was chosen', () => {
  checkProperty(
    fc.property(readableCase, (each) => {
      const result = read(each)
      expect(result?.readings[0]).toMatchObject({
        earliest: result?.earliest,
        latest: result?.latest,
        businessDays: result?.businessDays,
      })
    }),
  )
})

const doubts: Readonly<Record<string, readonly string[]>> = {
  en: ['Probably', 'Hopefully', 'I think'],
  nl: ['Waarschijnlijk', 'Hopelijk', 'Misschien'],
  de: ['Wahrscheinlich', 'Hoffentlich', 'Vermutlich'],
  fr: ['Probablement', 'Normalement', 'Sans doute'],
  es: ['Probablemente', 'Seguramente', 'Quizás'],
}

test('a word of doubt changes the commitment only', () => {
  checkProperty(
    fc.property(readableCase, fc.nat({ max: 2 }), fc.boolean(), (each, index, isFirst) => {
      const doubt = doubts[each.locale.slice(0, 2)]?.[index] ?? ''
      const doubted = isFirst ? `${doubt}, ${each.text}` : `${doubt} ${each.text}`
      expect(window(each, () => doubted)).toEqual(window(each, (text) => text))
      expect(read({ ...each, text: `${doubt} ${each.text}` })?.commitment).toBeDefined()
    }),
    300,
  )
})

test('capitals, white space and the form of Unicode do not matter', () => {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.replaceAll(' ', '  \n\t'),
    (text) => `  ${text}\n`,
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll("'", '’'),
  ]
  checkProperty(
    fc.property(someCase, fc.constantFrom(...changes), (each, change) => {
      expect(window(each, change)).toEqual(window(each, (text) => text))
    }),
    300,
  )
})

const words = [...new Set(cases.flatMap(({ text }) => text.split(/\s+/)))]
const wordSalad = fc
  .array(fc.constantFrom(...words, ',', '.', '–', '12/03', '15.', '7-11', '99999'), {
    maxLength: 40,
  })
  .map((each) => each.join(' '))

/** Code points of every kind, halves of surrogate pairs included. */
const anyUnicode = fc
  .array(fc.nat({ max: 0x10ffff }), { maxLength: 200 })
  .map((points) => String.fromCodePoint(...points))

test('no text makes it throw: neither any Unicode nor any salad of its own words', () => {
  const text = fc.oneof(anyUnicode, wordSalad)
  checkProperty(
    fc.property(text, options, locale, (text, options, locale) => {
      const result = parseTimeframe(text, { ...options, ...(locale && { locale }) })
      if (result === null) return
      expect(result.latest === null || result.latest >= result.earliest).toBe(true)
      expect(text.slice(...result.matchedRange)).toBe(result.matchedText)
    }),
    1000,
  )
})

import { createEml, type EmlParts } from '@afterview/templates'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzRuns } from './fuzz-runs.ts'
import {
  pythonAbsence,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from './mail-oracles.ts'

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '面接のお時間をいただき',
      'תודה רבה',
      'شكرا جزيلا',
      '👩‍👩‍👧‍👦',
      '👩🏽‍🤝‍👨🏻',
      'e\u0301\u0323',
      'Z\u0351\u036b\u0343\u036a\u0302a\u0334',
      '=?',
      '=?UTF-8?B?',
      '?=',
      '"',
      '\\',
      ',',
      '<>',
      '()',
      ';:',
      '@',
      '.',
      'From ',
      '=3D',
      ' ',
      '  ',
      'x'.repeat(90),
      'é'.repeat(50),
      'O’Brien',
      'a b c',
    ),
  },
)

const line = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text) && text.trim() !== '')

const text = fc
  .array(fc.oneof(line, fc.constantFrom('', '.', '..', 'From here', ' ', '\t', '> quoted')), {
    maxLength: 12,
  })
  .map((lines) => lines.join('\n'))

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/u)
const email = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/u), label)
  .map(([local, host]) => `${local}@${host}.example`)

const address = fc.record({ name: line.map((name) => name.trim()), email })

const parts: fc.Arbitrary<EmlParts> = fc.record({
  to: fc.array(address, { minLength: 1, maxLength: 3 }),
  subject: line,
  text,
  date: fc.constant('2026-11-25T15:30:00+01:00'),
})

const withoutSpaces = (value: string): string => value.replaceAll(' ', '')

function breaches(eml: string): readonly string[] {
  const lines = eml.split('\r\n')
  const head = lines.slice(0, lines.indexOf(''))
  const words = head.join('\n').match(/=\?UTF-8\?B\?[^?]*\?=/gu) ?? []
  const runs = head.join('\n').match(/=\?UTF-8\?B\?[^?]*\?=(?:\s+=\?UTF-8\?B\?[^?]*\?=)*/gu) ?? []
  return [
    ...(/[^\r\n -~\t]/u.test(eml) ? ['not ASCII'] : []),
    ...(/\r(?!\n)|(?<!\r)\n/u.test(eml) ? ['lone line end'] : []),
    ...lines.filter(({ length }) => length > 76).map((line) => `long line ${line}`),
    ...head.filter((line) => line.trim() === '').map(() => 'blank header line'),
    ...words.filter(({ length }) => length > 75).map((word) => `long word ${word}`),
    ...runs.filter(splitsGrapheme).map((run) => `split grapheme in ${run}`),
    ...(lines.slice(head.length).some((row) => row === '.' || row.startsWith('From '))
      ? ['mailbox line']
      : []),
    ...(lines.some((row) => /[ \t]$/u.test(row)) ? ['white space at a line end'] : []),
  ]
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// One run of words is one text; a grapheme may only be split when no word could hold it.
function splitsGrapheme(run: string): boolean {
  const words = run.split(/\s+/u).map((word) => Buffer.from(word.slice(10, -2), 'base64'))
  const texts = words.map((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  const whole = Array.from(graphemes.segment(texts.join('')))
  const ends = texts.map((_, index) => texts.slice(0, index + 1).join('').length)
  return whole.some(
    ({ segment, index }) =>
      Buffer.byteLength(segment) <= 45 &&
      ends.some((end) => end > index && end < index + segment.length),
  )
}

describe('any mail [MAI-7]', () => {
  const runs = fuzzRuns(300)

  it(
    `keeps to the format and is read back by two readers (${runs} runs)`,
    { timeout: 120_000 },
    async () => {
      const property = fc.asyncProperty(parts, async (mail) => {
        const eml = createEml(mail)
        expect(breaches(eml)).toEqual([])
        const expected = { subject: mail.subject, to: mail.to, text: mail.text.replace(/\n$/u, '') }
        expect(await readWithPostalMime(eml)).toEqual(expected)
        expect(await readWithMailparser(eml)).toEqual(expected)
      })
      await fc.assert(property, { numRuns: runs })
    },
  )

  // Left out only where there is no Python 3, as the title then says; `verify` requires it.
  it.skipIf(pythonAbsence)(
    `is read back by Python's strict parser (${runs} runs) ${pythonAbsence ?? ''}`,
    { timeout: 120_000 },
    () => {
      const mails = fc.sample(parts, { numRuns: runs, seed: 20261125 })
      const read = readWithPython(mails.map(createEml))
      for (const [index, mail] of mails.entries()) {
        expect(read[index]?.subject).toBe(mail.subject)
        expect(read[index]?.text).toBe(mail.text.replace(/\n$/u, ''))
        const names = read[index]?.to.map(({ name }) => withoutSpaces(name))
        expect(names).toEqual(mail.to.map(({ name = '' }) => withoutSpaces(name)))
        expect(read[index]?.to.map((one) => one.email)).toEqual(mail.to.map((one) => one.email))
      }
    },
  )
})

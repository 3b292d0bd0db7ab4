import {
  createLintLanguage,
  isReady,
  lint,
  type LintContext,
  type LintFinding,
  type LintLetter,
  lintRules,
} from '@afterview/templates'
import { describe, expect, it } from 'vitest'

const english = createLintLanguage({
  language: 'en',
  interest: ['look* forward to … join*', 'interested in'],
  banned: [
    { phrase: 'just checking in', say: 'ask a concrete question' },
    { phrase: 'I apologi*e', say: 'thank them' },
    { phrase: "don't hesitate … contact", say: 'leave it out' },
  ],
  salutations: ['Dear', 'Dear Dr'],
  placeholders: ['your name here'],
})

const letter = (text: string, subject = 'Thank you'): LintLetter => ({ subject, text })

function found(text: string, context: LintContext = {}, subject = 'Thank you'): readonly string[] {
  return lint(letter(text, subject), { language: english, ...context }).map(
    ({ rule, part, range }) => {
      const source = part === 'subject' ? subject : text
      return `${rule}: ${source.slice(range.start, range.end)}`
    },
  )
}

const mended = (text: string): string =>
  lint(letter(text), { language: english }).reduceRight(
    (result, { range, fix }) =>
      fix === undefined ? result : result.slice(0, range.start) + fix + result.slice(range.end),
    text,
  )

const clean = 'Dear Sam,\n\nThank you for the talk about queues.\n\nAda'

describe('the linter', () => {
  it('finds nothing in a clean letter [LNT-1]', () => {
    expect(found(clean)).toEqual([])
  })

  it('has one id, one severity and one sentence for each rule [LNT-1]', () => {
    expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length)
    for (const { id, about } of lintRules)
      expect([id, about]).toEqual([
        expect.stringMatching(/^[a-z-]+$/u),
        expect.stringMatching(/\.$/u),
      ])
  })

  it('orders what it finds, subject first, then by place [LNT-1]', () => {
    const findings = lint(letter('Dear ,\n\nTODO  now', 'About [Role]'))
    expect(findings.map(({ part, rule }) => `${part} ${rule}`)).toEqual([
      'subject placeholder',
      'text salutation-empty',
      'text punctuation',
      'text placeholder',
      'text double-space',
    ])
  })

  it('calls a letter ready when nothing it finds is an error [LNT-2]', () => {
    expect(isReady(lint(letter('Hello Sam,\n\nfine..')))).toBe(true)
    expect(isReady(lint(letter('Dear ,\n\nfine')))).toBe(false)
    expect(isReady([])).toBe(true)
  })
})

describe('what was left to fill in [LNT-3]', () => {
  it.each([
    ['Hello {{name}}', '{{name}}'],
    ['Hello {{name', '{{name'],
    ['Hello name}}', '}}'],
    ['Hello {name}', '{name}'],
    ['Hello [Name]', '[Name]'],
    ['See [company name here]', '[company name here]'],
    ['at <Company>', '<Company>'],
    ['TODO finish', 'TODO'],
    ['call XXX now', 'XXX'],
    ['on ____ at noon', '____'],
    ['Hello undefined,\n\nfine', 'undefined'],
    ['Hello null,\n\nfine', 'null'],
    ['It is your name here.', 'your name here'],
  ])('%j holds %j', (text, placeholder) => {
    expect(found(text)).toContain(`placeholder: ${placeholder}`)
  })

  it.each([
    'The role of Entwickler [m/w/d].',
    'As [1] says.',
    'Write to <ada@example.com>.',
    'In Spanish, todo is all.',
    'Hello Sam,\n\nUndefined behaviour and null pointers were fun; undefined too.',
    'a {b: 1} c',
    'x < y and y > z',
  ])('%j holds nothing', (text) => {
    expect(found(text).filter((line) => line.startsWith('placeholder'))).toEqual([])
  })

  it.each(['Dear ,', 'Dear,', 'Dear :', 'dear', 'Dear Dr ,', 'Guten Tag ,', 'Hola, :', 'Hola,:'])(
    '%j lacks a name',
    (opening) => {
      expect(found(`${opening}\n\nThank you.`)).toContain(`salutation-empty: ${opening}`)
    },
  )

  it.each([
    'Hello,',
    'Dear Sam,',
    'Guten Tag,',
    'Bonjour !',
    'Dear Dr Ruiz,',
    'Dearest,',
    'Hola, Andrea Ruiz:',
  ])('%j does not', (opening) => {
    expect(found(`${opening}\n\nThank you.`)).toEqual([])
  })

  it('a letter needs a subject; a script and a note do not', () => {
    expect(lint({ text: clean }).map(({ rule }) => rule)).toEqual(['subject-missing'])
    expect(lint({ text: clean, subject: ' ' }).map(({ rule }) => rule)).toContain('subject-missing')
    expect(lint({ text: clean }, { output: 'script' })).toEqual([])
    expect(lint({ text: clean }, { output: 'note' })).toEqual([])
  })
})

describe('what a letter says [LNT-4]', () => {
  const needs: LintContext = { needs: ['detail', 'interest'] }

  it('must name the detail, in the same or other words', () => {
    const context = { ...needs, detail: 'the move to weekly releases' }
    const wants = 'I look forward to joining you.'
    expect(found(`I liked the move to  weekly\nreleases. ${wants}`, context)).not.toContain(
      expect.stringContaining('detail-missing'),
    )
    expect(found(`Moving to releases each week: yes. ${wants}`, context)).toEqual([])
    expect(found(`I liked the coffee. ${wants}`, context)).toEqual([
      `detail-missing: I liked the coffee. ${wants}`,
    ])
  })

  it('must name something even when nothing was noted', () => {
    expect(found('I am interested in this.', needs)).toEqual([
      'detail-missing: I am interested in this.',
    ])
  })

  it('must show interest, within one sentence', () => {
    const context: LintContext = { needs: ['interest'] }
    expect(found('I really LOOK forward to perhaps\njoining you.', context)).toEqual([])
    expect(found('I look forward to it. Joining is easy.', context)).toHaveLength(1)
    expect(found('Uninterested in it.', context)).toHaveLength(1)
  })

  it('is asked for interest only where a language says how', () => {
    expect(() => lint(letter('x'), { needs: ['interest'] })).toThrow('lint-language-missing')
  })

  it.each([
    ['I am just checking\nin again', 'just checking\nin'],
    ['Just Checking In', 'Just Checking In'],
    ['I apologise for it', 'I apologise'],
    ['Please don’t hesitate to ever contact me', 'don’t hesitate to ever contact'],
  ])('%j is weak', (text, phrase) => {
    expect(found(text)).toEqual([`phrase-banned: ${phrase}`])
  })

  it.each(['adjust checking in', 'just checking inside', "don't hesitate. You may contact"])(
    '%j is not',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )

  it('says what to do instead of a weak phrase', () => {
    const [finding] = lint(letter('I apologize for it'), { language: english })
    expect(finding?.message).toBe('"I apologize" weakens the letter: thank them.')
  })

  it('must not name another employer', () => {
    const context: LintContext = {
      company: 'Northwind Traders',
      otherCompanies: ['Northwind', 'Fabrikam', "O'Hara & Co.", 'Indeed', 'Northwind Traders', ''],
    }
    expect(found('Northwind Traders is fine, indeed.', context)).toEqual([])
    expect(found('I want to join Fabrikam, not O’Hara & Co. at all.', context)).toEqual([
      'company-other: Fabrikam',
      'company-other: O’Hara & Co.',
    ])
    expect(found('At Northwind I would', context)).toEqual(['company-other: Northwind'])
    expect(found('fine', context, 'Fabrikam: thank you')).toEqual(['company-other: Fabrikam'])
  })

  it('must greet the right person', () => {
    const context: LintContext = {
      recipient: 'Sam Rivera',
      otherNotes: [{ recipient: 'Kim Rivera' }, { recipient: 'Lee Wong' }],
    }
    expect(found('Dear Sam Rivera,\n\nKim said so.', context)).toEqual([])
    expect(found('Dear Kim,\n\nThank you.', context)).toEqual(['recipient-other: Kim'])
  })

  it.each([
    ['THANK YOU VERY MUCH for it', 'capitals: THANK YOU VERY MUCH'],
    ['We use REST HTTP SQL daily', ''],
    ['THANKS for it', ''],
  ])('%j shouts %j', (text, hit) => {
    expect(found(text)).toEqual(hit === '' ? [] : [hit])
  })

  it('shouts in a subject in capitals, but not in the name of the employer', () => {
    expect(found('x', {}, 'THANK YOU ALL')).toEqual(['capitals: THANK YOU ALL'])
    expect(found('x', {}, 'SQL')).toEqual([])
    const company = 'NORDIC HOUSE TRADE'
    expect(found(`I like ${company} a lot`, { company })).toEqual([])
  })
})

describe('two notes of one round [LNT-5]', () => {
  const note = (name: string, detail: string): string =>
    `Dear ${name},\n\nThank you for the talk on Monday. What you said about ${detail} has stayed with me, and I have gone on thinking about it since. The work is what I would like to do, and I look forward to hearing from you.\n\nAda Lind`

  const about = (recipient: string, text: string): LintContext => ({
    recipient: 'Sam Rivera',
    otherNotes: [{ recipient, text }],
  })

  it('are alike when only the name differs', () => {
    const other = note('Kim Wong', 'the weekly releases')
    expect(found(note('Sam Rivera', 'the weekly releases'), about('Kim Wong', other))).toEqual([
      expect.stringMatching(/^notes-alike/u),
    ])
  })

  it('are not alike when each names its own detail', () => {
    const other = note('Kim Wong', 'hiring the first support engineer next spring')
    expect(
      found(note('Sam Rivera', 'the move to weekly releases'), about('Kim Wong', other)),
    ).toEqual([])
  })

  it('are not compared before the other is written', () => {
    const context: LintContext = { otherNotes: [{ recipient: 'Kim Wong' }] }
    expect(found(note('Sam', 'x'), context)).toEqual([])
  })
})

describe('how long a letter is [LNT-6]', () => {
  const limits = { words: { min: 3, max: 5, fail: 7 }, subject: { max: 10 } }
  const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

  it.each([
    [2, ['words-few']],
    [3, []],
    [5, []],
    [6, ['words-many']],
    [7, ['words-many']],
    [8, ['words-too-many']],
  ])('%i words', (count, rules) => {
    const findings = lint(letter(words(count)), { limits, language: english })
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
  })

  it('counts by the segmenter, so e-mail is two words and Japanese is counted', () => {
    expect(english.words('near-real-time e-mail, please')).toHaveLength(6)
    const japanese = createLintLanguage({
      language: 'ja',
      interest: [],
      banned: [],
      salutations: [],
      placeholders: [],
    })
    expect(japanese.words('面接のお時間をいただきありがとうございました').length).toBeGreaterThan(5)
  })

  it('counts graphemes of the subject', () => {
    expect(found('a word here', { limits }, '👩‍👩‍👧‍👦'.repeat(10))).toEqual([])
    expect(found('a word here', { limits }, 'x'.repeat(11))).toEqual([
      `subject-long: ${'x'.repeat(11)}`,
    ])
  })

  it('warns when a letter does not fit a mailto link; a script need not', () => {
    const text = `Hello,\n\n${'é'.repeat(400)}`
    expect(found(text)).toEqual([`mailto-long: ${text}`])
    expect(found(text, { output: 'script' })).toEqual([])
  })
})

describe('how a letter is set [LNT-7]', () => {
  it.each([
    ['at Northwind B.V.. Thank', 'punctuation: ..', 'at Northwind B.V. Thank'],
    ['yes!! Thank', 'punctuation: !!', 'yes! Thank'],
    ['so,, what', 'punctuation: ,,', 'so, what'],
    ['with Sam , and', 'punctuation:  ,', 'with Sam, and'],
    ['with Sam .', 'punctuation:  .', 'with Sam.'],
    ['so..... what', 'punctuation: .....', 'so... what'],
    ['so,. what', 'punctuation: ,.', 'so, what'],
    ['two  spaces', 'double-space:   ', 'two spaces'],
    ['at the end \nof a line', 'double-space:  ', 'at the end\nof a line'],
    ['one\n\n\n\ntwo', 'blank-lines: \n\n\n\n', 'one\n\ntwo'],
    ['one\n \n\t\ntwo', 'blank-lines: \n \n\t\n', 'one\n\ntwo'],
    ['\n\none', 'blank-lines: \n\n', 'one'],
    ['one\n\n', 'blank-lines: \n\n', 'one'],
    ['a\u0007b', 'character: \u0007', 'ab'],
    ['a\u2028b', 'character: \u2028', 'ab'],
    ['a\ud83db', 'character: \ud83d', 'ab'],
  ])('%j has %j and is mended to %j', (text, hit, result) => {
    expect(found(text)).toContain(hit)
    expect(mended(text)).toBe(result)
  })

  it.each([
    'So ... then, B.V., etc.; fine (really).',
    'See https://example.com/?a=1,,b..c and www.example.com/a,,b.',
    'one\r\n\r\ntwo\tthree',
    '- a list\n  with an indent',
    '-- \nAda',
    'Vraiment ? Oui !',
    'one\n\ntwo\n',
  ])('%j is fine', (text) => {
    expect(found(text)).toEqual([])
  })

  it('a line break in a subject is an error', () => {
    expect(found('x', {}, 'a\nb')).toEqual(['character: \n'])
  })
})

describe('what the linter reports', () => {
  it('is JSON and the same each time [LNT-8]', () => {
    const findings: readonly LintFinding[] = lint(letter('Dear ,\n\n\n\nTODO..'))
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
    expect(lint(letter('Dear ,\n\n\n\nTODO..'))).toEqual(findings)
  })

  it('has offsets of the letter as it is, also with typographic signs [LNT-8]', () => {
    const text = 'Hello,\n\nIt’s “fine” – just checking in'
    const [finding] = lint(letter(text), { language: english })
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('just checking in')
  })

  it.each([
    ['spaces', ' '.repeat(30_000)],
    ['spaces before a letter', `${' '.repeat(30_000)}x`],
    ['line ends', '\n'.repeat(30_000)],
    ['lines of spaces', ' \n'.repeat(15_000)],
    ['brackets', '[ab'.repeat(10_000)],
    ['braces', '{a'.repeat(15_000)],
    ['mustaches', '{{'.repeat(15_000)],
    ['capitals', 'A'.repeat(30_000)],
    ['words in capitals', 'AB '.repeat(30_000)],
    ['halves of phrases', 'don’t hesitate to '.repeat(2000)],
    ['dots', '.'.repeat(30_000)],
    ['commas', ' ,'.repeat(15_000)],
    ['links', 'https://'.repeat(4000)],
    ['underscores', '_ '.repeat(15_000)],
  ])('comes soon also for 30 kB of %s [LNT-9]', (_, filler) => {
    const context: LintContext = {
      language: english,
      needs: ['detail', 'interest'],
      detail: 'x',
      otherNotes: [{ recipient: 'Kim', text: 'Dear Kim' }],
    }
    expect(lint(letter(`Dear Sam,\n\nx${filler}y`), context).length).toBeGreaterThan(0)
    expect(lint(letter(`Dear${filler}x`), context).length).toBeGreaterThan(0)
  })
})

import {
  checkView,
  createLetterBook,
  type LetterBook,
  type LetterChoice,
  lint,
  type ObjectSchema,
  openPacks,
} from '@afterview/templates'
import { isAfterviewError } from '@afterview/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzRuns } from './fuzz-runs.ts'
import { builtPack, sampleFiles, withChange, withFiles } from './sample-pack.ts'

interface Views {
  readonly 'thank-you': {
    readonly salutation: string
    readonly detail?: string | undefined
    readonly company: { readonly name: string }
    readonly coordinator?: { readonly name: string; readonly phone?: string }
    readonly topics?: readonly { readonly title: string; readonly note?: string }[]
  }
}

const book = createLetterBook<Views>({ packs: [builtPack()] })

const view: Views['thank-you'] = {
  salutation: 'Dear Sam,',
  detail: 'queues & caches <3',
  company: { name: "O'Hara" },
}

const errorOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a letter book renders', () => {
  it('subject and text as plain text, and says which template it took [BOK-1]', () => {
    expect(book.render('thank-you', view, { tone: 'warm' })).toEqual({
      kind: 'thank-you',
      output: 'letter',
      locale: 'en',
      tone: 'warm',
      fallbacks: [],
      pack: 'test.letters',
      file: 'templates/thank-you/en.warm.mustache',
      subject: "Thank you, O'Hara",
      text: "Dear Sam,\n\nI liked what you said about queues & caches <3.\n\nI am interested in working with you at O'Hara.\n\nBye",
    })
  })

  it('lists, and names of items before names outside, without ever falling through [BOK-2]', () => {
    const topics = [{ title: 'one', note: 'short' }, { title: 'two' }]
    const coordinator = { name: 'Kim' }
    const { text } = book.render('thank-you', { ...view, topics, coordinator })
    expect(text).toContain('- one (short)\n- two\n')
    expect(text).toContain('Bye\nand greet Kim')
  })

  it('nothing of an optional variable that is absent, undefined or blank [BOK-2]', () => {
    for (const detail of [undefined, '', ' \n']) {
      expect(book.render('thank-you', { ...view, detail }).text).not.toContain('I liked')
    }
  })

  it('the same from a pack that went through JSON, and after a thousand other renderings [BOK-1]', () => {
    const json = JSON.stringify(builtPack())
    const copy = createLetterBook<Views>({ packs: openPacks([JSON.parse(json)]) })
    const expected = book.render('thank-you', view)
    expect(copy.render('thank-you', view)).toEqual(expected)
    for (let index = 0; index < 1000; index += 1)
      book.render('thank-you', { ...view, detail: `${index}` })
    expect(book.render('thank-you', view)).toEqual(expected)
  })

  it('values as they are, whatever they hold [BOK-3]', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (detail) => {
      fc.pre(detail.trim() !== '')
      expect(book.render('thank-you', { ...view, detail }).text).toContain(`about ${detail}.`)
    })
    fc.assert(property, { numRuns: fuzzRuns(200) })
  })
})

describe('a letter book refuses', () => {
  it('a view that does not fit, with every problem at once [BOK-4]', () => {
    const wrong = {
      salutation: ' ',
      detail: 7,
      company: { nam: 'x' },
      topics: [{ title: 'a' }, 'b', { note: null }],
      extra: true,
    }
    const error = errorOf(() =>
      createLetterBook<Record<'thank-you', object>>({ packs: [builtPack()] }).render(
        'thank-you',
        wrong,
      ),
    )
    expect(isAfterviewError(error) ? error.code : error).toBe('view-invalid')
    const details = isAfterviewError(error) ? error.details : {}
    expect(details).toEqual({
      kind: 'thank-you',
      problems: [
        {
          code: 'view-unknown',
          path: 'extra',
          message: expect.stringContaining('is not declared'),
        },
        { code: 'view-empty', path: 'salutation', message: expect.any(String) },
        { code: 'view-type', path: 'detail', message: 'must be of the type string and is 7' },
        { code: 'view-unknown', path: 'company.nam', message: expect.any(String) },
        { code: 'view-missing', path: 'company.name', message: 'is required' },
        {
          code: 'view-type',
          path: 'topics[1]',
          message: 'must be of the type object and is a string',
        },
        { code: 'view-missing', path: 'topics[2].title', message: expect.any(String) },
        {
          code: 'view-type',
          path: 'topics[2].note',
          message: 'must be of the type string and is null',
        },
      ],
    })
  })

  it.each([null, undefined, 7, 'x', [], new Map()])('%o as a view [BOK-4]', (value) => {
    const { 'thank-you': contract } = builtPack().contracts
    const variables: ObjectSchema = contract?.variables ?? { type: 'object', properties: {} }
    expect(checkView(variables, value).ok).toBe(false)
  })

  it('names that only a prototype has [BOK-4]', () => {
    const variables: ObjectSchema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
    }
    const inherited: unknown = Object.create({ a: 'x' })
    expect(checkView(variables, inherited)).toMatchObject({ ok: false })
    expect(checkView(variables, JSON.parse('{"a": "x", "__proto__": {"b": 1}}'))).toMatchObject({
      ok: false,
    })
  })

  it.each([
    ['date', '2026-11-25', true],
    ['date', '2026-02-30', false],
    ['date', '25-11-2026', false],
    ['date', '2026-11-25T00:00', false],
    ['uri', 'https://example.com/a?b=c', true],
    ['uri', 'mailto:sam@example.com', true],
    ['uri', 'javascript:alert(1)', false],
    ['uri', 'https://exa mple.com', false],
    ['uri', 'example.com', false],
    ['email', 'sam@example.com', true],
    ['email', 'sam@example.com, x@example.com', false],
  ] as const)('a %s only in its format: %s %s [BOK-4]', (format, value, isRight) => {
    const variables: ObjectSchema = {
      type: 'object',
      properties: { a: { type: 'string', format } },
    }
    expect(checkView(variables, { a: value }).ok).toBe(isRight)
  })

  it('a value that breaks the subject into lines [BOK-6]', () => {
    const error = errorOf(() =>
      book.render('thank-you', { ...view, company: { name: 'A\nBcc: x' } }),
    )
    expect(error).toMatchObject({ code: 'subject-line-break' })
  })

  it('a kind that no pack has, and a language without a way to English [BOK-6]', () => {
    const anyBook: LetterBook<Record<string, object>> = createLetterBook({ packs: [builtPack()] })
    expect(errorOf(() => anyBook.render('thanks', {}))).toMatchObject({ code: 'kind-unknown' })
    expect(errorOf(() => anyBook.choose('thank-you', { locale: 'not a tag' }))).toMatchObject({
      code: 'locale-invalid',
    })
    const dutch = withFiles({
      'templates/thank-you/en.warm.mustache': undefined,
      'pack.json': (sampleFiles['pack.json'] ?? '').replace('"en",', ''),
    })
    const dutchBook = createLetterBook<Views>({ packs: [builtPack(dutch)] })
    expect(errorOf(() => dutchBook.choose('thank-you', { locale: 'fr' }))).toMatchObject({
      code: 'template-missing',
      details: { locales: ['nl'] },
    })
  })

  it('packs that are wrong, with every problem in the details [BOK-7]', () => {
    const pack = builtPack(
      withChange('templates/thank-you/en.warm.mustache', '{{detail}}', '{{detial}}'),
    )
    const error = errorOf(() => openPacks([pack, 7]))
    expect(error).toMatchObject({
      code: 'pack-invalid',
      details: { problems: [{ code: 'pack-shape' }, { code: 'name-undeclared', line: 8 }] },
    })
  })
})

describe('a template that nobody checked [BOK-7]', () => {
  it('is still refused, with its place, once it is taken', () => {
    const pack = builtPack(
      withChange('templates/thank-you/en.warm.mustache', '{{detail}}', '{{{detail}}}'),
    )
    const unchecked = createLetterBook<Views>({ packs: [pack] })
    expect(errorOf(() => unchecked.render('thank-you', view))).toMatchObject({
      code: 'tag-raw',
      details: { template: 'templates/thank-you/en.warm.mustache', line: 8, column: 29 },
    })
  })

  it.each([
    ['{{#detail}}x', 'template-syntax'],
    ['{{&detail}}', 'tag-raw'],
    ['{{a b}}', 'name-missing'],
    ['{{detial}}', 'name-missing'],
    ['{{company}}', 'value-unprintable'],
    ['{{> nobody}}', 'partial-unknown'],
    ['{{> bye}}', 'partial-circular'],
  ])('never prints %s', (text, code) => {
    const pack = builtPack(
      withFiles({
        'templates/thank-you/en.warm.mustache': `---\nsubject: Hi\n---\n${text}`,
        'partials/en/bye.mustache': '{{#detail}}{{> again}}{{/detail}}',
        'partials/en/again.mustache': '  {{> bye}}\n',
      }),
    )
    const unchecked = createLetterBook<Views>({ packs: [pack] })
    expect(errorOf(() => unchecked.render('thank-you', view))).toMatchObject({
      code,
      details: { line: expect.any(Number), column: expect.any(Number) },
    })
  })

  it('is refused at once where it stands in the way of another', () => {
    expect(errorOf(() => createLetterBook({ packs: [builtPack(), builtPack()] }))).toMatchObject({
      code: 'pack-invalid',
      details: { problems: [{ code: 'template-taken' }, {}, {}] },
    })
  })
})

describe('a letter book chooses [BOK-8]', () => {
  const { 'thank-you': own = {} } = builtPack().templates
  const names = [
    'en.warm',
    'en.neutral',
    'en-US.warm',
    'nl.warm-informal',
    'nl.warm-formal',
    'nl.formal-formal',
    'nl-BE.neutral-formal',
    'de.formal-formal',
    'fr.brief',
  ]
  const pack = {
    ...builtPack(),
    locales: ['en', 'en-US', 'nl', 'nl-BE', 'de', 'fr'],
    templates: {
      'thank-you': Object.fromEntries(
        names.flatMap((name) => (own['en.warm'] ? [[name, own['en.warm']]] : [])),
      ),
    },
    partials: Object.fromEntries(
      ['en', 'nl', 'de', 'fr'].map((language) => [language, { bye: 'Bye\n' }]),
    ),
    words: Object.fromEntries(
      ['en', 'nl', 'de', 'fr'].map((language) => [
        language,
        { language, interest: ['x'], banned: [], salutations: [], placeholders: [] },
      ]),
    ),
  }
  const many = createLetterBook<Views>({ packs: [pack] })

  it.each<[LetterChoice, string, readonly string[]]>([
    [{}, 'en.neutral', []],
    [{ tone: 'warm' }, 'en.warm', []],
    [{ locale: 'en-GB', tone: 'warm' }, 'en.warm', ['locale en-GB>en']],
    [{ locale: 'en-US', tone: 'warm' }, 'en-US.warm', []],
    [{ locale: 'en-US' }, 'en.neutral', ['locale en-US>en']],
    [{ locale: 'en-us-u-hc-h12', tone: 'warm' }, 'en-US.warm', []],
    [{ tone: 'formal' }, 'en.neutral', ['tone formal>neutral']],
    [{ address: 'formal' }, 'en.neutral', []],
    [{ locale: 'nl', tone: 'warm' }, 'nl.warm-informal', []],
    [{ locale: 'nl', tone: 'warm', address: 'formal' }, 'nl.warm-formal', []],
    [{ locale: 'nl' }, 'nl.warm-informal', ['tone neutral>warm']],
    [{ locale: 'nl', tone: 'formal' }, 'nl.formal-formal', []],
    [
      { locale: 'nl', tone: 'formal', address: 'informal' },
      'nl.warm-informal',
      ['tone formal>warm'],
    ],
    [{ locale: 'nl-BE' }, 'nl-BE.neutral-formal', []],
    [{ locale: 'nl-BE', tone: 'warm' }, 'nl.warm-informal', ['locale nl-BE>nl']],
    [
      { locale: 'de', address: 'informal' },
      'de.formal-formal',
      ['tone neutral>formal', 'address informal>formal'],
    ],
    [{ locale: 'fr', tone: 'formal' }, 'fr.brief', ['tone formal>brief']],
    [{ locale: 'sv', tone: 'warm' }, 'en.warm', ['locale sv>en']],
    [{ locale: 'zh-Hant-TW' }, 'en.neutral', ['locale zh-Hant-TW>en']],
  ])('%o as %s', (choice, name, fallbacks) => {
    const chosen = many.choose('thank-you', choice)
    expect(chosen.file).toBe(`templates/thank-you/${name}.mustache`)
    expect(chosen.fallbacks.map(({ axis, asked, used }) => `${axis} ${asked}>${used}`)).toEqual(
      fallbacks,
    )
    expect(many.render('thank-you', view, choice)).toMatchObject(chosen)
  })
})

describe('several books', () => {
  it('share nothing [BOK-9]', () => {
    const other = createLetterBook<Views>({
      packs: [builtPack(withChange('templates/thank-you/en.warm.mustache', 'I liked', 'I loved'))],
    })
    expect(book.render('thank-you', view).text).toContain('I liked')
    expect(other.render('thank-you', view).text).toContain('I loved')
  })

  it('tell the linter what they know of a letter [BOK-10]', () => {
    const letter = book.render('thank-you', view)
    const context = book.lintContext(letter, view)
    expect(context).toMatchObject({
      output: 'letter',
      needs: ['detail', 'interest'],
      detail: view.detail,
      company: "O'Hara",
    })
    expect(lint(letter, context)).toEqual([])
    expect(
      lint({ ...letter, text: 'Hello Sam, thanks for the good talk' }, context).map(
        ({ rule }) => rule,
      ),
    ).toEqual(['detail-missing', 'interest-missing'])
  })

  it('take their kinds and locales from the packs [BOK-10]', () => {
    expect([book.kinds, book.locales]).toEqual([['thank-you'], ['en', 'nl']])
    expect(book.contract('thank-you').output).toBe('letter')
  })
})

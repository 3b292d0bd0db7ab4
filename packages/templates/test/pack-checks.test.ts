import {
  checkPacks,
  type LetterPack,
  locateProblems,
  type PackFiles,
  packOfFiles,
  type PackProblem,
  type PackTemplate,
} from '@afterview/templates'
import { describe, expect, it } from 'vitest'
import { builtPack, sampleFiles, withChange, withFiles } from './sample-pack.ts'

function problemsOf(files: PackFiles): readonly PackProblem[] {
  const { pack, problems } = packOfFiles(files)
  return pack ? [...problems, ...locateProblems(checkPacks([pack]), files)] : problems
}

const summary = ({ code, file, line, column }: PackProblem): string =>
  `${code} ${file}:${line}:${column}`

const english = 'templates/thank-you/en.warm.mustache'
const kind = 'kinds/thank-you.json'

describe('a pack that is right', () => {
  it('has no problems [PCK-1]', () => {
    expect(problemsOf(sampleFiles)).toEqual([])
  })

  it('is the same from files with CRLF and a byte order mark [PCK-1]', () => {
    const files = Object.fromEntries(
      Object.entries(sampleFiles).map(([path, text]) => [
        path,
        `\u{feff}${text.replaceAll('\n', '\r\n')}`,
      ]),
    )
    expect(problemsOf({ ...files, ...withFiles({}) })).toEqual([])
    const marked = problemsOf({
      ...files,
      'partials/en/bye.mustache': sampleFiles['partials/en/bye.mustache'] ?? '',
      'partials/nl/bye.mustache': sampleFiles['partials/nl/bye.mustache'] ?? '',
    })
    expect(marked).toEqual([])
  })

  it('is JSON and survives JSON [PCK-2]', () => {
    const pack = builtPack()
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
    expect(checkPacks([JSON.parse(JSON.stringify(pack))])).toEqual([])
  })
})

describe('the folder [PCK-3]', () => {
  it.each([
    ['no manifest', withFiles({ 'pack.json': undefined }), ['manifest-missing pack.json:1:1']],
    ['a stray file', withFiles({ 'notes.txt': 'x' }), ['file-unknown notes.txt:1:1']],
    [
      'a template in the wrong place',
      withFiles({ 'templates/en.warm.mustache': 'x' }),
      ['file-unknown templates/en.warm.mustache:1:1'],
    ],
    ['broken JSON', withFiles({ 'pack.json': '{\n  "id": x\n}' }), ['json-syntax pack.json:2:9']],
    [
      'a tone that does not exist',
      withFiles({ 'templates/thank-you/en.loud.mustache': '---\nsubject: x\n---\nx' }),
      ['pack-shape templates/thank-you/en.loud.mustache:1:1'],
    ],
    [
      'an unknown key',
      withChange('pack.json', '"license"', '"licence"'),
      ['pack-shape pack.json:1:1', 'pack-shape pack.json:7:14'],
    ],
    [
      'a key that only a built pack has',
      withChange('pack.json', '"license": "MIT"', '"license": "MIT", "templates": {}'),
      ['pack-shape pack.json:7:34'],
    ],
    [
      'a number as version',
      withChange('pack.json', '"1.0.0"', '1.1'),
      ['pack-shape pack.json:3:14'],
    ],
    [
      'a kind without an output',
      withChange(kind, '"output": "letter",', ''),
      ['pack-shape kinds/thank-you.json:1:1'],
    ],
    [
      'an unknown type',
      withChange(kind, '"type": "string"', '"type": "text"'),
      ['pack-shape kinds/thank-you.json:8:17'],
    ],
    [
      'a required name that is not declared',
      withChange(kind, '"salutation",\n      "company"', '"greeting",\n      "company"'),
      ['pack-shape kinds/thank-you.json:58:7'],
    ],
    [
      'limits that fall',
      withChange(kind, '"min": 5', '"min": 70'),
      ['pack-shape kinds/thank-you.json:63:14'],
    ],
    [
      'a detail that is no string',
      withChange(
        kind,
        '"type": "string",\n        "description"',
        '"type": "number",\n        "description"',
      ),
      ['pack-shape kinds/thank-you.json:10:17'],
    ],
    [
      'a name that objects have',
      withChange(kind, '"detail": {', '"constructor": {'),
      expect.arrayContaining(['pack-shape kinds/thank-you.json:10:22']),
    ],
    [
      'a phrase with too many gaps',
      withChange('lint/en.json', '"interested in"', '"a … b … c … d"'),
      ['pack-shape lint/en.json:4:5'],
    ],
    [
      'a locale that is not named',
      withChange('pack.json', '"en",\n    ', ''),
      ['manifest-differs pack.json:8:14'],
    ],
    [
      'a locale without templates',
      withChange('pack.json', '"en",', '"en", "fr",'),
      ['manifest-differs pack.json:9:11'],
    ],
    [
      'a kind without templates',
      withChange('pack.json', '"thank-you"', '"thank-you", "withdraw"'),
      ['manifest-differs pack.json:13:18'],
    ],
    [
      'an address for no locale',
      withChange('pack.json', '"nl": "informal"', '"fr": "informal"'),
      ['manifest-differs pack.json:16:11'],
    ],
    [
      'a kind under another name',
      withChange(kind, '"kind": "thank-you"', '"kind": "thanks"'),
      expect.arrayContaining(['file-misnamed kinds/thank-you.json:2:11']),
    ],
    [
      'words under another name',
      withChange('lint/en.json', '"language": "en"', '"language": "fr"'),
      ['file-misnamed lint/en.json:2:15'],
    ],
  ])('with %s', (_, files, expected) => {
    expect(problemsOf(files).map(summary)).toEqual(expected)
  })

  it('may not be large', () => {
    const large = builtPack(withFiles({ 'partials/en/large.mustache': 'x'.repeat(64 * 1024 + 1) }))
    expect(checkPacks([large]).map(summary)).toEqual([
      'pack-too-large partials/en/large.mustache:1:1',
    ])
    const { 'thank-you': own = {} } = builtPack().templates
    const many: LetterPack = {
      ...builtPack(),
      templates: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`k${index}`, own])),
    }
    expect(checkPacks([many]).map(summary)).toContain('pack-too-large pack.json:1:1')
  })

  it.each([null, 7, 'x', [], {}, { format: 2 }, { ...builtPack(), templates: [] }])(
    'is refused as a whole when it is %o',
    (value) => {
      expect(checkPacks([value]).length).toBeGreaterThan(0)
    },
  )
})

describe('a header [PCK-4]', () => {
  it.each([
    ['none', '---\nsubject', 'subject', 'header-missing', 1],
    ['an end', 'tone: warm\n---', 'tone: warm', 'header-missing', 1],
    ['an unknown key', 'tone: warm', 'mood: warm', 'header-unknown', 3],
    ['no space after the colon', 'tone: warm', 'tone:warm', 'header-unknown', 3],
    ['an empty line', 'tone: warm', '', 'header-unknown', 3],
    ['a key twice', 'tone: warm', 'subject: again', 'header-twice', 3],
    ['an empty value', 'tone: warm', 'tone: ', 'header-empty', 3],
    ['another tone than the file name', 'tone: warm', 'tone: brief', 'header-differs', 1],
    [
      'a form of address that the file name lacks',
      'tone: warm',
      'address: formal',
      'header-differs',
      1,
    ],
    ['no subject', 'subject: Thank you, {{company.name}}', 'tone: warm', 'header-twice', 3],
  ])('with or without %s', (_, from, to, code, line) => {
    expect(problemsOf(withChange(english, from, to)).map(summary)).toContain(
      `${code} ${english}:${line}:1`,
    )
  })

  it('is taken literally', () => {
    const pack = builtPack(
      withChange(
        english,
        'subject: Thank you, {{company.name}}',
        'subject: "Yes": {{company.name}} # no',
      ),
    )
    expect(checkPacks([pack])).toEqual([])
  })

  it('of a letter needs a subject', () => {
    const files = withChange(english, 'subject: Thank you, {{company.name}}\n', '')
    expect(problemsOf(files).map(summary)).toEqual([`subject-missing ${english}:1:1`])
  })
})

describe('a template [PCK-5]', () => {
  it.each([
    ['broken syntax', '{{/topics}}', '{{/topic}}', `template-syntax ${english}:14:1`],
    ['a raw tag', '{{detail}}', '{{{detail}}}', `tag-raw ${english}:8:29`],
    ['an unknown partial', '{{> bye}}', '{{> ciao}}', `partial-unknown ${english}:16:1`],
    [
      'an undeclared name',
      'about {{detail}}',
      'about {{detial}}',
      `name-undeclared ${english}:8:29`,
    ],
    [
      'an undeclared name in the subject',
      '{{company.name}}\ntone',
      '{{company.nam}}\ntone',
      `name-undeclared ${english}:2:21`,
    ],
    [
      'an undeclared section',
      '{{#detail}}\nI',
      '{{#detial}}{{/detial}}{{#detail}}\nI',
      `name-undeclared ${english}:7:1`,
    ],
    [
      'a name of an item outside the list',
      'with you at',
      'with you {{title}} at',
      `name-undeclared ${english}:11:37`,
    ],
    [
      'an optional name outside a section',
      'with you at',
      'with you {{detail}} at',
      `name-unguarded ${english}:11:37`,
    ],
    [
      'an optional name in its inverted section',
      '{{#detail}}\n',
      '{{^detail}}{{detail}}{{/detail}}\n{{#detail}}\n',
      `name-unguarded ${english}:7:12`,
    ],
    [
      'an optional name of an item',
      '{{#note}} ({{note}}){{/note}}',
      '{{note}}',
      `name-unguarded ${english}:13:12`,
    ],
    [
      'a list that is printed',
      'with you at',
      'with {{#topics}}{{/topics}}{{topics}} at',
      `name-unprintable ${english}:11:55`,
    ],
    [
      'an object that is printed',
      'with you at',
      'with {{company}} at',
      `name-unprintable ${english}:11:33`,
    ],
    [
      'an item that is printed whole',
      '{{title}}',
      '{{title}}{{.}}',
      `name-unprintable ${english}:13:12`,
    ],
  ])('with %s', (_, from, to, expected) => {
    expect(problemsOf(withChange(english, from, to)).map(summary)).toEqual([expected])
  })

  it('must use every required variable', () => {
    const files = withChange(english, '{{salutation}}', 'Hello')
    expect(problemsOf(files).map(summary)).toEqual([`name-unused ${english}:5:1`])
  })

  it('is guarded by a section of the path or of an object before it', () => {
    for (const text of [
      '{{#coordinator}}{{coordinator.name}}{{/coordinator}}',
      '{{#coordinator.name}}{{coordinator.name}}{{/coordinator.name}}',
      '{{#coordinator}}{{name}}{{#phone}} {{phone}}{{/phone}}{{/coordinator}}',
      '{{#coordinator}}{{#phone}}{{coordinator.phone}}{{/phone}}{{/coordinator}}',
    ]) {
      expect(
        problemsOf(withChange(english, 'working with you', `working with ${text} you`)).filter(
          ({ code }) => !code.startsWith('sample'),
        ),
      ).toEqual([])
    }
  })

  it('tells a mistake in a partial once, in the partial', () => {
    const files = withChange('partials/nl/bye.mustache', '{{name}}', '{{naam}}')
    expect(problemsOf(files).map(summary)).toEqual([
      'name-undeclared partials/nl/bye.mustache:3:10',
    ])
  })

  it('uses partials of its own language only', () => {
    const files = withFiles({ 'partials/nl/bye.mustache': undefined })
    expect(problemsOf(files).map(({ code, file }) => `${code} ${file}`)).toEqual([
      'partial-unknown templates/thank-you/nl.warm-formal.mustache',
      'partial-unknown templates/thank-you/nl.warm-informal.mustache',
    ])
  })

  it('that shows interest needs words of its language', () => {
    const files = withFiles({ 'lint/nl.json': undefined })
    expect(problemsOf(files).map(({ code }) => code)).toEqual(['words-missing', 'words-missing'])
  })

  it('needs a kind', () => {
    const files = withFiles({ [kind]: undefined })
    expect(new Set(problemsOf(files).map(({ code }) => code))).toEqual(new Set(['kind-unknown']))
  })

  it('and all its problems are told at once', () => {
    const text = '---\nsubject: {{a}}\n---\n{{b}} {{{c}}} {{> d}}\n{{salutation}} {{company.name}}'
    const problems = problemsOf(
      withFiles({ [english]: text, 'partials/en/bye.mustache': '{{#x}}' }),
    )
    expect(problems.map(summary).toSorted()).toEqual([
      `name-undeclared ${english}:2:10`,
      `name-undeclared ${english}:4:1`,
      `partial-unknown ${english}:4:15`,
      'tag-raw templates/thank-you/en.warm.mustache:4:7',
      'template-syntax partials/en/bye.mustache:1:7',
    ])
    for (const { message, help } of problems)
      expect([message, help]).toEqual([
        expect.stringMatching(/[^.]$/u),
        expect.stringMatching(/[^.]$/u),
      ])
  })
})

describe('the sample [PCK-6]', () => {
  it.each([
    [
      'lacks a required variable',
      '"salutation": "Dear Sam Rivera,",',
      '',
      'sample-invalid kinds/thank-you.json:76:13',
    ],
    [
      'has an unknown variable',
      '"salutation": "Dear Sam Rivera,",',
      '"salutation": "Dear Sam Rivera,", "x": 1,',
      'sample-invalid kinds/thank-you.json:77:44',
    ],
    [
      'lacks an optional variable',
      '"detail": "the move to weekly releases",',
      '',
      'sample-incomplete kinds/thank-you.json:76:13',
    ],
    [
      'has a value of the wrong type',
      '"name": "Northwind"',
      '"name": 7',
      'sample-invalid kinds/thank-you.json:80:15',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(problemsOf(withChange(kind, from, to)).map(summary)).toEqual([expected])
  })

  it.each([
    [
      'shows no interest',
      'I am interested in working',
      'I think of working',
      ['sample-interest-missing'],
    ],
    [
      'is too long',
      'I am interested in',
      `I am interested in ${'really '.repeat(80).trim()}`,
      ['sample-words-too-many'],
    ],
    ['holds a placeholder', 'with you at', 'with [Name] at', ['sample-placeholder']],
    [
      'uses a banned phrase',
      'I liked',
      'I was just checking in and liked',
      ['sample-phrase-banned'],
    ],
    ['has double spaces', 'with you at', 'with  you at', ['sample-double-space']],
  ])('makes a letter that %s', (_, from, to, codes) => {
    const found = problemsOf(withChange(english, from, to)).map(({ code }) => code)
    expect([...new Set(found)]).toEqual(codes)
  })

  it('without an optional variable leaves no gap', () => {
    const files = withChange(english, '\n\n{{/detail}}\n', '\n{{/detail}}\n\n')
    const [problem, ...others] = problemsOf(files)
    expect(problem).toMatchObject({ code: 'sample-blank-lines', severity: 'warning' })
    expect(problem?.message).toContain('without detail')
    expect(others).toHaveLength(1)
  })
})

describe('several packs', () => {
  const { 'thank-you': own = {} } = builtPack().templates
  const { 'en.warm': template = { body: { text: '', line: 1 } } } = own

  const addition = (
    templates: Readonly<Record<string, PackTemplate>>,
    changes: Partial<LetterPack> = {},
  ): LetterPack => ({
    ...builtPack(),
    id: 'other.letters',
    locales: ['en'],
    address: {},
    templates: { 'thank-you': templates },
    ...changes,
  })

  it('may not take the same place [PCK-7]', () => {
    const other = addition({ 'en.warm': template })
    expect(checkPacks([builtPack(), other]).map(summary)).toEqual([`template-taken ${english}:1:1`])
  })

  it('may take it with "replaces" [PCK-7]', () => {
    const other = addition({ 'en.warm': { ...template, replaces: 'test.letters' } })
    expect(checkPacks([builtPack(), other])).toEqual([])
    const vain = addition({ 'en.brief': { ...template, replaces: 'no.letters' } })
    expect(checkPacks([builtPack(), vain])).toMatchObject([
      { code: 'replaces-nothing', severity: 'warning' },
    ])
  })

  it('may share a kind, but not declare it differently [PCK-7]', () => {
    const templates = { 'en.brief': template }
    expect(checkPacks([builtPack(), addition(templates, { contracts: {} })])).toEqual([])
    const { 'thank-you': contract } = builtPack().contracts
    const contracts = contract ? { 'thank-you': { ...contract, output: 'note' as const } } : {}
    expect(checkPacks([builtPack(), addition(templates, { contracts })]).map(summary)).toEqual([
      `kind-differs ${kind}:1:1`,
    ])
  })
})

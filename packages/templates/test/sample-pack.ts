import { type LetterPack, type PackFiles, packOfFiles } from '@afterview/templates'

const contract = {
  kind: 'thank-you',
  output: 'letter',
  variables: {
    type: 'object',
    properties: {
      salutation: { type: 'string' },
      detail: { type: 'string', description: 'The one thing that was talked about' },
      company: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      coordinator: {
        type: 'object',
        properties: { name: { type: 'string' }, phone: { type: 'string' } },
        required: ['name'],
      },
      topics: {
        type: 'array',
        items: {
          type: 'object',
          properties: { title: { type: 'string' }, note: { type: 'string' } },
          required: ['title'],
        },
      },
    },
    required: ['salutation', 'company'],
  },
  limits: { words: { min: 5, max: 60, fail: 90 }, subject: { max: 60 } },
  needs: ['detail', 'interest'],
  sample: {
    salutation: 'Dear Sam Rivera,',
    detail: 'the move to weekly releases',
    company: { name: 'Northwind' },
    coordinator: { name: 'Kim', phone: '+31 6 1234 5678' },
    topics: [
      { title: 'queues', note: 'slow' },
      { title: 'caches', note: 'stale' },
    ],
  },
  samples: {
    nl: {
      salutation: 'Beste Sam Rivera,',
      detail: 'de overstap naar wekelijkse releases',
      company: { name: 'Northwind' },
      coordinator: { name: 'Kim', phone: '06 1234 5678' },
      topics: [{ title: 'wachtrijen', note: 'traag' }],
    },
  },
}

const english = `---
subject: Thank you, {{company.name}}
tone: warm
---
{{salutation}}

{{#detail}}
I liked what you said about {{detail}}.

{{/detail}}
I am interested in working with you at {{company.name}}.
{{#topics}}
- {{title}}{{#note}} ({{note}}){{/note}}
{{/topics}}

{{> bye}}
`

const words = {
  language: 'en',
  interest: ['interested in'],
  banned: [{ phrase: 'just checking in', say: 'ask' }],
  salutations: ['Dear'],
  placeholders: [],
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** A small pack that is right, as the files of its folder. */
export const sampleFiles: PackFiles = {
  'pack.json': json({
    id: 'test.letters',
    version: '1.0.0',
    engines: { afterview: '^0.1.0' },
    license: 'MIT',
    locales: ['en', 'nl'],
    kinds: ['thank-you'],
    address: { nl: 'informal' },
  }),
  'kinds/thank-you.json': json(contract),
  'lint/en.json': json(words),
  'lint/nl.json': json({
    ...words,
    language: 'nl',
    interest: ['graag … werken'],
    salutations: ['Beste'],
  }),
  'templates/thank-you/en.warm.mustache': english,
  'templates/thank-you/nl.warm-informal.mustache': english
    .replace('I liked what you said about', 'Ik denk nog aan')
    .replace('I am interested in working with you at', 'Ik zou graag bij jullie werken, bij'),
  'templates/thank-you/nl.warm-formal.mustache': english
    .replace('I liked what you said about', 'Ik denk nog aan')
    .replace('I am interested in working with you at', 'Ik zou graag bij u werken, bij'),
  'partials/en/bye.mustache': 'Bye\n{{#coordinator}}\nand greet {{name}}\n{{/coordinator}}\n',
  'partials/nl/bye.mustache': 'Groet\n{{#coordinator}}\nen groet {{name}}\n{{/coordinator}}\n',
}

/** The files with some replaced; `undefined` removes one. */
export function withFiles(changes: Readonly<Record<string, string | undefined>>): PackFiles {
  const entries = Object.entries({ ...sampleFiles, ...changes })
  return Object.fromEntries(
    entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])),
  )
}

/** One file with a part of its text replaced. Fails when the part is not there. */
export function withChange(path: string, from: string, to: string): PackFiles {
  const text = sampleFiles[path] ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return withFiles({ [path]: text.replace(from, to) })
}

/** The pack of files that are right. */
export function builtPack(files: PackFiles = sampleFiles): LetterPack {
  const { pack, problems } = packOfFiles(files)
  if (!pack) throw new Error(JSON.stringify(problems))
  return pack
}

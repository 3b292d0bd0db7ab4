import {
  allPoints,
  createManifestSchema,
  diagnosticTable,
  formatDiagnostic,
  pointNames,
} from '@afterview/plugin-host'
import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contributionDocs, diagnosticDocs } from '../../scripts/manifest-docs.ts'
import { fuzzRuns } from '../fuzz-runs.ts'
import { codes, readAny, readWith } from './manifest-for-tests.ts'

const command = { command: 'acme-nudges.draft', title: 'Draft' }

describe('a sound manifest', () => {
  test('M1 is read without findings, its defaults filled in', () => {
    const { manifest, diagnostics } = readWith({ contributes: { commands: [command] } })
    expect(diagnostics).toEqual([])
    expect(manifest).toMatchObject({
      id: 'acme.acme-nudges',
      displayName: 'acme-nudges',
      activationEvents: [],
      capabilities: {},
      contributes: { commands: [{ item: command, pointer: '/contributes/commands/0' }], menus: [] },
    })
  })

  test.each(pointNames.filter((name) => name !== 'menus' && name !== 'keybindings'))(
    'M1 the documented example of %s is accepted',
    (name) => {
      const point = allPoints[name]
      const value = point.layout === 'places' ? { sidebar: [point.example] } : [point.example]
      const capabilities = { candidate: { effects: ['draftMessage'] } }
      expect(codes(readWith({ capabilities, contributes: { [name]: value } }))).toEqual([])
    },
  )

  test('M1 tokens carry ranges and versions', () => {
    const read = readWith({
      requires: ['acme.calendar@^1'],
      optional: ['x.y'],
      provides: ['a.b@2.0.0'],
    })
    expect(read.manifest).toMatchObject({
      requires: [{ token: 'acme.calendar', range: '^1' }],
      optional: [{ token: 'x.y', range: '*' }],
      provides: [{ token: 'a.b', version: '2.0.0' }],
    })
  })
})

type Row = readonly [string, Readonly<Record<string, unknown>>, readonly string[]]

const faults: readonly Row[] = [
  ['no name', { name: undefined }, ['error manifest-shape ']],
  ['a publisher of the wrong type', { publisher: 7 }, ['error manifest-shape /publisher']],
  ['no engines', { engines: undefined }, ['error manifest-shape ']],
  ['engines without afterview', { engines: {} }, ['error manifest-shape /engines']],
  [
    'activation events that are no texts',
    { activationEvents: [1] },
    ['error manifest-shape /activationEvents/0'],
  ],
  ['a version that is not semantic', { version: '1.x' }, ['error version-invalid /version']],
  [
    'a range that cannot be read',
    { engines: { afterview: 'one' } },
    ['error engine-invalid /engines/afterview'],
  ],
  ['the range *', { engines: { afterview: '*' } }, ['error engine-loose /engines/afterview']],
  [
    'the range x.x.x',
    { engines: { afterview: 'x.x.x' } },
    ['error engine-loose /engines/afterview'],
  ],
  [
    'a range below 1 without minor',
    { engines: { afterview: '0.x' } },
    ['error engine-loose /engines/afterview'],
  ],
  [
    'a range for another version',
    { engines: { afterview: '^2.0.0' } },
    ['error engine-mismatch /engines/afterview'],
  ],
  ['main outside the folder', { main: '../node.js' }, ['error path-outside /main']],
  ['main as a URL', { main: 'https://x.example/a.js' }, ['error path-outside /main']],
  ['main that climbs in the middle', { main: './a/../../b.js' }, ['error path-outside /main']],
  [
    'events without code',
    { main: undefined, activationEvents: ['onState:waiting'] },
    ['error activation-without-code /activationEvents'],
  ],
  [
    'an unknown event',
    { activationEvents: ['onFoo:x'] },
    ['warning activation-unknown /activationEvents/0'],
  ],
  [
    'an unknown state',
    { activationEvents: ['onState:waitin'] },
    ['warning name-unknown /activationEvents/0'],
  ],
  ['the event *', { activationEvents: ['*'] }, ['warning activation-star /activationEvents/0']],
  [
    'a dependency on itself',
    { extensionDependencies: ['acme.acme-nudges'] },
    ['error dependency-invalid /extensionDependencies/0'],
  ],
  [
    'a dependency that is no id',
    { extensionDependencies: ['base'] },
    ['error dependency-invalid /extensionDependencies/0'],
  ],
  [
    'a token without a version after @',
    { provides: ['a.b@'] },
    ['error token-invalid /provides/0'],
  ],
  [
    'a tier without code',
    { isolation: { supports: ['webworker'] } },
    ['error isolation-without-code /isolation/supports/0'],
  ],
  [
    'an unknown field to read',
    { capabilities: { candidate: { read: ['stag'] } } },
    ['warning capability-unknown /capabilities/candidate/read/0'],
  ],
  [
    'an unknown effect',
    { capabilities: { candidate: { effects: ['send'] } } },
    ['warning capability-unknown /capabilities/candidate/effects/0'],
  ],
  [
    'a domain without https',
    { capabilities: { network: { allowedDomains: ['http://x.example'], reasoning: 'why' } } },
    ['error domain-invalid /capabilities/network/allowedDomains/0'],
  ],
  [
    'network access without a reason',
    { capabilities: { network: { allowedDomains: ['https://x.example'] } } },
    ['warning domain-unexplained /capabilities/network'],
  ],
  [
    'an unknown proposal',
    { enabledApiProposals: ['agendMenu'] },
    ['error proposal-unknown /enabledApiProposals/0'],
  ],
  [
    'a proposal that has ended',
    { enabledApiProposals: ['old'] },
    ['error proposal-expired /enabledApiProposals/0'],
  ],
]

const faultsOfContributions: readonly Row[] = [
  ['an unknown point', { comands: [] }, ['warning point-unknown /contributes/comands']],
  ['a point of the wrong shape', { commands: {} }, ['error manifest-shape /contributes/commands']],
  [
    'an item without title',
    { commands: [{ command: 'acme-nudges.x' }] },
    ['error manifest-shape /contributes/commands/0'],
  ],
  [
    'an item with an unknown field',
    { commands: [{ ...command, tilte: '' }] },
    ['error manifest-shape /contributes/commands/0/tilte'],
  ],
  [
    'a command without the prefix',
    { commands: [{ command: 'other.x', title: 'X' }] },
    ['error id-prefix /contributes/commands/0/command'],
  ],
  [
    'a command listed twice',
    { commands: [command, command] },
    ['warning id-duplicate /contributes/commands/1'],
  ],
  [
    'a clause that cannot be read',
    { commands: [{ ...command, enablement: 'a =' }] },
    ['error when-invalid /contributes/commands/0/enablement'],
  ],
  [
    'arguments with a faulty schema',
    { commands: [{ ...command, args: { type: 'text' } }] },
    ['error schema-invalid /contributes/commands/0/args'],
  ],
  [
    'arguments with a pattern that can hang',
    { commands: [{ ...command, args: { pattern: '(a+)+$' } }] },
    ['error schema-invalid /contributes/commands/0/args'],
  ],
  [
    'a menu with an undeclared command',
    { menus: { application: [{ command: 'acme-nudges.draf' }] } },
    ['error command-undeclared /contributes/menus/application/0/command'],
  ],
  [
    'an unknown menu',
    { commands: [command], menus: { aplication: [{ command: command.command }] } },
    ['warning menu-unknown /contributes/menus/aplication'],
  ],
  [
    'a menu of a proposal',
    { menus: { agenda: [{ command: 'application.open' }] } },
    ['error proposal-not-enabled /contributes/menus/agenda'],
  ],
  [
    'a keybinding with an undeclared command',
    { keybindings: [{ command: 'x.y', key: 'ctrl+k' }] },
    ['error command-undeclared /contributes/keybindings/0/command'],
  ],
  [
    'a default that breaks its schema',
    {
      configuration: {
        title: 'T',
        properties: { 'acmeNudges.days': { type: 'integer', default: 'x' } },
      },
    },
    ['error default-invalid /contributes/configuration/properties/acmeNudges.days/default'],
  ],
  [
    'a setting without the prefix',
    { configuration: { title: 'T', properties: { days: { default: 1 } } } },
    ['error id-prefix /contributes/configuration/properties/days'],
  ],
  [
    'a policy with an effect that is not allowed',
    { policies: [{ id: 'p', on: 'onState:waiting', effect: 'draftMessage', payload: {} }] },
    ['error capability-missing /contributes/policies/0/effect'],
  ],
  [
    'a policy of both kinds',
    { policies: [{ id: 'p', values: { 'checkIn.wait': 5 }, on: 'onState:offer' }] },
    ['error policy-unclear /contributes/policies/0'],
  ],
  [
    'a policy for an unknown key',
    { policies: [{ id: 'p', values: { 'checkin.wait': 5 } }] },
    ['warning name-unknown /contributes/policies/0/values/checkin.wait'],
  ],
  [
    'an obligation due in two ways',
    { obligations: [{ id: 'o', title: 'T', on: 'onState:waiting', due: { days: 1, hours: 2 } }] },
    ['error due-unclear /contributes/obligations/0/due'],
  ],
  [
    'letters outside the folder',
    { letters: [{ id: 'l', path: '/etc/passwd' }] },
    ['error path-outside /contributes/letters/0/path'],
  ],
  [
    'letters of an unknown kind',
    { letters: [{ id: 'l', path: './l.json', kinds: ['thanks'] }] },
    ['warning name-unknown /contributes/letters/0/kinds/0'],
  ],
  [
    'an effect that the core has not',
    { effects: [{ id: 'e', type: 'stage.anounce' }] },
    ['warning name-unknown /contributes/effects/0/type'],
  ],
  [
    'a view in an unknown place',
    { views: { sidebr: [{ id: 'v', title: 'V' }] } },
    ['warning menu-unknown /contributes/views/sidebr'],
  ],
]

describe('a faulty manifest', () => {
  test.each(faults)('M2 %s', (_, changes, expected) => {
    expect(codes(readWith(changes, { today: '2026-11-23' }))).toEqual(expected)
  })

  test.each(faultsOfContributions)('M3 %s', (_, contributes, expected) => {
    expect(codes(readWith({ contributes }))).toEqual(expected)
  })

  test('M4 tells all problems at once, those of contributions too when the base is broken', () => {
    const read = readWith({
      version: 7,
      engines: { afterview: '*' },
      contributes: { commands: [{}] },
    })
    expect(read.manifest).toBeUndefined()
    expect(codes(read)).toEqual([
      'error manifest-shape /version',
      'error manifest-shape /contributes/commands/0',
      'error manifest-shape /contributes/commands/0',
    ])
  })

  test('M5 a faulty contribution is left out and the others stay', () => {
    const read = readWith({ contributes: { commands: [{ command: 'x' }, command] } })
    expect(read.manifest?.contributes.commands.map(({ item }) => item.command)).toEqual([
      'acme-nudges.draft',
    ])
  })

  test('M6 contributions that need code are errors without code, declarative ones are not', () => {
    const contributes = {
      commands: [command],
      policies: [{ id: 'p', values: { 'checkIn.wait': 5 } }],
      locales: [{ locale: 'de', path: './de.json' }],
    }
    expect(codes(readWith({ main: undefined, contributes }))).toEqual([
      'error code-missing /contributes/commands/0',
    ])
  })

  test('M7 an event that follows from a contribution is redundant', () => {
    const read = readWith({
      activationEvents: ['onCommand:acme-nudges.draft'],
      contributes: { commands: [command] },
    })
    expect(codes(read)).toEqual(['info activation-redundant /activationEvents/0'])
  })

  test('M8 every code of the table has a row in these tests or its own', () => {
    const elsewhere = new Set([
      'json-syntax',
      'json-duplicate',
      'message-missing',
      'file-missing',
      'id-taken',
      'code-missing',
      'activation-redundant',
    ])
    const tested = [...faults, ...faultsOfContributions].flatMap(([, , expected]) => expected)
    const missing = Object.keys(diagnosticTable).filter(
      (code) => !elsewhere.has(code) && !tested.some((row) => row.includes(` ${code} `)),
    )
    expect(missing).toEqual([])
  })
})

describe('a manifest as text', () => {
  const text = `{
  "name": "acme-nudges",
  "publisher": "acme",
  "version": "1.2.0",
  "version": "1.2.1",
  "engines": { "afterview": "*" },
  "main": "./x.js",
  "contributes": { "commands": [{ "command": "acme-nudges.a", "title": "A", "enablement": "\\u0061 && &&" }] }
}`

  test('M9 findings have line and column, when-clauses to the character', () => {
    expect(readAny(text).diagnostics.map((one) => formatDiagnostic(one, 'package.json'))).toEqual([
      'package.json:5:3 warning json-duplicate: version stands twice. Fix: remove one of the two.',
      'package.json:6:29 error engine-loose: The range * takes versions that may break the plugin. Fix: write a range such as ^1.2.0.',
      'package.json:8:102 error when-invalid: Expected a key, true, false, ! or (, found &&, at character 6 of a && &&. Fix: write it after the grammar of when-clauses.',
    ])
  })

  test.each([
    ['{ "name": }', 'Expected a value, found }', 11],
    ['{ "name" "x" }', 'Expected a colon, found "', 10],
    ['{ "a": 1, }', 'Expected a name in double quotes, found }', 11],
    ['{ "a": "x }', 'Expected a text that is closed and escaped right, found "', 8],
    ['[1] 2', 'Expected the end of the file, found 2', 5],
    ['', 'Expected a value, found the end of the file', 1],
  ])('M9 %s is no JSON, and the place is told', (broken, message, column) => {
    expect(readAny(broken).diagnostics).toMatchObject([
      { code: 'json-syntax', message, line: 1, column },
    ])
  })
})

describe('any input', () => {
  test('M10 gives findings and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), fc.string()), (input) => {
        expect(readAny(input).manifest).toBeUndefined()
        expect(readAny(input).diagnostics.length).toBeGreaterThan(0)
      }),
      { numRuns: fuzzRuns(300) },
    )
  })

  test('M10 gives findings and never throws, with any value in any field', () => {
    const field = fc.constantFrom(
      'name',
      'version',
      'engines',
      'main',
      'activationEvents',
      'extensionDependencies',
      'requires',
      'provides',
      'capabilities',
      'isolation',
      'enabledApiProposals',
      'contributes',
    )
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        expect(Array.isArray(readWith({ [name]: value }).diagnostics)).toBe(true)
      }),
      { numRuns: fuzzRuns(300) },
    )
  })

  test('M10 gives findings and never throws, with any value in any contribution', () => {
    const item = fc.dictionary(
      fc.constantFrom(
        'id',
        'command',
        'title',
        'when',
        'path',
        'on',
        'args',
        'properties',
        'due',
        'values',
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.constantFrom('acme-nudges.x', 'a && (', './x.json', 'onState:waiting'),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...pointNames), fc.array(item), (name, items) => {
        const read = readWith({ contributes: { [name]: items } })
        expect(read.manifest?.contributes[name].length ?? 0).toBeLessThanOrEqual(items.length)
      }),
      { numRuns: fuzzRuns(500) },
    )
  })

  test('M10 text nested without end is refused, not followed', () => {
    expect(readAny('['.repeat(1_000_000)).diagnostics).toMatchObject([{ code: 'json-syntax' }])
  })

  test('M11 a JSON text is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const manifest = {
          name: 'a',
          publisher: 'b',
          version: '1.0.0',
          engines: { afterview: '^1.0.0' },
        }
        const text = JSON.stringify(
          { ...manifest, main: './x.js', contributes: { x: value } },
          null,
          indent,
        )
        expect(readAny(text).manifest).toEqual(readAny(JSON.parse(text)).manifest)
      }),
      { numRuns: fuzzRuns(300) },
    )
  })
})

describe('texts for people', () => {
  const bundles = {
    en: { draft: 'Draft a nudge', name: 'Nudges' },
    de: { draft: 'Anstupser', name: 'Anstupser' },
  }
  const translated = {
    displayName: '%name%',
    contributes: { commands: [{ ...command, title: '%draft%' }] },
  }

  test('M12 %key% is replaced by the text of the language, %%key% stays as it reads', () => {
    const { manifest, diagnostics } = readWith(
      { ...translated, description: '%%raw%' },
      { bundles, locale: 'de-AT' },
    )
    expect(diagnostics).toEqual([])
    expect(manifest).toMatchObject({ displayName: 'Anstupser', description: '%raw%' })
    expect(manifest?.contributes.commands[0]?.item.title).toBe('Anstupser')
  })

  test('M12 a key without a text in one language is an error that names the language', () => {
    const read = readWith(translated, { bundles: { ...bundles, nl: { name: 'Duwtjes' } } })
    expect(codes(read)).toEqual(['error message-missing /contributes/commands/0/title'])
    expect(read.diagnostics[0]?.message).toBe('The text %draft% is missing in nl')
  })
})

test('M13 the published schema is the one that the checks come from', async () => {
  const file = new URL('../../schema/plugin.schema.json', import.meta.url)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(createManifestSchema())
})

test('M13 the pages about contribution points and diagnostics come from the same source', async () => {
  const page = (name: string): Promise<string> =>
    readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
  expect(await page('contribution-points.md')).toBe(contributionDocs())
  expect(await page('diagnostics.md')).toBe(diagnosticDocs())
})

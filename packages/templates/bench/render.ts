import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compileTemplate } from '@afterview/templates'
import { Eta } from 'eta'
import Handlebars from 'handlebars'
import Mustache from 'mustache'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { bundleSize } from './bundle-size.ts'
import { etaLetter, handlebarsLetter, mustacheLetter, view } from './letter.ts'

const rounds = 21
const milliseconds = 40

/** Renderings a second of one letter by this package and its peers, and what the package weighs. */
export async function bench(): Promise<BenchTable> {
  const rates = measure(contestants())
  const ours = rates.get('this package') ?? 0
  const rows = [...rates].map(([name, value]) => ({
    name,
    value,
    unit: 'letters/s',
    ...(name === 'this package'
      ? {}
      : { ratio: ours / value, note: 'ratio: this package against it' }),
  }))
  return {
    title:
      'Templates: one letter of 116 words, 8 values, a list of 3; median of 21 interleaved rounds',
    rows: [...rows, ...(await sizes())],
  }
}

function contestants(): ReadonlyMap<string, () => string> {
  const template = compileTemplate(mustacheLetter)
  const config = { escape: String }
  const cached = new Mustache.Writer()
  const parsed = new Mustache.Writer()
  const tokens: string[][] = parsed.parse(mustacheLetter)
  const handlebars = Handlebars.compile(handlebarsLetter, { strict: true, noEscape: true })
  const eta = new Eta({ autoEscape: false, autoTrim: false })
  const compiled = eta.compile(etaLetter)
  return new Map([
    ['this package', () => template.render(view)],
    [
      'mustache, tokens parsed before',
      () =>
        parsed.renderTokens(tokens, new Mustache.Context(view), undefined, mustacheLetter, config),
    ],
    ['mustache, cache by text', () => cached.render(mustacheLetter, view, undefined, config)],
    ['handlebars, compiled, strict', () => handlebars(view)],
    ['eta, compiled', () => eta.render(compiled, view)],
  ])
}

function measure(runs: ReadonlyMap<string, () => string>): ReadonlyMap<string, number> {
  const expected = compileTemplate(mustacheLetter).render(view)
  const samples = new Map([...runs.keys()].map((name) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of runs) {
      if (run() !== expected) throw new Error(`${name} renders another text`)
      const value = rate(run)
      // The first round warms up.
      if (round > 0) samples.get(name)?.push(value)
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]))
}

function rate(run: () => string): number {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < milliseconds) {
    for (let index = 0; index < 100; index += 1) run()
    count += 100
  }
  return (count * 1000) / (performance.now() - start)
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

async function sizes(): Promise<BenchTable['rows']> {
  const packs = readdirSync(join(import.meta.dirname, '../src/packs')).toSorted()
  const modules = [
    ['strict templates', '../src/index.ts', '{ compileTemplate }'],
    ['letters rendered', '../src/index.ts', '{ createLetterBook }'],
    ['… linted and handed over', '../src/index.ts', '{ createLetterBook, lint, createDraft }'],
    [
      '… and packs checked',
      '../src/index.ts',
      '{ createLetterBook, lint, createDraft, checkPacks }',
    ],
    ...packs.map((file) => [`letters of ${file.replace('.ts', '')}`, `../src/packs/${file}`, '*']),
  ]
  return Promise.all(
    modules.map(async ([name = '', path = '', names]) => {
      const { minified, gzipped } = await bundleSize(path, names)
      return {
        name,
        value: gzipped / 1000,
        unit: 'kB gzip',
        note: `${(minified / 1000).toFixed(1)} kB minified`,
      }
    }),
  )
}

if (import.meta.main) console.table((await bench()).rows)

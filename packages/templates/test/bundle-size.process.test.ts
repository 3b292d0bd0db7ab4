import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundle, bundleSize } from '../bench/bundle-size.ts'

const packs = join(import.meta.dirname, '../src/packs')

// What they are now, `node bench/render.ts` prints. Each limit leaves about a tenth of room, except
// that an app that renders, lints and hands over stays below 12 kB, mustache included.
describe('what a browser loads, after gzip [SIZ-1]', () => {
  it.each([
    ['templates alone', '{ compileTemplate }', 5.5],
    ['letters rendered', '{ createLetterBook }', 8.2],
    ['mail drafts', '{ createDraft }', 3.3],
    ['the linter', '{ lint, isReady, createLintLanguage }', 4.7],
    [
      'letters rendered, linted and handed over',
      '{ createLetterBook, lint, isReady, createDraft }',
      12,
    ],
    [
      'packs checked as well',
      '{ createLetterBook, lint, isReady, createDraft, checkPacks, openPacks }',
      20.4,
    ],
  ])('%s', async (_, names, kilobytes) => {
    const { gzipped } = await bundleSize('../src/index.ts', names)
    expect(gzipped).toBeLessThan(kilobytes * 1000)
  })

  it.each(readdirSync(packs))('the letters of one language: %s', async (file) => {
    const { gzipped } = await bundleSize(`../src/packs/${file}`)
    expect(gzipped).toBeLessThan(20_000)
  })

  it('runs where text may not become code, as under a strict content security policy [SIZ-2]', async () => {
    const code = await bundle(`
      import { checkPacks, compileTemplate, createDraft, createLetterBook, lint } from '../src/index.ts'
      import { letters } from '../src/packs/en.ts'
      const template = compileTemplate('{{#a}}{{> b}}{{/a}}', { partials: { b: 'Hi {{name}}' } })
      const draft = createDraft({ subject: 'Hi', text: template.render({ a: true, name: 'Sam' }), to: [] })
      const book = createLetterBook({ packs: [letters] })
      const letter = book.render('thank-you', book.contract('thank-you').sample)
      console.log(draft.text, letter.kind, checkPacks([letters]).length, lint({ text: 'Dear ,' }).length)
    `)
    const run = spawnSync(
      process.execPath,
      ['--disallow-code-generation-from-strings', '--input-type=module'],
      { input: code, encoding: 'utf8' },
    )
    expect([run.stderr, run.stdout]).toEqual(['', 'Hi Sam thank-you 0 3\n'])
  })
})

import { describe, expect, it } from 'vitest'
import { bundleSize } from '../bench/bundle-size.ts'

// Measured sizes stand in docs/size.md; each limit leaves about a tenth of room.
describe('what a browser loads, after gzip [SIZ-1]', () => {
  it.each([
    ['templates alone', '{ compileTemplate }', 5.8],
    ['letters rendered', '{ createLetterBook }', 11.5],
    ['mail drafts', '{ createDraft }', 4.4],
    ['the linter', '{ lint, isReady, createLintLanguage }', 5.2],
    [
      'letters rendered, linted and handed over',
      '{ createLetterBook, lint, isReady, createDraft }',
      18,
    ],
    [
      'packs checked as well',
      '{ createLetterBook, lint, isReady, createDraft, checkPacks, openPacks }',
      23,
    ],
  ])('%s', async (_, names, kilobytes) => {
    const { gzipped } = await bundleSize('../src/index.ts', names)
    expect(gzipped).toBeLessThan(kilobytes * 1000)
  })

  it.each(['en'])('the letters of one language: %s', async (language) => {
    const { gzipped } = await bundleSize(`../src/packs/${language}.ts`)
    expect(gzipped).toBeLessThan(20_000)
  })

  it('no eval and no function made of text, so that a strict content security policy holds [SIZ-2]', async () => {
    const { code } = await bundleSize(
      '../src/index.ts',
      '{ createLetterBook, lint, createDraft, checkPacks }',
    )
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/u)
  })
})

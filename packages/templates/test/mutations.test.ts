import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownLetters } from './letters/own-letters.ts'
import { catchesOf, type Mutation, mutations } from './mutations.ts'

const kinds = [...new Set(ownLetters.map(({ kind }) => kind))]

describe('a spoiled letter is caught [G3]:', () => {
  it.each(mutations)('$title', (mutation) => {
    const missed = ownLetters.filter((letter) => {
      const found = catchesOf(letter, mutation)
      return found !== undefined && !mutation.rules.some((rule) => found.includes(rule))
    })
    expect(missed.map(({ kind, locale, tone }) => `${kind} ${locale} ${tone}`)).toEqual([])
  })

  it('as the table in docs/mutations.md says', async () => {
    await expect(table()).toMatchFileSnapshot(join(import.meta.dirname, '../docs/mutations.md'))
  })
})

function table(): string {
  const titles = mutations.map(({ title }) => title)
  const rules = mutations.map((mutation) =>
    mutation.rules.map((rule) => `\`${rule}\``).join(' or '),
  )
  return [
    '# What catches a spoiled letter',
    '',
    'Every letter, script and note of this package is rendered with its sample and then spoiled in each of these ways. A cell says how many of the templates of a kind were spoiled and caught; `–` means that the kind cannot be spoiled so. Made and asserted by `test/mutations.test.ts`.',
    '',
    row(['spoiled by', 'caught by']),
    row(['---', '---']),
    ...titles.map((title, index) => row([title, rules[index] ?? ''])),
    '',
    row(['kind', ...titles]),
    row(['---', ...titles.map(() => '---')]),
    ...kinds.map((kind) => row([kind, ...mutations.map((mutation) => cell(kind, mutation))])),
    '',
  ].join('\n')
}

function cell(kind: string, mutation: Mutation): string {
  const found = ownLetters
    .filter((letter) => letter.kind === kind)
    .flatMap((letter) => [catchesOf(letter, mutation) ?? []].filter(({ length }) => length > 0))
  const caught = found.filter((rules) => mutation.rules.some((rule) => rules.includes(rule)))
  return found.length === 0 ? '–' : `${caught.length} of ${found.length}`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

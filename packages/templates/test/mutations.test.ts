import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownLetters } from './letters/own-letters.ts'
import { catchesOf, type Mutation, mutations } from './mutations.ts'

const kinds = [...new Set(ownLetters.map(({ kind }) => kind))]

// Each letter is spoiled once, for the list below and for the table.
const catches = new Map(
  mutations.map((mutation) => [
    mutation,
    ownLetters.map((letter) => ({ letter, found: catchesOf(letter, mutation) })),
  ]),
)

const isCaught = (mutation: Mutation, found: readonly string[]): boolean =>
  mutation.rules.some((rule) => found.includes(rule))

describe('a spoiled letter is caught [OWN-3]:', () => {
  it.each(mutations)('$title', (mutation) => {
    const spoiled = catches.get(mutation) ?? []
    const missed = spoiled.filter(({ found }) => found !== undefined && !isCaught(mutation, found))
    expect(
      missed.map(
        ({ letter: { kind, locale, tone }, found }) =>
          `${kind} ${locale} ${tone}: ${String(found)}`,
      ),
    ).toEqual([])
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
  const spoiled = (catches.get(mutation) ?? []).flatMap(({ letter, found }) =>
    letter.kind === kind && found !== undefined ? [found] : [],
  )
  const caught = spoiled.filter((found) => isCaught(mutation, found))
  return spoiled.length === 0 ? '–' : `${caught.length} of ${spoiled.length}`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

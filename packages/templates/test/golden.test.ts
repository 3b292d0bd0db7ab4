import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { staleModules } from '../scripts/build-pack.ts'
import { ownLetters, ownPack, ownPlaces, sampleOf, write } from './letters/own-letters.ts'

// A change of a letter shows here. Look at it, then: vitest run --project @afterview/templates golden -u
const folder = join(import.meta.dirname, 'golden')

const names = ownPlaces.map((place) => `${place}.txt`)

describe('the letters of this package', () => {
  it.each(names.map((name, index) => [name, ownLetters[index]] as const))(
    'read as in golden/%s [OWN-1]',
    async (name, letter) => {
      if (!letter) throw new Error(`no letter for ${name}`)
      const { subject, text } = write(letter, sampleOf(letter))
      const page = subject === '' ? `${text}\n` : `Subject: ${subject}\n\n${text}\n`
      await expect(page).toMatchFileSnapshot(join(folder, name))
    },
  )

  it('have no golden file without a template [OWN-1]', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const golden = files
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.txt'))
    expect(golden.toSorted()).toEqual(names.toSorted())
  })

  it('are in the generated modules as they are in the folder [OWN-2]', () => {
    expect(staleModules(ownPack)).toEqual([])
  })
})

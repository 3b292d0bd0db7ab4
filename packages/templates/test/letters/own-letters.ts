import { join } from 'node:path'
import {
  createLetterBook,
  type KindContract,
  type LetterBook,
  type LetterPack,
  packOfFiles,
  sampleFor,
} from '@afterview/templates'
import { readPackFolder } from '../../scripts/read-pack-folder.ts'

type View = Readonly<Record<string, unknown>>

/** The pack of this package, read from its folder. */
export const ownPack: LetterPack = readOwnPack()

/** A book of the own letters that takes any kind and view. */
export const ownBook: LetterBook<Record<string, View>> = createLetterBook({ packs: [ownPack] })

/** One template: where it stands and what it promises. */
export interface OwnLetter {
  readonly contract: KindContract
  readonly kind: string
  readonly locale: string
  readonly tone: string
  readonly address: string | undefined
}

/** Kind and name of every template of the own pack, `thank-you/en.warm`. */
export const ownPlaces: readonly string[] = Object.entries(ownPack.templates).flatMap(
  ([kind, templates]) => Object.keys(templates).map((name) => `${kind}/${name}`),
)

/** Every template of the own pack. */
export const ownLetters: readonly OwnLetter[] = ownPlaces.map((place) => {
  const [kind = '', name = ''] = place.split('/')
  const [locale = '', tone = '', address] = name.split(/[.-]/u)
  return { contract: ownBook.contract(kind), kind, locale, tone, address }
})

/** The letter with a view, subject first. */
export function write(letter: OwnLetter, view: View): { subject: string; text: string } {
  const { kind, locale, tone, address } = letter
  const choice = { locale, tone, ...(address === undefined ? {} : { address }) }
  const { subject = '', text } = ownBook.render(kind, view, choice as object)
  return { subject, text }
}

/** The sample of the letter's locale. */
export function sampleOf({ contract, locale }: OwnLetter): View {
  return sampleFor(contract, locale)
}

/** The sample with each choice of optional variables, the whole sample first, the barest last. */
export function samplesOf(letter: OwnLetter): readonly View[] {
  const sample = sampleOf(letter)
  const required = new Set(letter.contract.variables.required)
  const optional = Object.keys(sample).filter((name) => !required.has(name))
  const phone = 'candidate' in sample ? ['candidate.phone'] : []
  return subsets([...phone, ...optional]).map((left) => without(sample, left))
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>(
    (sets, name) => sets.concat(sets.map((set) => set.concat(name))),
    [[]],
  )
}

function without(view: View, names: readonly string[]): View {
  const kept = Object.entries(view).filter(([name]) => !names.includes(name))
  const { candidate, ...rest } = Object.fromEntries(kept)
  if (candidate === undefined) return rest
  return { ...rest, candidate: names.includes('candidate.phone') ? { name: signed } : candidate }
}

const signed = 'Jo Winter'

function readOwnPack(): LetterPack {
  const { pack, problems } = packOfFiles(readPackFolder(join(import.meta.dirname, '../../pack')))
  if (pack) return pack
  throw new Error(`The pack cannot be read: ${JSON.stringify(problems)}`)
}

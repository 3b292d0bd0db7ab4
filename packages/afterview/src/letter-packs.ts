import type { Contribution, LettersContribution, PluginHost } from '@afterview/plugin-host'
import type { LetterKind } from '@afterview/core'
import type { LetterBook, LetterPack } from '@afterview/templates'
import { AfterviewError } from '@afterview/time'
import { builtinMissing } from './builtin-ids.ts'

/** Views are made by `letterView`, and checked by the book when it renders. */
export type Views = Readonly<Record<LetterKind, object>>

/** The packs that letters are taken from. */
export interface LetterPacks {
  /** The letters of a language, those in English among them since they stand in for others. */
  bookFor(language: string): Promise<LetterBook<Views>>
  /** Forgets what was read: plugins have come or gone. */
  forget(): void
}

/** What the packs are taken from. */
export interface LetterPacksWorld {
  readonly host: PluginHost
  /** The host app's own, of any language. */
  readonly own: readonly unknown[]
  /** Whether the packs of a plugin were checked when they were built. */
  readonly isChecked: (pluginId: string) => boolean
  readonly report: (problem: AfterviewError) => void
}

/**
 * Opens the host app's own packs at once, those of plugins when their language is first wanted. A
 * plugin's pack that cannot be used is reported and left out. Rejects with `pack-invalid` for the
 * host app's own.
 */
export async function createLetterPacks(world: LetterPacksWorld): Promise<LetterPacks> {
  const books = new Map<string, Promise<LetterBook<Views>>>()
  const own = await openOwn(world)
  return {
    bookFor(language) {
      const book = books.get(language) ?? openBook(language, own, world)
      books.set(language, book)
      book.catch(() => books.delete(language))
      return book
    },
    forget: () => books.clear(),
  }
}

async function openOwn(world: LetterPacksWorld): Promise<readonly LetterPack[]> {
  if (world.own.length === 0) return []
  return openBeside(await openContributed(fallbackLanguage, world), world.own)
}

async function openBook(
  language: string,
  own: readonly LetterPack[],
  world: LetterPacksWorld,
): Promise<LetterBook<Views>> {
  const packs = [...(await openContributed(language, world)), ...own]
  if (packs.length === 0) throw builtinMissing('afterview.letters', 'there are no letters')
  const { createLetterBook } = await import('@afterview/templates')
  return createLetterBook<Views>({ packs })
}

const fallbackLanguage = 'en'

async function openContributed(
  language: string,
  world: LetterPacksWorld,
): Promise<readonly LetterPack[]> {
  const wanted = world.host.declared('letters').filter(({ item }) => covers(item, language))
  const packs: LetterPack[] = []
  for (const contribution of wanted) packs.push(...(await openOne(contribution, packs, world)))
  return packs
}

/** A pack that does not say its languages is looked at for every one. */
function covers({ locales }: LettersContribution, language: string): boolean {
  if (locales === undefined) return true
  return locales.some((locale) => [language, fallbackLanguage].includes(languageOf(locale)))
}

async function openOne(
  { item, pluginId }: Contribution<LettersContribution>,
  before: readonly LetterPack[],
  { host, isChecked, report }: LetterPacksWorld,
): Promise<readonly LetterPack[]> {
  try {
    const value: unknown = JSON.parse(await host.readFile(pluginId, item.path))
    return isChecked(pluginId) ? [value as LetterPack] : await openBeside(before, [value])
  } catch (cause) {
    report(refused(item, pluginId, cause))
    return []
  }
}

/** Packs may leave to others what those have: they are checked together. */
async function openBeside(
  packs: readonly LetterPack[],
  values: readonly unknown[],
): Promise<readonly LetterPack[]> {
  const { openPacks } = await import('@afterview/templates')
  return openPacks([...packs, ...values]).slice(packs.length)
}

/** The primary language of a BCP 47 tag. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? fallbackLanguage
}

function refused(item: LettersContribution, pluginId: string, cause: unknown): AfterviewError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AfterviewError('letters-refused', {
    happened: `the letters ${item.id} of ${pluginId} cannot be used: ${why}`,
    fix: 'check the pack with checkPacks of @afterview/templates',
    details: { id: item.id, path: item.path, pluginId },
    cause,
  })
}

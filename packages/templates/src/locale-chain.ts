import { AfterviewError } from '@afterview/time'

/** The language in which a letter is written when its own has none. */
export const lastLocale = 'en'

/**
 * The locales of the same language to look in, the most special first: `nl-BE`, `nl`.
 * Extensions (`-u-…`) do not matter.
 * @throws AfterviewError `locale-invalid`
 */
export function localeChain(tag: string): readonly string[] {
  try {
    return shorterTags(new Intl.Locale(tag).baseName)
  } catch (cause) {
    throw new AfterviewError('locale-invalid', {
      happened: `"${tag}" is not a language tag`,
      fix: 'give a BCP 47 tag such as nl-BE',
      details: { locale: tag },
      cause,
    })
  }
}

/** A tag of a pack and what is left of it without its last parts, the longest first. Never throws. */
export function shorterTags(tag: string): readonly string[] {
  const parts = tag.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/** The language of a tag: `nl` of `nl-BE`. @throws AfterviewError `locale-invalid` */
export function languageOf(tag: string): string {
  return localeChain(tag).at(-1) ?? tag
}

/** The usual form of a tag, or `undefined` when it is none. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

import { isJsonObject } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { Finding } from './diagnostic.ts'
import { pointerTo } from './json-text.ts'

/** Texts by key. */
export type Messages = { readonly [key: string]: string }

/** Texts by locale and key. */
export type Bundles = { readonly [locale: string]: Messages }

/** The language of last resort. */
export const DEFAULT_LOCALE = 'en'

/** A value with its `%key%` replaced. */
export interface Localised {
  readonly value: JsonValue
  /** One for each key that some language lacks. */
  readonly findings: readonly Finding[]
}

/**
 * Replaces every text that is exactly `%key%`, as VS Code does; `%%key%` stands for `%key%` itself.
 * Without bundles nothing is replaced.
 */
export function localise(
  value: JsonValue,
  bundles: Bundles | undefined,
  locale: string,
): Localised {
  if (bundles === undefined) return { value, findings: [] }
  const findings: Finding[] = []
  const messages = messagesFor(bundles, locale)
  const replaced = replace(value, '', (text, pointer) => {
    const key = keyOf(text)
    if (key === undefined) return text.startsWith('%%') ? text.slice(1) : text
    findings.push(...missingIn(bundles, key, pointer))
    return messages[key] ?? text
  })
  return { value: replaced, findings }
}

/** The texts for a person: of the locale, else of its language, else English; each key on its own. */
export function messagesFor(bundles: Bundles, locale: string): Messages {
  const language = locale.split('-', 1)[0] ?? locale
  return { ...bundles[DEFAULT_LOCALE], ...bundles[language], ...bundles[locale] }
}

function keyOf(text: string): string | undefined {
  return /^%([\w.-]{1,120})%$/.exec(text)?.[1]
}

function missingIn(bundles: Bundles, key: string, pointer: string): readonly Finding[] {
  const locales = Object.keys(bundles).filter(
    (locale) => messagesFor(only(bundles, locale), locale)[key] === undefined,
  )
  if (Object.keys(bundles).length === 0) locales.push(DEFAULT_LOCALE)
  return locales.map((locale) => ({
    code: 'message-missing',
    pointer,
    message: `The text %${key}% is missing in ${locale}`,
    help: `add ${key} to the file of contributes.locales for ${locale}`,
  }))
}

/** A locale and its own language, without the language of last resort. */
function only(bundles: Bundles, locale: string): Bundles {
  const language = locale.split('-', 1)[0] ?? locale
  return { [language]: bundles[language] ?? {}, [locale]: bundles[locale] ?? {} }
}

function replace(
  value: JsonValue,
  pointer: string,
  translate: (text: string, pointer: string) => string,
): JsonValue {
  if (typeof value === 'string') return translate(value, pointer)
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, at) => replace(item, pointerTo(pointer, at), translate))
  }
  return isJsonObject(value) ? replaceIn(value, pointer, translate) : value
}

function replaceIn(
  value: JsonObject,
  pointer: string,
  translate: (text: string, pointer: string) => string,
): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      replace(item, pointerTo(pointer, key), translate),
    ]),
  )
}

import type { InterviewMedium } from '@afterview/core'

/**
 * How views speak a language: what stands around names, dates and lists, which templates cannot
 * say. The languages of this package have words of their own; a pack brings those of another.
 */
export interface LetterWording {
  /** BCP 47 language, such as `sv`. */
  readonly language: string
  /** Opening lines with their marks. `{name}` is the name as the person writes it. */
  readonly salutation: { readonly person: string; readonly team: string }
  /** How an interview is held, as an adverb: `by video call`. */
  readonly media: Readonly<Record<InterviewMedium, string>>
  /** What stands after a day to name a clock time; `{time}` is as the language writes it: `at {time}`. */
  readonly clock: string
  /** What the person is asked for by the name of a variable, and `other` for the rest. `{company}`, `{person}`, `{field}`. */
  readonly questions?: Readonly<Record<string, string>>
}

/** Puts values into the places of a text. Values are not looked at again. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (braced, name: string) => values[name] ?? braced)
}

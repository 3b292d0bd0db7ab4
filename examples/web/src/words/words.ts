import { createContext, useContext } from 'react'
import { en } from './en.ts'

/** Every text of the page in one language. A language that lacks one does not compile. */
export type Words = typeof en

/** The languages of the page. */
export const languages = ['en', 'nl'] as const

/** A language of the page. */
export type Language = (typeof languages)[number]

/** The texts and how to write dates beside them. */
export interface Speech {
  readonly language: Language
  readonly words: Words
}

/** Loads the texts of a language; English is always there. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'en' ? en : (await import('./nl.ts')).nl
}

/** Where the texts come from. */
export const SpeechContext = createContext<Speech>({ language: 'en', words: en })

/** The texts of the language that the person chose. */
export function useWords(): Words {
  return useContext(SpeechContext).words
}

/** The language that the person chose. */
export function useLanguage(): Language {
  return useContext(SpeechContext).language
}

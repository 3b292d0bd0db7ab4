import type { InterviewMedium } from '@afterview/core'
import { languageOf } from './locale-chain.ts'

/** How an interview is held, as an adverb: `by video call`. A language without words of its own gets English. */
export function mediumWords(locale: string): Readonly<Record<InterviewMedium, string>> {
  return words.get(languageOf(locale)) ?? english
}

const english = { video: 'by video call', phone: 'by phone', onsite: 'in person' }

// None of them says "your", which would need the form of address.
const words: ReadonlyMap<string, Readonly<Record<InterviewMedium, string>>> = new Map([
  ['nl', { video: 'via een videogesprek', phone: 'telefonisch', onsite: 'op locatie' }],
  ['de', { video: 'per Video', phone: 'telefonisch', onsite: 'vor Ort' }],
  ['fr', { video: 'en visioconférence', phone: 'par téléphone', onsite: 'sur place' }],
  ['es', { video: 'por videollamada', phone: 'por teléfono', onsite: 'en persona' }],
])

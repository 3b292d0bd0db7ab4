import {
  checkPacks,
  createLetterBook,
  type LetterFacts,
  letterView,
  type LetterWording,
} from '@afterview/templates'
import { letters as english } from '@afterview/templates/packs/en'
import { describe, expect, it } from 'vitest'
import { builtPack } from './sample-pack.ts'

const wording: LetterWording = {
  language: 'sv',
  salutation: { person: 'Hej {name}!', team: 'Hej!' },
  media: { video: 'via video', phone: 'per telefon', onsite: 'på plats' },
  clock: 'kl. {time}',
  questions: { detail: 'Vad minns du bäst av samtalet med {person}?', other: 'Vad är ”{field}”?' },
}

const startsAt = { kind: 'wall', local: '2026-12-10T14:00', zone: 'Europe/Stockholm' } as const

const facts: LetterFacts = {
  locale: 'sv',
  now: '2026-11-25T15:00:00Z',
  candidate: { name: 'Alva Lind', zone: 'Europe/Stockholm', locale: 'sv-SE' },
  company: { name: 'Norrsken' },
  role: 'systemutvecklare',
  recipient: { name: 'Kim {company} Berg' },
  round: { startsAt },
  nextRound: { startsAt, medium: 'video' },
  wording,
}

describe('a pack of a language of its own [PCK-8]', () => {
  it('speaks it in opening lines, clock times and ways of meeting', () => {
    expect(letterView('accept-next-round', facts).view).toMatchObject({
      salutation: 'Hej Kim {company} Berg!',
      nextWhen: 'torsdag 10 december kl. 14:00',
      nextMedium: 'via video',
    })
    const { recipient: _, ...unknown } = facts
    expect(letterView('accept-next-round', unknown).view.salutation).toBe('Hej!')
  })

  it('asks in it those who speak it, and in English what it has no words for', () => {
    const ask = (more: Partial<LetterFacts>): readonly string[] =>
      letterView('thank-you', { ...facts, ...more }).wanted.map(({ question }) => question)
    expect(ask({})).toEqual(['Vad minns du bäst av samtalet med Kim {company} Berg?'])
    const { recipient: _, ...nobody } = facts
    expect(letterView('thank-you', nobody).wanted[0]?.question).toContain('What is the one thing')
    expect(ask({ candidate: { ...facts.candidate, locale: 'en' } })[0]).toContain('What is')
    const noRound = letterView('check-in', { ...facts, round: {} }).missing
    expect(noRound[0]?.question).toBe('Vad är ”interviewDate”?')
  })

  it('is checked, and given by the book', () => {
    const pack = { ...builtPack(), wording: { sv: wording } }
    expect(checkPacks([pack]).filter(({ severity }) => severity === 'error')).toEqual([])
    const book = createLetterBook({ packs: [english, { ...pack, contracts: {}, templates: {} }] })
    expect(book.wording('sv-SE')).toEqual(wording)
    expect(book.wording('nl')).toBeUndefined()
    const broken = { ...wording, language: 'fi', clock: 'kl.' }
    const problems = checkPacks([{ ...pack, wording: { sv: broken } }])
    expect(problems).toMatchObject([{ code: 'pack-shape', file: 'wording/sv.json' }])
    const misnamed = checkPacks([{ ...pack, wording: { sv: { ...wording, language: 'fi' } } }])
    expect(misnamed).toMatchObject([{ code: 'file-misnamed', file: 'wording/sv.json' }])
  })
})

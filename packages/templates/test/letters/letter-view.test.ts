import { type LetterKind, letterKinds } from '@afterview/core'
import { createLetterBook, letterView, type LetterFacts, salutation } from '@afterview/templates'
import { letters } from '@afterview/templates/packs/en'
import { describe, expect, it } from 'vitest'
import { allFacts, leastFacts } from './facts.ts'

const book = createLetterBook({ packs: [letters] })
const locales = ['en', 'en-US', 'nl', 'de', 'fr', 'es']

describe.each(letterKinds)('the view of %s', (kind) => {
  it('has exactly the variables of the contract when everything is known', () => {
    const { properties } = book.contract(kind).variables
    const { view } = letterView(kind, allFacts('en'))
    expect(new Set(Object.keys(view))).toEqual(new Set(Object.keys(properties)))
  })

  it('asks for exactly what the contract requires when nothing is known', () => {
    const required = book.contract(kind).variables.required ?? []
    const asked = letterView(kind, nothing).missing.map(({ field }) => field.split('.')[0])
    expect(new Set(asked)).toEqual(new Set(required.filter((name) => name !== 'salutation')))
  })

  it.each(locales)('renders in %s from all facts and from the least', (locale) => {
    for (const facts of [allFacts(locale), leastFacts(locale)]) {
      expect(render(kind, facts).trim()).not.toBe('')
    }
  })
})

describe('letterView', () => {
  it('invents nothing: what is unknown is asked for in the language of the person', () => {
    const facts = { ...leastFacts('nl'), round: {}, company: { name: 'Kadewerk' } }
    const made = letterView('thank-you', facts)
    expect(made.isComplete).toBe(false)
    expect(made.view).not.toHaveProperty('interviewDate')
    expect(made.missing).toEqual([
      { field: 'interviewDate', question: 'Op welke dag was het gesprek met Kadewerk?' },
    ])
    const asked = { ...facts, candidate: { ...facts.candidate, locale: 'en' } }
    expect(letterView('thank-you', asked).missing).toEqual([
      { field: 'interviewDate', question: 'On which day was the interview with Kadewerk?' },
    ])
  })

  it('wants the one thing that was talked about, but can do without', () => {
    const facts = { ...leastFacts('en'), recipient: { name: 'Sam Rivera' } }
    const made = letterView('thank-you', facts)
    expect(made.isComplete).toBe(true)
    expect(made.wanted).toEqual([
      {
        field: 'detail',
        question: 'What is the one thing you talked about with Sam Rivera that stayed with you?',
      },
    ])
    expect(letterView('thank-you', { ...facts, topics: ['tests'] }).wanted).toEqual([])
  })

  it.each([
    ['en', 'Tuesday 1 December at 14:00'],
    ['en-GB', 'Tuesday 1 December at 14:00'],
    ['en-US', 'Tuesday, December 1 at 2:00 PM'],
    ['nl', 'dinsdag 1 december om 14:00 uur'],
    ['nl-BE', 'dinsdag 1 december om 14:00 uur'],
    ['de', 'Dienstag, 1. Dezember um 14:00 Uhr'],
    ['fr', 'mardi 1er décembre à 14 h'],
    ['es', 'martes 1 de diciembre a las 14:00'],
  ])('writes a date and time as it is said in %s', (locale, expected) => {
    expect(letterView('accept-next-round', allFacts(locale)).view.nextWhen).toBe(expected)
  })

  it.each([
    ['en', 'Monday 8 February 2027'],
    ['en-US', 'Monday, February 8, 2027'],
    ['nl', 'maandag 8 februari 2027'],
    ['de', 'Montag, 8. Februar 2027'],
    ['fr', 'lundi 8 février 2027'],
    ['es', 'lunes 8 de febrero de 2027'],
  ])('writes the first day of work with its year in %s', (locale, expected) => {
    expect(letterView('accept-offer', allFacts(locale)).view.startDate).toBe(expected)
  })

  it.each([
    ['en', 'November 2025', 'Sam Rivera, Priya Nair and Tom Ellery'],
    ['nl', 'november 2025', 'Sam Rivera, Priya Nair en Tom Ellery'],
    ['de', 'November 2025', 'Sam Rivera, Priya Nair und Tom Ellery'],
    ['fr', 'novembre 2025', 'Sam Rivera, Priya Nair et Tom Ellery'],
    ['es', 'noviembre de 2025', 'Sam Rivera, Priya Nair y Tom Ellery'],
  ])('writes months and lists in %s', (locale, month, people) => {
    const facts = allFacts(locale)
    expect(letterView('reopen-contact', facts).view.lastContact).toBe(month)
    expect(letterView('thank-you-coordinator', facts).view.interviewers).toBe(people)
  })

  it('joins proposed times by "or" of the language', () => {
    expect(letterView('missed-interview', allFacts('de')).view.proposedTimes).toBe(
      'Donnerstag, 3. Dezember um 10:00 Uhr oder Freitag, 4. Dezember um 15:30 Uhr',
    )
  })

  it('shows clock times on the clocks of the employer and names the zone where they differ', () => {
    const facts = allFacts('en')
    const company = { name: 'Northwind', zone: 'America/New_York' }
    const { view } = letterView('accept-next-round', { ...facts, company })
    expect(view.nextWhen).toBe('Tuesday 1 December at 8:00 (Eastern Time)')
    const near = { name: 'Northwind', zone: 'Europe/Berlin' }
    expect(letterView('accept-next-round', { ...facts, company: near }).view.nextWhen).toBe(
      'Tuesday 1 December at 14:00',
    )
  })

  it('puts the interview on the day that the employer had', () => {
    const facts = allFacts('en')
    const startsAt = { kind: 'instant', at: '2026-11-25T23:30:00Z' } as const
    const round = { ...facts.round, startsAt }
    const company = { name: 'Northwind', zone: 'Asia/Tokyo' }
    const dayIn = (known: LetterFacts): string | undefined =>
      letterView('check-in', known).view.interviewDate
    expect(dayIn({ ...facts, round, company })).toBe('Thursday 26 November')
    const west = { ...company, zone: 'America/New_York' }
    expect(dayIn({ ...facts, round, company: west })).toBe('Wednesday 25 November')
  })

  it('writes a whole day without a clock time', () => {
    const facts = allFacts('fr')
    const startsAt = { kind: 'day', date: '2026-12-01', zone: 'Europe/Paris' } as const
    const { view } = letterView('withdraw', { ...facts, nextRound: { startsAt } })
    expect(view.scheduledFor).toBe('mardi 1er décembre')
  })

  it('gives a date its year when it is more than half a year away', () => {
    const facts = { ...allFacts('en'), requestedDate: dayOf('2027-06-30') }
    expect(letterView('request-extension', facts).view.requestedDate).toBe('Wednesday 30 June 2027')
  })

  it('leaves out dates that are over where the letter looks forward', () => {
    const facts = { ...allFacts('en'), now: '2026-12-20T09:00:00Z' }
    expect(letterView('thank-you', facts).view.decisionDate).toBeUndefined()
    expect(letterView('negotiate-offer', facts).view.respondBy).toBeUndefined()
    expect(letterView('withdraw', facts).view.scheduledFor).toBeUndefined()
    expect(letterView('check-in', facts).view.decisionDate).toBe('Friday 4 December')
    expect(letterView('request-extension', facts).view.respondBy).toBe('Friday 11 December')
  })

  it('counts a date as over by the day of the employer, and today as not over', () => {
    const facts = { ...allFacts('en'), now: '2026-12-04T20:00:00Z' }
    expect(letterView('thank-you', facts).view.decisionDate).toBe('Friday 4 December')
    const company = { name: 'Northwind', zone: 'Asia/Tokyo' }
    expect(letterView('thank-you', { ...facts, company }).view.decisionDate).toBeUndefined()
  })

  it('names no Saturday or Sunday that was only read out of their words', () => {
    const timeframe = { phrase: 'We will write early in December.', latest: '2026-12-06' }
    const facts = { ...allFacts('en'), timeframe, now: '2026-11-26T09:00:00Z' }
    expect(letterView('thank-you', facts).view.decisionDate).toBeUndefined()
    expect(letterView('check-in', facts).view.decisionDate).toBeUndefined()
    expect(letterView('check-in', facts).view.timeframePhrase).toContain('early in December')
    expect(letterView('holding-reply', facts).view.newDate).toBe('Sunday 6 December')
    const named = { ...facts, timeframe: { latest: '2026-12-06' } }
    expect(letterView('check-in', named).view.decisionDate).toBe('Sunday 6 December')
  })

  it('takes the title of the offer for letters about the offer only', () => {
    const facts = allFacts('en')
    const offer = { ...facts.offer, title: 'Senior Data Engineer' }
    expect(letterView('accept-offer', { ...facts, offer }).view.role).toBe('Senior Data Engineer')
    expect(letterView('check-in', { ...facts, offer }).view.role).toBe('Data Engineer')
  })

  it.each([
    ['Projektleiter:in (m/w/d)', 'Projektleiter:in'],
    ['Data Engineer (f/m/x)', 'Data Engineer'],
    ['Chef de projet H/F', 'Chef de projet'],
    ['Ontwikkelaar [v/m/x]', 'Ontwikkelaar'],
    ['Accountant (part-time)', 'Accountant (part-time)'],
    ['Sales A/B Tester', 'Sales A/B Tester'],
  ])('writes the role %s as people say it', (role, expected) => {
    expect(letterView('check-in', { ...leastFacts('en'), role }).view.role).toBe(expected)
  })

  it.each([
    ['Lindenwerk GmbH', 'Lindenwerk'],
    ['Lindenwerk GmbH & Co. KG', 'Lindenwerk'],
    ['Kadewerk B.V.', 'Kadewerk'],
    ['Acme, Inc.', 'Acme'],
    ['Cauce Energía S.L.', 'Cauce Energía'],
    ['Smith & Co.', 'Smith & Co.'],
    ['SE', 'SE'],
    ['Visa', 'Visa'],
    ['Limited Edition Books', 'Limited Edition Books'],
  ])('writes the company %s as people speak of it', (name, expected) => {
    const { view } = letterView('check-in', { ...leastFacts('en'), company: { name } })
    expect(view.company?.name).toBe(expected)
  })

  it('keeps names as they are and takes final stops off the words around which a sentence stands', () => {
    const facts = { ...allFacts('en'), company: { name: 'Smith & Co.' }, topics: ['the tests.'] }
    const { view } = letterView('thank-you', facts)
    expect(view.company?.name).toBe('Smith & Co.')
    expect(view.detail).toBe('the tests')
    expect(view.thought).toBe('Mind the gap.')
  })

  it('calls a first talk by phone or video a screening, and no other', () => {
    const facts = allFacts('en')
    const isScreen = (round: LetterFacts['round']): boolean | undefined =>
      letterView('closing-questions', round ? { ...facts, round } : facts).view.isScreen
    expect(isScreen({ number: 1, medium: 'phone' })).toBe(true)
    expect(isScreen({ number: 2, medium: 'video' })).toBe(false)
    expect(isScreen({ number: 1, medium: 'onsite' })).toBe(false)
    expect(isScreen({ number: 1 })).toBeUndefined()
  })

  it('greets as salutation does', () => {
    const facts = { ...allFacts('nl'), address: 'formal' } as const
    expect(letterView('check-in', facts).view.salutation).toBe(
      salutation({ locale: 'nl', address: 'formal', name: 'Alex Kim' }),
    )
  })

  it('refuses a kind that it has no facts for', () => {
    const kind = 'love-letter' as LetterKind
    expect(() => letterView(kind, leastFacts('en'))).toThrow(/letter-kind-unknown/u)
  })
})

const nothing: LetterFacts = {
  locale: 'en',
  now: '2026-11-26T09:00:00Z',
  candidate: { name: ' ', zone: 'UTC' },
  company: { name: '' },
  role: '(m/w/d)',
}

function dayOf(date: string): { kind: 'day'; date: string; zone: string } {
  return { kind: 'day', date, zone: 'Europe/Amsterdam' }
}

function render(kind: LetterKind, facts: LetterFacts): string {
  const made = letterView(kind, facts)
  if (!made.isComplete) throw new Error(JSON.stringify(made.missing))
  return book.render(kind, made.view, { locale: facts.locale }).text
}

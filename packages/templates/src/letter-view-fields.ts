import type { InterviewMedium, LetterKind } from '@afterview/core'
import { isoWeekday, localDate, momentDate, momentStart } from '@afterview/time'
import {
  type DateWording,
  dayInWords,
  fullDateInWords,
  listInWords,
  monthInWords,
  whenInWords,
} from './letter-view-dates.ts'
import type { LetterFacts } from './letter-view-facts.ts'
import { mediumWords } from './letter-view-media.ts'
import {
  bareRole,
  nameText,
  paragraphs,
  phrase,
  phrases,
  sentences,
  spokenCompany,
} from './letter-view-text.ts'
import { fillIn } from './letter-wording.ts'
import { salutation } from './salutation.ts'

/** What a variable is made of. */
export interface FieldSource {
  readonly kind: LetterKind
  readonly facts: LetterFacts
  readonly dates: DateWording
}

/** Makes the value of a variable, or `undefined` when the facts do not have it. */
export type FieldMaker = (source: FieldSource) => unknown

/** How each variable of the kinds is made from facts. A variable means the same in every kind. */
export const letterFields = {
  salutation: ({ facts }) => openingLine(facts),
  candidate: ({ facts: { candidate } }) =>
    withName(nameText(candidate.name), { phone: nameText(candidate.phone) }),
  company: ({ facts }) => withName(spokenCompany(facts.company.name), {}),
  role: ({ kind, facts }) => bareRole((isAboutOffer(kind) && facts.offer?.title) || facts.role),

  interviewDate: ({ facts: { round }, dates }) =>
    round?.startsAt && dayInWords(round.startsAt, dates),
  interviewWhen: ({ facts: { round }, dates }) =>
    round?.startsAt && whenInWords(round.startsAt, dates),
  interviewers: ({ facts }) => names(facts, facts.round?.interviewers),
  isScreen: ({ facts: { round } }) =>
    round?.medium && round.medium !== 'onsite' && (round.number ?? 1) === 1,
  detail: ({ facts }) => phrases(facts.topics)[0],
  thought: ({ facts }) => sentences(facts.thought),

  decisionDate: (source) => decisionDate(source),
  timeframePhrase: ({ facts }) => phrase(facts.timeframe?.phrase),
  newDate: (source) => decisionDate(source),
  checkInDate: ({ facts: { checkedInAt }, dates }) => checkedInAt && dayInWords(checkedInAt, dates),
  lastContact: ({ facts: { lastContactAt }, dates }) =>
    lastContactAt && monthInWords(lastContactAt, dates),

  nextWhen: ({ facts: { nextRound }, dates }) =>
    nextRound?.startsAt && whenInWords(nextRound.startsAt, dates),
  nextMedium: ({ facts }) => facts.nextRound?.medium && mediumOf(facts, facts.nextRound.medium),
  nextInterviewers: ({ facts }) => names(facts, facts.nextRound?.interviewers),
  proposedTimes: ({ facts, dates }) => proposedTimes(facts, dates),
  scheduledFor: (source) => scheduledFor(source),

  isSpoken: ({ facts: { offer } }) => offer?.medium && offer.medium === 'phone',
  respondBy: (source) => respondBy(source),
  requestedDate: ({ facts: { requestedDate }, dates }) =>
    requestedDate && dayInWords(requestedDate, dates),
  acceptedDate: ({ facts: { offer }, dates }) =>
    offer?.acceptedAt && dayInWords(offer.acceptedAt, dates),
  startDate: ({ facts }) => startDate(facts),
  salary: ({ facts }) => phrase(facts.offer?.salary),
  agreed: ({ facts }) => listOf(phrases(facts.offer?.agreed)),
  requests: ({ facts }) => listOf(phrases(facts.requests)),
  hasResigned: ({ facts }) => facts.hasResigned,

  reason: ({ facts }) => paragraphs(facts.reason),
  news: ({ facts }) => paragraphs(facts.news),
  lessons: ({ facts }) => sentences(facts.lessons),
  caller: ({ facts }) => nameText(facts.caller),
  others: ({ facts }) => others(facts),
} as const satisfies Readonly<Record<string, FieldMaker>>

/** The name of a variable. */
export type FieldName = keyof typeof letterFields

function openingLine(facts: LetterFacts): string {
  const { wording, recipient } = facts
  if (wording === undefined) return salutation({ ...recipient, ...placeOf(facts) })
  const name = nameText(recipient?.givenName) ?? nameText(recipient?.name)
  const { person, team } = wording.salutation
  return name === undefined ? team : fillIn(person, { name })
}

function placeOf({ locale, address }: LetterFacts): Pick<LetterFacts, 'locale' | 'address'> {
  return address === undefined ? { locale } : { locale, address }
}

function withName(
  name: string | undefined,
  more: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  if (name === undefined) return undefined
  const known = Object.entries(more).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return { name, ...Object.fromEntries(known) }
}

function names({ locale }: LetterFacts, people: readonly string[] = []): string | undefined {
  const known = people.flatMap((name) => nameText(name) ?? [])
  return known.length === 0 ? undefined : listInWords(known, locale)
}

function mediumOf({ locale, wording }: LetterFacts, medium: InterviewMedium): string {
  return (wording?.media ?? mediumWords(locale))[medium]
}

// A date that has passed is what a check-in is about; elsewhere it would contradict the letter.
function decisionDate({ kind, facts: { timeframe }, dates }: FieldSource): string | undefined {
  const latest = timeframe?.latest
  if (latest == null) return undefined
  const isOver = latest < localDate(dates.now, dates.zone)
  if (isOver && kind !== 'check-in') return undefined
  if (isOnlyRead(latest, timeframe?.phrase) && kind !== 'holding-reply') return undefined
  return dayInWords({ kind: 'day', date: latest, zone: dates.zone }, dates)
}

// "Early January" ends on some Sunday: nobody named that day, and a letter does not say they did.
function isOnlyRead(latest: string, said: string | undefined): boolean {
  return phrase(said) !== undefined && isoWeekday(latest) > 5
}

function respondBy({ kind, facts: { offer }, dates }: FieldSource): string | undefined {
  if (!offer?.respondBy) return undefined
  const isOver = momentDate(offer.respondBy, dates.zone) < localDate(dates.now, dates.zone)
  if (isOver && kind !== 'request-extension') return undefined
  return dayInWords(offer.respondBy, dates)
}

function scheduledFor({ facts: { nextRound, now }, dates }: FieldSource): string | undefined {
  const startsAt = nextRound?.startsAt
  if (!startsAt || Date.parse(momentStart(startsAt)) < Date.parse(now)) return undefined
  return whenInWords(startsAt, dates)
}

function proposedTimes(
  { locale, proposedTimes: times = [] }: LetterFacts,
  dates: DateWording,
): string | undefined {
  if (times.length === 0) return undefined
  const inWords = times.map((time) => whenInWords(time, dates))
  return listInWords(inWords, locale, 'disjunction')
}

function startDate({ offer, locale }: LetterFacts): string | undefined {
  const said = phrase(offer?.startDate)
  const isDate = said !== undefined && /^\d{4}-\d\d-\d\d$/u.test(said)
  return isDate ? fullDateInWords(said, locale) : said
}

function listOf(items: readonly string[]): readonly string[] | undefined {
  return items.length === 0 ? undefined : items
}

function others({ others: list = [] }: LetterFacts): readonly Readonly<Record<string, string>>[] {
  return list.map(({ company, role, next }) => {
    const step = phrase(next)
    return { company, role: bareRole(role) ?? role, ...(step === undefined ? {} : { next: step }) }
  })
}

function isAboutOffer(kind: LetterKind): boolean {
  return aboutOffer.has(kind)
}

const aboutOffer: ReadonlySet<LetterKind> = new Set([
  'acknowledge-offer',
  'request-extension',
  'negotiate-offer',
  'accept-offer',
  'decline-offer',
  'answer-rescinded-offer',
] as const)

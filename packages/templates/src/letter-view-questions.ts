import type { LetterFacts } from './letter-view-facts.ts'
import type { FieldName } from './letter-view-fields.ts'
import { fillIn } from './letter-wording.ts'
import { languageOf } from './locale-chain.ts'
import { nameText } from './letter-view-text.ts'

/**
 * Asks the person for what a letter lacks, in the person's language. A language without questions
 * of its own is asked in English.
 */
export function questionFor(
  field: FieldName,
  facts: LetterFacts,
): { readonly field: string; readonly question: string } {
  const own = ownQuestion(field, facts)
  if (own !== undefined) return { field: paths.get(field) ?? field, question: own }
  const asked = questions.get(languageOf(facts.candidate.locale ?? facts.locale)) ?? english
  const about = {
    company: nameText(facts.company.name),
    person: nameText(facts.recipient?.name),
  }
  const make = isAsked(field) ? asked[field] : asked.other
  return { field: paths.get(field) ?? field, question: make(about, field) }
}

/** From the words that a pack brings, where the person is asked in that language. */
function ownQuestion(field: FieldName, facts: LetterFacts): string | undefined {
  const { wording, candidate, locale } = facts
  if (wording?.questions === undefined) return undefined
  if (languageOf(candidate.locale ?? locale) !== wording.language) return undefined
  const question = wording.questions[field] ?? wording.questions['other']
  const company = nameText(facts.company.name)
  const person = nameText(facts.recipient?.name)
  const filled = fillIn(question ?? '', { field, company: company ?? '', person: person ?? '' })
  const isAboutNobody = question?.includes('{person}') === true && person === undefined
  const isAboutNothing = question?.includes('{company}') === true && company === undefined
  return filled === '' || isAboutNobody || isAboutNothing ? undefined : filled
}

/** Names that make a question clear, where they are known. */
interface About {
  readonly company: string | undefined
  readonly person: string | undefined
}

type Question = (about: About, field: string) => string

type AskedField =
  | 'candidate'
  | 'company'
  | 'role'
  | 'interviewDate'
  | 'interviewWhen'
  | 'interviewers'
  | 'detail'
  | 'respondBy'
  | 'requestedDate'
  | 'requests'

type Questions = Readonly<Record<AskedField | 'other', Question>>

const paths: ReadonlyMap<FieldName, string> = new Map([
  ['candidate', 'candidate.name'],
  ['company', 'company.name'],
])

const english: Questions = {
  candidate: () => 'What name do you sign with?',
  company: () => 'What is the name of the employer?',
  role: ({ company = 'the employer' }) => `Which role at ${company} is it about?`,
  interviewDate: ({ company = 'the employer' }) =>
    `On which day was the interview with ${company}?`,
  interviewWhen: ({ company = 'the employer' }) =>
    `For which day and time was the interview with ${company} arranged?`,
  interviewers: ({ company = 'the employer' }) => `Who held the interview at ${company}?`,
  detail: ({ person = 'them' }) =>
    `What is the one thing you talked about with ${person} that stayed with you?`,
  respondBy: ({ company = 'the employer' }) => `By which date does ${company} want your answer?`,
  requestedDate: () => 'Until which date would you like to have time?',
  requests: () => 'What would you like to change about the offer?',
  other: (_, field) => `What should stand for "${field}"?`,
}

const dutch: Questions = {
  candidate: () => 'Met welke naam onderteken je?',
  company: () => 'Hoe heet de werkgever?',
  role: ({ company = 'de werkgever' }) => `Om welke functie bij ${company} gaat het?`,
  interviewDate: ({ company = 'de werkgever' }) => `Op welke dag was het gesprek met ${company}?`,
  interviewWhen: ({ company = 'de werkgever' }) =>
    `Op welke dag en hoe laat zou het gesprek met ${company} zijn?`,
  interviewers: ({ company = 'de werkgever' }) => `Met wie heb je bij ${company} gesproken?`,
  detail: ({ person = 'de ander' }) =>
    `Welk onderwerp uit het gesprek met ${person} is je het meest bijgebleven?`,
  respondBy: ({ company = 'de werkgever' }) => `Wanneer wil ${company} uiterlijk antwoord?`,
  requestedDate: () => 'Tot welke dag wil je bedenktijd vragen?',
  requests: () => 'Wat wil je aan het aanbod veranderen?',
  other: (_, field) => `Wat moet er bij "${field}" staan?`,
}

const german: Questions = {
  candidate: () => 'Mit welchem Namen unterschreibst du?',
  company: () => 'Wie heißt das Unternehmen?',
  role: ({ company = 'dem Unternehmen' }) => `Um welche Stelle bei ${company} geht es?`,
  interviewDate: ({ company = 'dem Unternehmen' }) =>
    `An welchem Tag war das Gespräch bei ${company}?`,
  interviewWhen: ({ company = 'dem Unternehmen' }) =>
    `Für welchen Tag und welche Uhrzeit war das Gespräch bei ${company} vereinbart?`,
  interviewers: ({ company = 'dem Unternehmen' }) => `Mit wem hast du bei ${company} gesprochen?`,
  detail: ({ person }) =>
    `Welches Thema aus dem Gespräch${person === undefined ? '' : ` mit ${person}`} ist dir im Gedächtnis geblieben?`,
  respondBy: ({ company = 'dem Unternehmen' }) => `Bis wann sollst du ${company} antworten?`,
  requestedDate: () => 'Bis zu welchem Tag möchtest du Bedenkzeit haben?',
  requests: () => 'Was soll sich an dem Angebot ändern?',
  other: (_, field) => `Was soll für „${field}“ stehen?`,
}

const french: Questions = {
  candidate: () => 'De quel nom signes-tu ?',
  company: () => 'Quel est le nom de l’entreprise ?',
  role: ({ company = 'cette entreprise' }) => `De quel poste chez ${company} s’agit-il ?`,
  interviewDate: ({ company = 'cette entreprise' }) =>
    `Quel jour a eu lieu l’entretien chez ${company} ?`,
  interviewWhen: ({ company = 'cette entreprise' }) =>
    `Pour quel jour et à quelle heure l’entretien chez ${company} était-il prévu ?`,
  interviewers: ({ company = 'cette entreprise' }) => `Avec qui as-tu parlé chez ${company} ?`,
  detail: ({ person }) =>
    `Quel sujet de l’échange${person === undefined ? '' : ` avec ${person}`} t’est resté en tête ?`,
  respondBy: ({ company = 'l’entreprise' }) =>
    `Pour quelle date ta réponse est-elle attendue (${company}) ?`,
  requestedDate: () => 'Jusqu’à quelle date souhaites-tu pouvoir réfléchir ?',
  requests: () => 'Que souhaites-tu changer dans l’offre ?',
  other: (_, field) => `Que faut-il mettre pour « ${field} » ?`,
}

const spanish: Questions = {
  candidate: () => '¿Con qué nombre firmas?',
  company: () => '¿Cómo se llama la empresa?',
  role: ({ company = 'la empresa' }) => `¿De qué puesto en ${company} se trata?`,
  interviewDate: ({ company = 'la empresa' }) => `¿Qué día fue la entrevista con ${company}?`,
  interviewWhen: ({ company = 'la empresa' }) =>
    `¿Para qué día y a qué hora estaba prevista la entrevista con ${company}?`,
  interviewers: ({ company = 'la empresa' }) => `¿Con quién hablaste en ${company}?`,
  detail: ({ person }) =>
    `¿Qué tema de la conversación${person === undefined ? '' : ` con ${person}`} se te quedó grabado?`,
  respondBy: ({ company = 'la empresa' }) => `¿Hasta qué día espera ${company} tu respuesta?`,
  requestedDate: () => '¿Hasta qué día quieres tener tiempo para pensarlo?',
  requests: () => '¿Qué te gustaría cambiar de la oferta?',
  other: (_, field) => `¿Qué debe ir en «${field}»?`,
}

const questions: ReadonlyMap<string, Questions> = new Map([
  ['en', english],
  ['nl', dutch],
  ['de', german],
  ['fr', french],
  ['es', spanish],
])

function isAsked(field: FieldName): field is FieldName & AskedField {
  return Object.hasOwn(english, field)
}

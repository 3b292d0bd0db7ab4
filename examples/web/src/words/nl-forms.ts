import type { Words } from './words.ts'

/** Names of the fields of forms, in Dutch. */
export const fields: Words['fields'] = {
  at: 'Wanneer het gebeurde',
  phrase: 'In hun woorden',
  decidedBy: 'Wie besluit',
  mayFollowUp: 'Ik mag vragen als ik niets hoor',
  interviewerId: 'Wie',
  topic: 'Waarover jullie spraken',
  reason: 'Reden',
  text: 'Wat ze schreven of zeiden',
  kind: 'Wat voor antwoord',
  until: 'Tot',
  respondBy: 'Ze willen antwoord voor',
  startsAt: 'Begint',
  endsAt: 'Eindigt',
  medium: 'Hoe',
  title: 'Functie',
  salary: 'Salaris',
  startDate: 'Eerste werkdag',
  notes: 'Wat je vraagt',
  automatic: 'Het was een automatisch bericht',
  lessons: 'Wat je meeneemt',
  interviewer: 'Met wie',
  company: 'Bedrijf',
  role: 'Functie',
  interviewEnd: 'Het gesprek eindigt',
  email: 'Hun e-mail',
  name: 'Je naam',
  ownEmail: 'Je e-mail',
  country: 'Land, voor de feestdagen',
  requests: 'Wat je vraagt, één per regel',
  requestedDate: 'Tot wanneer je tijd vraagt',
}

/** Names of what can be chosen in forms, in Dutch. */
export const choices: Words['choices'] = {
  video: 'Videogesprek',
  phone: 'Telefoon',
  onsite: 'Op locatie',
  email: 'E-mail',
  letter: 'Brief',
  portal: 'Portaal',
  holding: 'Ze hebben meer tijd nodig',
  infoRequest: 'Ze willen iets van mij',
  other: 'Iets anders',
}

/** A sentence, and the dates between which both ends of its window must lie. */
export interface BenchPhrase {
  readonly locale: string
  readonly text: string
  /** Earliest and latest accepted first date; `null` where the sentence sets no time. */
  readonly earliest: readonly [string, string] | null
  /** Earliest and latest accepted last date; `null` where the window must be open or absent. */
  readonly latest: readonly [string, string] | null
}

/** When all of them are said: a Wednesday afternoon in Amsterdam. */
export const reference = '2026-11-25T15:30:00+01:00'
export const zone = 'Europe/Amsterdam'

/**
 * A hundred sentences that no grammar here was tried on while it was written: half in English, an
 * eighth each in Dutch, German, French and Spanish, one in seven without a time. After the bar:
 * the accepted first dates, then the accepted last dates; `open` for a window without end, `none`
 * for no window. Dates are month and day, the next of that name; `R` is today.
 */
export const phrases: readonly BenchPhrase[] = `
en | We'll have an answer for you by Thursday. | R R | 11-26 11-26
en | You'll hear from Maria within the next week or so. | R R | 12-02 12-06
en | I'll get back to you in ten days. | R 12-05 | 12-05 12-05
en | We should have news by the middle of December. | R R | 12-11 12-20
en | Let's say the end of next week. | R 12-04 | 12-04 12-06
en | We'll let all candidates know before Christmas. | R R | 12-23 12-25
en | Our recruiter will call you on Monday. | 11-30 11-30 | 11-30 11-30
en | Tomorrow afternoon at the latest. | R 11-26 | 11-26 11-26
en | In four to six weeks. | R 12-23 | 12-30 01-06
en | We're hoping to wrap this up in the first week of December. | 11-30 12-01 | 12-04 12-06
en | You can expect a decision by December 18th. | R R | 12-18 12-18
en | It won't be before January. | 01-01 01-04 | open
en | We need at least three weeks. | 12-16 12-16 | open
en | Within 5 business days. | R 11-26 | 12-02 12-02
en | The hiring committee gets back to everybody within 72 hours. | R 11-26 | 11-28 11-28
en | Early next month. | 12-01 12-01 | 12-05 12-11
en | Sometime in January. | 01-01 01-04 | 01-29 01-31
en | By the time the week is over. | R R | 11-27 11-29
en | Monday or Tuesday. | 11-30 11-30 | 12-01 12-01
en | In a fortnight's time. | R 12-09 | 12-09 12-11
en | The week of December 14. | 12-13 12-14 | 12-18 12-20
en | End of this month. | R 11-30 | 11-30 11-30
en | Not until next Wednesday. | 12-02 12-02 | open
en | Shortly after the holidays. | 12-28 01-06 | 12-31 01-29
en | We aim to decide by the end of November. | R R | 11-30 11-30
en | Give us till Tuesday. | R R | 12-01 12-01
en | A week from tomorrow. | 12-03 12-03 | 12-03 12-03
en | Between the 8th and the 12th of December. | 12-08 12-08 | 12-12 12-12
en | From next Monday on. | 11-30 11-30 | open
en | It takes us five to seven working days. | R 12-02 | 12-04 12-04
en | Up to two weeks. | R R | 12-09 12-09
en | Today, before five. | R R | R R
en | The second half of December. | 12-15 12-16 | 12-31 12-31
en | Two weeks from today. | 12-09 12-09 | 12-09 12-09
en | We have one more interview on Friday and then we'll let you know on Monday. | 11-30 11-30 | 11-30 11-30
en | Thursday. Sorry, I mean Friday. | 11-27 11-27 | 11-27 11-27
en | I'd expect an email towards the end of the week. | R 11-27 | 11-27 11-29
en | In the first quarter of next year. | 01-01 01-04 | 03-31 03-31
en | In the next 48 hours. | R 11-26 | 11-27 11-27
en | About three weeks from now. | R 12-16 | 12-16 12-20
en | By 5pm on Friday. | R R | 11-27 11-27
en | We'll be in touch in due time. | none | none
en | We're still waiting for sign-off. | none | none
en | We met several people last week. | none | none
en | The role has been vacant since August. | none | none
en | You would get 28 days of leave. | none | none
en | May I ask you something? | none | none
en | We run three rounds of interviews. | none | none
en | As soon as the budget is approved. | none | none
en | Thanks for making time today. | none | none
nl | Je hoort volgende week dinsdag van ons. | 12-01 12-01 | 12-01 12-01
nl | Binnen tien dagen krijg je antwoord. | R 11-26 | 12-05 12-05
nl | Uiterlijk vrijdag laten we het weten. | R R | 11-27 11-27
nl | Eind deze maand. | R 11-30 | 11-30 11-30
nl | Over een week of drie. | R 12-16 | 12-16 12-20
nl | Voor de feestdagen nemen we een beslissing. | R R | 12-18 12-24
nl | Begin volgende week bel ik je. | 11-30 11-30 | 12-01 12-02
nl | In de eerste week van januari. | 01-01 01-04 | 01-07 01-10
nl | Niet voor 10 december. | 12-10 12-10 | open
nl | Binnen drie werkdagen. | R 11-26 | 11-30 11-30
nl | We moeten het intern nog bespreken. | none | none
nl | De vacature staat al sinds de zomer open. | none | none
nl | Morgen of vrijdag. | 11-26 11-26 | 11-27 11-27
de | Sie hören bis Ende der Woche von uns. | R R | 11-27 11-29
de | In zwei bis drei Wochen. | R 12-09 | 12-16 12-16
de | Mitte Dezember fällt die Entscheidung. | 12-10 12-15 | 12-15 12-21
de | Nächsten Mittwoch rufe ich Sie an. | 12-02 12-02 | 12-02 12-02
de | Spätestens am 10. Dezember. | R R | 12-10 12-10
de | Vor Weihnachten melden wir uns. | R R | 12-23 12-24
de | Innerhalb von zehn Arbeitstagen. | R 11-26 | 12-09 12-09
de | Frühestens Anfang Januar. | 01-01 01-04 | open
de | Übernächste Woche. | 12-06 12-07 | 12-11 12-13
de | Am Montag oder Dienstag. | 11-30 11-30 | 12-01 12-01
de | Wir müssen noch intern beraten. | none | none
de | Wir haben uns vor einer Woche gesehen. | none | none
fr | Vous aurez une réponse d'ici la fin de la semaine. | R R | 11-27 11-29
fr | Dans une dizaine de jours. | R 12-05 | 12-05 12-07
fr | Avant le 15 décembre. | R R | 12-14 12-15
fr | La semaine prochaine. | 11-29 11-30 | 12-04 12-06
fr | Début janvier. | 01-01 01-04 | 01-05 01-11
fr | Lundi ou mardi. | 11-30 11-30 | 12-01 12-01
fr | Sous dix jours ouvrés. | R 11-26 | 12-09 12-09
fr | Au plus tard mercredi prochain. | R R | 12-02 12-02
fr | Pas avant la semaine prochaine. | 11-30 11-30 | open
fr | Après les fêtes de fin d'année. | 01-01 01-06 | 01-08 01-29
fr | Nous devons encore en discuter. | none | none
fr | Nous nous sommes vus il y a dix jours. | none | none
fr | Je vous rappelle demain. | 11-26 11-26 | 11-26 11-26
es | Le diremos algo la próxima semana. | 11-29 11-30 | 12-04 12-06
es | Antes de fin de mes. | R R | 11-29 11-30
es | En un plazo de diez días. | R 11-26 | 12-05 12-05
es | A finales de diciembre. | 12-20 12-28 | 12-31 12-31
es | El lunes por la tarde le llamo. | 11-30 11-30 | 11-30 11-30
es | A más tardar el 15 de diciembre. | R R | 12-15 12-15
es | Entre el martes y el jueves. | 12-01 12-01 | 12-03 12-03
es | Dentro de dos semanas. | R 12-09 | 12-09 12-11
es | No antes del 10 de diciembre. | 12-10 12-10 | open
es | En cinco días hábiles. | R 12-02 | 12-02 12-02
es | Todavía estamos en conversaciones. | none | none
es | Hablamos hace dos semanas. | none | none
`
  .trim()
  .split('\n')
  .map(readLine)

function readLine(line: string): BenchPhrase {
  const [locale = '', text = '', earliest = '', latest = ''] = line.split(' | ')
  return { locale, text, earliest: readBounds(earliest), latest: readBounds(latest) }
}

function readBounds(text: string): readonly [string, string] | null {
  const [from = '', to = ''] = text.trim().split(' ')
  return from === 'none' || from === 'open' ? null : [readDate(from), readDate(to)]
}

function readDate(text: string): string {
  if (text === 'R') return reference.slice(0, 10)
  return `${text < '11-25' ? 2027 : 2026}-${text}`
}

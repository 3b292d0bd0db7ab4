import type { Words } from './words.ts'

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

/** German. */
export const de: Words = {
  language: 'de',
  kinds: {
    askTimeframe: {
      title: 'Fragen, wann entschieden wird',
      what: 'Fragen Sie vor dem Ende des Gesprächs, wie und wann entschieden wird und ob Sie nachfragen dürfen. Schreiben Sie die Antwort auf.',
    },
    rebookInterview: {
      title: 'Neuen Termin für das ausgefallene Gespräch vereinbaren',
      what: 'Das Gespräch hat nicht stattgefunden. Schreiben Sie und schlagen Sie einen neuen Termin vor.',
    },
    thankYou: {
      title: 'Dank an {person}',
      what: 'Schreiben Sie einen kurzen Dank an {person}: Sagen Sie, dass Ihr Interesse echt ist, und nennen Sie eine Sache aus dem Gespräch.',
    },
    decisionExpected: {
      title: 'Entscheidung erwartet',
      what: 'Bis zu diesem Datum sollte die Entscheidung fallen. Bis dahin ist nichts zu tun.',
    },
    checkIn: {
      title: 'Nach dem Stand der Entscheidung fragen',
      what: 'Fragen Sie kurz und freundlich nach dem Stand der Entscheidung.',
    },
    answerHolding: {
      title: 'Zwischenbescheid beantworten',
      what: 'Die Entscheidung dauert länger, so die Nachricht. Danken Sie kurz. Bestätigen Sie den neuen Termin oder fragen Sie danach.',
    },
    sendInformation: {
      title: 'Gewünschte Unterlagen schicken',
      what: 'Sie wurden um etwas gebeten. Schicken Sie es, oder sagen Sie, wann es kommt.',
    },
    confirmSilence: {
      title: 'Entscheiden, ob das Schweigen eine Absage ist',
      what: 'Lange war nichts zu hören. Schließen Sie die Bewerbung ab oder lassen Sie sie offen; eine Antwort öffnet sie jederzeit wieder.',
    },
    resumeApplication: {
      title: 'Pausierte Bewerbung wieder aufnehmen',
      what: 'Sie hatten diese Bewerbung bis jetzt pausiert. Entscheiden Sie, ob Sie weitermachen.',
    },
    answerInvitation: {
      title: 'Einladung zur nächsten Runde beantworten',
      what: 'Sie sind zu einem weiteren Gespräch eingeladen. Sagen Sie zu und vereinbaren Sie einen Termin, oder sagen Sie ab.',
    },
    interview: {
      title: 'Vorstellungsgespräch, Runde {round}',
      what: 'Vorstellungsgespräch. Fragen Sie am Ende, wie und wann entschieden wird und ob Sie nachfragen dürfen.',
    },
    acknowledgeOffer: {
      title: 'Erhalt des Angebots bestätigen',
      what: 'Danken Sie für das Angebot, ohne schon zu entscheiden, und fragen Sie, bis wann Ihre Antwort gebraucht wird.',
    },
    requestExtension: {
      title: 'Letzter guter Tag, um mehr Zeit zu bitten',
      what: 'Brauchen Sie mehr Bedenkzeit, bitten Sie jetzt darum, mit einem Grund und einem neuen Datum.',
    },
    decideOffer: {
      title: 'Angebot beantworten',
      what: 'Die Antwort auf das Angebot ist fällig. Nehmen Sie an, verhandeln Sie oder lehnen Sie ab.',
    },
    offerAnswerExpected: {
      title: 'Antwort zum Angebot erwartet',
      what: 'Bis zu diesem Datum sollten Sie zum Angebot eine Antwort haben. Bis dahin ist nichts zu tun.',
    },
    confirmAcceptance: {
      title: 'Zusage schriftlich bestätigen',
      what: 'Bestätigen Sie schriftlich, was vereinbart ist: Stelle, Beginn, Gehalt und alles, was verhandelt wurde.',
    },
    withdrawElsewhere: {
      title: 'Andere Bewerbungen zurückziehen',
      what: 'Sie haben ein Angebot angenommen. Ziehen Sie sich überall sonst höflich zurück.',
    },
    thankReferences: {
      title: 'Referenzgebern danken',
      what: 'Erzählen Sie denen, die für Sie gesprochen haben, wie es ausging, und danken Sie ihnen.',
    },
    answerRescission: {
      title: 'Auf das zurückgezogene Angebot antworten',
      what: 'Das Angebot wurde zurückgezogen. Bleiben Sie höflich und fragen Sie schriftlich nach dem Grund.',
    },
    replyToRejection: {
      title: 'Auf die Absage antworten',
      what: 'Danken Sie für die Zeit und lassen Sie die Tür offen.',
    },
    askFeedback: {
      title: 'Um Rückmeldung bitten',
      what: 'Fragen Sie einmal freundlich, was Sie besser machen können. Haken Sie nicht nach.',
    },
    moveOn: {
      title: 'Weitergehen',
      what: 'Schreiben Sie auf, was Sie gelernt haben, und wenden Sie sich den anderen Bewerbungen zu.',
    },
    obligation: {
      title: '{task}',
      what: 'Eine Regel von Ihnen oder Ihren Plug-ins setzt dies auf die Agenda.',
    },
  },
  somebody: 'die Gesprächspartner',
  something: 'Etwas zu erledigen',
  application: {
    roleAtCompany: '{role} bei {company}',
    atCompany: 'Bewerbung bei {company}',
    role: 'Bewerbung als {role}',
    round: 'Runde {round}',
    roundAlone: 'Runde {round}',
  },
  basis: {
    stated: 'Dieses Datum hat der Arbeitgeber genannt.',
    derived: 'Dieses Datum ist von einem gezählt, das der Arbeitgeber genannt hat.',
    assumed: 'Niemand hat ein Datum genannt; dieses folgt üblichem Rat.',
    pinned: 'Dieses Datum haben Sie selbst gesetzt.',
  },
  countedFrom: 'Gezählt ab: {event}, {date}.',
  events: {
    interview: 'geplantes Ende des Gesprächs',
    'interview.ended': 'Ende des Gesprächs',
    'interview.missed': 'ausgefallenes Gespräch',
    'timeframe.given': 'Auskunft über die Entscheidung',
    'timeframe.revised': 'neuer Termin der Entscheidung',
    'the last word from the employer': 'letzte Nachricht des Arbeitgebers',
    'checkIn.sent': 'Ihre letzte Nachfrage',
    'agenda.pinned': 'das von Ihnen gesetzte Datum',
    'agenda.snoozed': 'das von Ihnen verschobene Datum',
    'employer.replied': 'letzte Nachricht des Arbeitgebers',
    'employer.held': 'Unterbrechung durch den Arbeitgeber',
    'employer.resumed': 'Wiederaufnahme durch den Arbeitgeber',
    'application.paused': 'Ihre Pause',
    'application.resumed': 'Ende Ihrer Pause',
    'application.reopened': 'Wiedereröffnung',
    'nextRound.invited': 'Einladung',
    'nextRound.scheduled': 'Terminvereinbarung',
    'offer.extended': 'Angebot',
    'offer.revised': 'geändertes Angebot',
    'offer.countered': 'Ihr Gegenvorschlag',
    'offer.extensionRequested': 'Ihre Bitte um mehr Zeit',
    'offer.extensionGranted': 'gewährte Fristverlängerung',
    'offer.extensionRefused': 'abgelehnte Fristverlängerung',
    'offer.accepted': 'Ihre Zusage',
    'offer.rescinded': 'Rückzug des Angebots',
    'application.rejected': 'Absage',
    'rejection.answered': 'Ihre Antwort auf die Absage',
    'feedback.requested': 'Ihre Bitte um Rückmeldung',
  },
  policy: 'Regel: {key} = {value}. Quelle: {source}.',
  window: 'Gute Zeit: von {from} bis {until}.',
  windowOn: 'Gute Zeit: {day}.',
  expected: 'Erwartet von {from} bis {until}.',
  expectedOn: 'Erwartet am {day}.',
  expectedFrom: 'Erwartet ab {from}; ein Ende wurde nicht genannt.',
  media: { video: 'Per Video.', phone: 'Am Telefon.', onsite: 'Vor Ort.' },
  people: 'Mit: {people}',
  decidedBy: 'Wer entscheidet: {decidedBy}',
  offered: 'Angebotene Stelle: {title}',
  said: 'Im Wortlaut: „{phrase}“',
  letter: 'Entwurf:',
  letterElsewhere: 'Ein Entwurf liegt dort bereit, wo Sie diese Bewerbung verwalten.',
  closed: {
    done: 'Erledigt.',
    skipped: 'Übersprungen.',
    cancelled: 'Nicht mehr nötig.',
  },
  category: 'Bewerbung',
  stages: {
    interview: 'Gespräch',
    followUp: 'Nachbereitung',
    waiting: 'Warten',
    offer: 'Angebot',
    rejection: 'Absage',
  },
  date: ({ weekday, day, month, year }) =>
    `${weekdays[weekday - 1]}, ${day}. ${months[month - 1]} ${year}`,
}

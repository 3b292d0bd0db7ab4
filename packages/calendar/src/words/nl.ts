import type { Words } from './words.ts'

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

/** Dutch. */
export const nl: Words = {
  language: 'nl',
  kinds: {
    askTimeframe: {
      title: 'Vraag wanneer ze beslissen',
      what: 'Vraag voor het einde van het gesprek hoe en wanneer ze beslissen, en of je mag navragen. Schrijf het antwoord op.',
    },
    rebookInterview: {
      title: 'Nieuwe afspraak maken voor het gemiste gesprek',
      what: 'Het gesprek ging niet door. Schrijf hun en stel een nieuw moment voor.',
    },
    thankYou: {
      title: 'Bedank {person}',
      what: 'Stuur {person} een kort bedankje: zeg dat je interesse echt is en noem één ding waarover jullie spraken.',
    },
    decisionExpected: {
      title: 'Beslissing verwacht',
      what: 'Uiterlijk op deze datum zouden ze moeten beslissen. Tot dan hoef je niets te doen.',
    },
    checkIn: {
      title: 'Navragen hoe het met de beslissing staat',
      what: 'Vraag in een kort, vriendelijk bericht hoe het met de beslissing staat.',
    },
    answerHolding: {
      title: 'Hun tussenbericht beantwoorden',
      what: 'Ze schreven dat de beslissing langer duurt. Bedank hen kort. Bevestig de nieuwe datum, of vraag ernaar.',
    },
    sendInformation: {
      title: 'De gevraagde informatie sturen',
      what: 'Ze hebben je om iets gevraagd. Stuur het, of laat weten wanneer het komt.',
    },
    confirmSilence: {
      title: 'Bepalen of de stilte een nee is',
      what: 'Er is al lang niets gehoord. Sluit de sollicitatie af of laat haar open; een antwoord kan haar altijd heropenen.',
    },
    resumeApplication: {
      title: 'De gepauzeerde sollicitatie weer oppakken',
      what: 'Je had deze sollicitatie tot nu gepauzeerd. Bepaal of je ermee doorgaat.',
    },
    answerInvitation: {
      title: 'De uitnodiging voor de volgende ronde beantwoorden',
      what: 'Je bent uitgenodigd voor nog een gesprek. Neem aan en spreek een tijd af, of bedank ervoor.',
    },
    interview: {
      title: 'Sollicitatiegesprek, ronde {round}',
      what: 'Sollicitatiegesprek. Vraag voor je vertrekt hoe en wanneer ze beslissen, en of je mag navragen.',
    },
    acknowledgeOffer: {
      title: 'Bevestigen dat je het aanbod hebt ontvangen',
      what: 'Bedank voor het aanbod, zonder al te beslissen, en vraag wanneer ze je antwoord nodig hebben.',
    },
    requestExtension: {
      title: 'Laatste goede dag om meer tijd te vragen',
      what: 'Heb je meer bedenktijd nodig, vraag er dan nu om, met een reden en een nieuwe datum.',
    },
    decideOffer: {
      title: 'Het aanbod beantwoorden',
      what: 'Het antwoord op het aanbod moet er nu zijn. Neem aan, onderhandel of wijs af.',
    },
    offerAnswerExpected: {
      title: 'Hun antwoord over het aanbod verwacht',
      what: 'Uiterlijk op deze datum zouden ze je over het aanbod moeten antwoorden. Tot dan hoef je niets te doen.',
    },
    confirmAcceptance: {
      title: 'Je aanvaarding schriftelijk bevestigen',
      what: 'Bevestig schriftelijk wat is afgesproken: functie, begindatum, salaris en alles waarover is onderhandeld.',
    },
    withdrawElsewhere: {
      title: 'Je andere sollicitaties intrekken',
      what: 'Je hebt een aanbod aangenomen. Trek je overal elders beleefd terug.',
    },
    thankReferences: {
      title: 'Je referenties bedanken',
      what: 'Vertel de mensen die een goed woord voor je deden hoe het is afgelopen, en bedank hen.',
    },
    answerRescission: {
      title: 'Op het ingetrokken aanbod reageren',
      what: 'Het aanbod is ingetrokken. Blijf hoffelijk en vraag schriftelijk naar de reden.',
    },
    replyToRejection: {
      title: 'Op de afwijzing antwoorden',
      what: 'Bedank hen voor hun tijd en houd de deur open.',
    },
    askFeedback: {
      title: 'Om feedback vragen',
      what: 'Vraag één keer, vriendelijk, wat je beter kunt doen. Dring niet aan.',
    },
    moveOn: {
      title: 'Verdergaan',
      what: 'Schrijf op wat je hebt geleerd en ga verder met je andere sollicitaties.',
    },
    obligation: {
      title: '{task}',
      what: 'Een regel van jou of van je plug-ins zet dit op de agenda.',
    },
  },
  somebody: 'je gesprekspartners',
  something: 'Iets om aan te denken',
  application: {
    roleAtCompany: '{role} bij {company}',
    atCompany: 'Sollicitatie bij {company}',
    role: 'Sollicitatie als {role}',
    round: 'ronde {round}',
    roundAlone: 'Ronde {round}',
  },
  basis: {
    stated: 'De werkgever heeft deze datum genoemd.',
    derived: 'Deze datum is geteld vanaf een datum die de werkgever noemde.',
    assumed: 'Niemand noemde een datum; deze volgt gangbaar advies.',
    pinned: 'Je hebt deze datum zelf gekozen.',
  },
  countedFrom: 'Geteld vanaf: {event}, {date}.',
  events: {
    interview: 'het geplande einde van het gesprek',
    'interview.ended': 'het einde van het gesprek',
    'interview.missed': 'het gemiste gesprek',
    'timeframe.given': 'wat ze over de beslissing zeiden',
    'timeframe.revised': 'de nieuwe datum voor de beslissing',
    'the last word from the employer': 'hun laatste bericht',
    'checkIn.sent': 'je laatste navraag',
    'agenda.pinned': 'de datum die je koos',
    'agenda.snoozed': 'de datum die je verschoof',
    'employer.replied': 'hun laatste bericht',
    'employer.held': 'het moment waarop zij het stillegden',
    'employer.resumed': 'het moment waarop zij verdergingen',
    'application.paused': 'je pauze',
    'application.resumed': 'het einde van je pauze',
    'application.reopened': 'de heropening',
    'nextRound.invited': 'de uitnodiging',
    'nextRound.scheduled': 'de afspraak',
    'offer.extended': 'het aanbod',
    'offer.revised': 'het herziene aanbod',
    'offer.countered': 'je tegenvoorstel',
    'offer.extensionRequested': 'je vraag om meer tijd',
    'offer.extensionGranted': 'de extra tijd die je kreeg',
    'offer.extensionRefused': 'hun weigering van meer tijd',
    'offer.accepted': 'je aanvaarding',
    'offer.rescinded': 'het intrekken van het aanbod',
    'application.rejected': 'de afwijzing',
    'rejection.answered': 'je antwoord op de afwijzing',
    'feedback.requested': 'je vraag om feedback',
  },
  policy: 'Regel: {key} = {value}. Bron: {source}.',
  window: 'Een goed moment: van {from} tot {until}.',
  windowOn: 'Een goed moment: {day}.',
  expected: 'Verwacht van {from} tot {until}.',
  expectedOn: 'Verwacht op {day}.',
  expectedFrom: 'Verwacht vanaf {from}; een einde hebben ze niet genoemd.',
  media: { video: 'Via video.', phone: 'Per telefoon.', onsite: 'Op locatie.' },
  people: 'Met: {people}',
  decidedBy: 'Wie beslist: {decidedBy}',
  offered: 'Aangeboden functie: {title}',
  said: 'Hun woorden: “{phrase}”',
  letter: 'Concept:',
  letterElsewhere: 'Een concept staat klaar waar je deze sollicitatie bijhoudt.',
  closed: {
    done: 'Gedaan.',
    skipped: 'Overgeslagen.',
    cancelled: 'Niet meer nodig.',
  },
  category: 'Sollicitaties',
  stages: {
    interview: 'Gesprek',
    followUp: 'Nazorg',
    waiting: 'Wachten',
    offer: 'Aanbod',
    rejection: 'Afwijzing',
  },
  date: ({ weekday, day, month, year }) =>
    `${weekdays[weekday - 1]} ${day} ${months[month - 1]} ${year}`,
}

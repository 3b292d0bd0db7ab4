import type { Words } from './words.ts'

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** French. */
export const fr: Words = {
  language: 'fr',
  kinds: {
    askTimeframe: {
      title: 'Demander quand la décision sera prise',
      what: 'Avant la fin de l’entretien, demandez comment et quand la décision sera prise, et si vous pouvez relancer. Notez la réponse.',
    },
    rebookInterview: {
      title: 'Reprendre rendez-vous après l’entretien manqué',
      what: 'L’entretien n’a pas eu lieu. Écrivez pour proposer une nouvelle date.',
    },
    thankYou: {
      title: 'Remercier {person}',
      what: 'Envoyez à {person} un court mot de remerciement : dites votre intérêt et rappelez un point de votre échange.',
    },
    decisionExpected: {
      title: 'Décision attendue',
      what: 'La décision devrait tomber au plus tard à cette date. D’ici là, il n’y a rien à faire.',
    },
    checkIn: {
      title: 'Demander où en est la décision',
      what: 'Demandez où en est la décision par un message court et aimable.',
    },
    answerHolding: {
      title: 'Répondre au message d’attente',
      what: 'La décision prend plus de temps que prévu. Remerciez brièvement. Confirmez la nouvelle date, ou demandez-la.',
    },
    sendInformation: {
      title: 'Envoyer les informations demandées',
      what: 'On vous a demandé quelque chose. Envoyez-le, ou dites quand vous l’enverrez.',
    },
    confirmSilence: {
      title: 'Décider si ce silence est un refus',
      what: 'Vous êtes sans nouvelles depuis longtemps. Fermez la candidature ou laissez-la ouverte ; une réponse peut toujours la rouvrir.',
    },
    resumeApplication: {
      title: 'Reprendre la candidature en pause',
      what: 'Vous aviez mis cette candidature en pause jusqu’à maintenant. Décidez si vous la poursuivez.',
    },
    answerInvitation: {
      title: 'Répondre à l’invitation au prochain entretien',
      what: 'Vous êtes invité à un nouvel entretien. Acceptez et convenez d’une date, ou déclinez.',
    },
    interview: {
      title: 'Entretien, tour {round}',
      what: 'Entretien. Avant de partir, demandez comment et quand la décision sera prise, et si vous pouvez relancer.',
    },
    acknowledgeOffer: {
      title: 'Accuser réception de l’offre',
      what: 'Remerciez pour l’offre, sans encore décider, et demandez pour quand votre réponse est attendue.',
    },
    requestExtension: {
      title: 'Dernier bon jour pour demander un délai',
      what: 'S’il vous faut plus de temps pour décider, demandez-le maintenant, avec une raison et une nouvelle date.',
    },
    decideOffer: {
      title: 'Répondre à l’offre',
      what: 'La réponse à l’offre est due. Acceptez, négociez ou déclinez.',
    },
    offerAnswerExpected: {
      title: 'Réponse attendue au sujet de l’offre',
      what: 'Une réponse au sujet de l’offre devrait arriver au plus tard à cette date. D’ici là, il n’y a rien à faire.',
    },
    confirmAcceptance: {
      title: 'Confirmer votre accord par écrit',
      what: 'Confirmez par écrit ce qui est convenu : poste, date de début, salaire et tout ce qui a été négocié.',
    },
    withdrawElsewhere: {
      title: 'Retirer vos autres candidatures',
      what: 'Vous avez accepté une offre. Retirez-vous poliment partout ailleurs.',
    },
    thankReferences: {
      title: 'Remercier vos références',
      what: 'Dites aux personnes qui vous ont recommandé comment cela s’est terminé, et remerciez-les.',
    },
    answerRescission: {
      title: 'Répondre au retrait de l’offre',
      what: 'L’offre a été retirée. Restez courtois et demandez-en la raison par écrit.',
    },
    replyToRejection: {
      title: 'Répondre au refus',
      what: 'Remerciez pour le temps accordé et laissez la porte ouverte.',
    },
    askFeedback: {
      title: 'Demander un retour',
      what: 'Demandez une seule fois, aimablement, ce que vous pourriez améliorer. N’insistez pas.',
    },
    moveOn: {
      title: 'Passer à la suite',
      what: 'Notez ce que vous avez appris, puis revenez à vos autres candidatures.',
    },
    obligation: {
      title: '{task}',
      what: 'Une règle que vous ou vos extensions avez ajoutée l’inscrit à l’agenda.',
    },
  },
  somebody: 'vos interlocuteurs',
  something: 'Une chose à faire',
  application: {
    roleAtCompany: '{role}, {company}',
    atCompany: 'Candidature chez {company}',
    role: 'Candidature : {role}',
    round: 'tour {round}',
    roundAlone: 'Tour {round}',
  },
  basis: {
    stated: 'Cette date vient de l’employeur.',
    derived: 'Cette date est comptée à partir d’une date donnée par l’employeur.',
    assumed: 'Personne n’a donné de date ; celle-ci suit l’usage.',
    pinned: 'Vous avez choisi cette date.',
  },
  countedFrom: 'Comptée depuis : {event}, {date}.',
  events: {
    interview: 'la fin prévue de l’entretien',
    'interview.ended': 'la fin de l’entretien',
    'interview.missed': 'l’entretien manqué',
    'timeframe.given': 'ce qui a été dit de la décision',
    'timeframe.revised': 'la nouvelle date de la décision',
    'the last word from the employer': 'le dernier message de l’employeur',
    'checkIn.sent': 'votre dernière relance',
    'agenda.pinned': 'la date que vous avez choisie',
    'agenda.snoozed': 'la date que vous avez reportée',
    'employer.replied': 'le dernier message de l’employeur',
    'employer.held': 'la suspension par l’employeur',
    'employer.resumed': 'la reprise par l’employeur',
    'application.paused': 'votre pause',
    'application.resumed': 'la fin de votre pause',
    'application.reopened': 'la réouverture',
    'nextRound.invited': 'l’invitation',
    'nextRound.scheduled': 'la prise de rendez-vous',
    'offer.extended': 'l’offre',
    'offer.revised': 'l’offre modifiée',
    'offer.countered': 'votre contre-proposition',
    'offer.extensionRequested': 'votre demande de délai',
    'offer.extensionGranted': 'le délai accordé',
    'offer.extensionRefused': 'le délai refusé',
    'offer.accepted': 'votre accord',
    'offer.rescinded': 'le retrait de l’offre',
    'application.rejected': 'le refus',
    'rejection.answered': 'votre réponse au refus',
    'feedback.requested': 'votre demande de retour',
  },
  policy: 'Règle : {key} = {value}. Source : {source}.',
  window: 'Un bon moment : du {from} au {until}.',
  windowOn: 'Un bon moment : le {day}.',
  expected: 'Attendue du {from} au {until}.',
  expectedOn: 'Attendue le {day}.',
  expectedFrom: 'Attendue à partir du {from} ; aucune fin n’a été donnée.',
  media: { video: 'En visioconférence.', phone: 'Par téléphone.', onsite: 'Sur place.' },
  people: 'Avec : {people}',
  decidedBy: 'Qui décide : {decidedBy}',
  offered: 'Poste proposé : {title}',
  said: 'Leurs mots : « {phrase} »',
  letter: 'Brouillon :',
  letterElsewhere: 'Un brouillon vous attend là où vous suivez cette candidature.',
  closed: {
    done: 'C’est fait.',
    skipped: 'Étape passée.',
    cancelled: 'Ce n’est plus nécessaire.',
  },
  category: 'Recherche d’emploi',
  stages: {
    interview: 'Entretien',
    followUp: 'Suivi',
    waiting: 'Attente',
    offer: 'Offre',
    rejection: 'Refus',
  },
  date: ({ weekday, day, month, year }) =>
    `${weekdays[weekday - 1]} ${day === 1 ? '1er' : day} ${months[month - 1]} ${year}`,
}

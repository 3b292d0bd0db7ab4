import type { Words } from './words.ts'

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

/** Spanish. */
export const es: Words = {
  language: 'es',
  kinds: {
    askTimeframe: {
      title: 'Preguntar cuándo decidirán',
      what: 'Antes de que acabe la entrevista, pregunta cómo y cuándo decidirán y si puedes preguntar después. Anota la respuesta.',
    },
    rebookInterview: {
      title: 'Acordar otra fecha para la entrevista perdida',
      what: 'La entrevista no tuvo lugar. Escribe y propón otra fecha.',
    },
    thankYou: {
      title: 'Dar las gracias a {person}',
      what: 'Envía a {person} una nota breve de agradecimiento: di que tu interés es real y menciona un tema del que hablasteis.',
    },
    decisionExpected: {
      title: 'Se espera la decisión',
      what: 'La decisión debería llegar como tarde en esta fecha. Hasta entonces no hay nada que hacer.',
    },
    checkIn: {
      title: 'Preguntar cómo va la decisión',
      what: 'Pregunta cómo va la decisión con un mensaje breve y amable.',
    },
    answerHolding: {
      title: 'Contestar a su mensaje de espera',
      what: 'Han escrito que la decisión tardará más. Da las gracias con brevedad. Confirma la nueva fecha, o pregunta por ella.',
    },
    sendInformation: {
      title: 'Enviar la información que pidieron',
      what: 'Te han pedido algo. Envíalo, o di cuándo llegará.',
    },
    confirmSilence: {
      title: 'Decidir si el silencio es un no',
      what: 'Hace mucho que no hay noticias. Cierra la candidatura o déjala abierta; una respuesta siempre puede reabrirla.',
    },
    resumeApplication: {
      title: 'Retomar la candidatura en pausa',
      what: 'Habías dejado esta candidatura en pausa hasta ahora. Decide si sigues con ella.',
    },
    answerInvitation: {
      title: 'Contestar a la invitación a la siguiente ronda',
      what: 'Te han invitado a otra entrevista. Acepta y acuerda una hora, o declina.',
    },
    interview: {
      title: 'Entrevista, ronda {round}',
      what: 'Entrevista. Antes de irte, pregunta cómo y cuándo decidirán y si puedes preguntar después.',
    },
    acknowledgeOffer: {
      title: 'Agradecer la oferta',
      what: 'Da las gracias por la oferta, sin decidir todavía, y pregunta para cuándo necesitan tu respuesta.',
    },
    requestExtension: {
      title: 'Último buen día para pedir más tiempo',
      what: 'Si necesitas más tiempo para decidir, pídelo ahora, con un motivo y una nueva fecha.',
    },
    decideOffer: {
      title: 'Contestar a la oferta',
      what: 'Toca contestar a la oferta. Acepta, negocia o recházala.',
    },
    offerAnswerExpected: {
      title: 'Se espera su respuesta sobre la oferta',
      what: 'Deberían contestarte sobre la oferta como tarde en esta fecha. Hasta entonces no hay nada que hacer.',
    },
    confirmAcceptance: {
      title: 'Confirmar la aceptación por escrito',
      what: 'Confirma por escrito lo acordado: puesto, fecha de inicio, sueldo y todo lo negociado.',
    },
    withdrawElsewhere: {
      title: 'Retirar tus otras candidaturas',
      what: 'Has aceptado una oferta. Retírate con cortesía de las demás.',
    },
    thankReferences: {
      title: 'Dar las gracias a tus referencias',
      what: 'Cuenta a quienes hablaron en tu favor cómo terminó todo y dales las gracias.',
    },
    answerRescission: {
      title: 'Contestar a la retirada de la oferta',
      what: 'Han retirado la oferta. Mantén la cortesía y pregunta el motivo por escrito.',
    },
    replyToRejection: {
      title: 'Contestar al rechazo',
      what: 'Agradece su tiempo y deja la puerta abierta.',
    },
    askFeedback: {
      title: 'Pedir una valoración',
      what: 'Pregunta una sola vez, con amabilidad, qué podrías mejorar. No insistas.',
    },
    moveOn: {
      title: 'Seguir adelante',
      what: 'Anota lo que has aprendido y vuelve a tus otras candidaturas.',
    },
    obligation: {
      title: '{task}',
      what: 'Una regla tuya o de tus complementos lo pone en la agenda.',
    },
  },
  somebody: 'quienes te entrevistaron',
  something: 'Algo pendiente',
  application: {
    roleAtCompany: '{role} en {company}',
    atCompany: 'Candidatura en {company}',
    role: 'Candidatura: {role}',
    round: 'ronda {round}',
    roundAlone: 'Ronda {round}',
  },
  basis: {
    stated: 'La empresa dio esta fecha.',
    derived: 'Esta fecha se cuenta a partir de una que dio la empresa.',
    assumed: 'Nadie dio una fecha; esta sigue el consejo habitual.',
    pinned: 'Tú elegiste esta fecha.',
  },
  countedFrom: 'Contada desde: {event}, {date}.',
  events: {
    interview: 'el final previsto de la entrevista',
    'interview.ended': 'el final de la entrevista',
    'interview.missed': 'la entrevista perdida',
    'timeframe.given': 'lo que dijeron sobre la decisión',
    'timeframe.revised': 'la nueva fecha de la decisión',
    'the last word from the employer': 'su última noticia',
    'checkIn.sent': 'tu última consulta',
    'agenda.pinned': 'la fecha que elegiste',
    'agenda.snoozed': 'la fecha que aplazaste',
    'employer.replied': 'su último mensaje',
    'employer.held': 'el momento en que lo dejaron en espera',
    'employer.resumed': 'el momento en que lo retomaron',
    'application.paused': 'tu pausa',
    'application.resumed': 'el final de tu pausa',
    'application.reopened': 'la reapertura',
    'nextRound.invited': 'la invitación',
    'nextRound.scheduled': 'la cita acordada',
    'offer.extended': 'la oferta',
    'offer.revised': 'la oferta modificada',
    'offer.countered': 'tu contrapropuesta',
    'offer.extensionRequested': 'tu petición de más tiempo',
    'offer.extensionGranted': 'el tiempo que te concedieron',
    'offer.extensionRefused': 'su negativa a dar más tiempo',
    'offer.accepted': 'tu aceptación',
    'offer.rescinded': 'la retirada de la oferta',
    'application.rejected': 'el rechazo',
    'rejection.answered': 'tu respuesta al rechazo',
    'feedback.requested': 'tu petición de valoración',
  },
  policy: 'Regla: {key} = {value}. Fuente: {source}.',
  window: 'Buen momento: del {from} al {until}.',
  windowOn: 'Buen momento: el {day}.',
  expected: 'Se espera del {from} al {until}.',
  expectedOn: 'Se espera el {day}.',
  expectedFrom: 'Se espera a partir del {from}; no dijeron hasta cuándo.',
  media: { video: 'Por videollamada.', phone: 'Por teléfono.', onsite: 'En persona.' },
  people: 'Con: {people}',
  decidedBy: 'Quién decide: {decidedBy}',
  offered: 'Puesto ofrecido: {title}',
  said: 'Sus palabras: «{phrase}»',
  letter: 'Borrador:',
  letterElsewhere: 'Tienes un borrador preparado donde llevas esta candidatura.',
  closed: {
    done: 'Hecho.',
    skipped: 'Omitido.',
    cancelled: 'Ya no hace falta.',
  },
  category: 'Búsqueda de empleo',
  stages: {
    interview: 'Entrevista',
    followUp: 'Seguimiento',
    waiting: 'Espera',
    offer: 'Oferta',
    rejection: 'Rechazo',
  },
  date: ({ weekday, day, month, year }) =>
    `${weekdays[weekday - 1]}, ${day} de ${months[month - 1]} de ${year}`,
}

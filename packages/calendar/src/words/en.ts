import type { Words } from './words.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** English. */
export const en: Words = {
  language: 'en',
  kinds: {
    askTimeframe: {
      title: 'Ask when they will decide',
      what: 'Before the interview ends, ask how and when they will decide, and whether you may follow up. Write the answer down.',
    },
    rebookInterview: {
      title: 'Arrange a new time for the missed interview',
      what: 'The interview did not take place. Write to them and propose a new time.',
    },
    thankYou: {
      title: 'Thank {person}',
      what: 'Send {person} a short thank-you note: say that your interest is real and name one thing that you talked about.',
    },
    decisionExpected: {
      title: 'Decision expected',
      what: 'They are expected to decide by this date. Until then there is nothing to do.',
    },
    checkIn: {
      title: 'Check in about the decision',
      what: 'Ask in a short, friendly message where the decision stands.',
    },
    answerHolding: {
      title: 'Answer their interim message',
      what: 'They wrote that the decision takes longer. Thank them briefly. Confirm the new date, or ask for one.',
    },
    sendInformation: {
      title: 'Send the information they asked for',
      what: 'They asked you for something. Send it, or say when it will come.',
    },
    confirmSilence: {
      title: 'Decide whether the silence is a no',
      what: 'Nothing has been heard for a long time. Close the application, or keep it open; an answer can always reopen it.',
    },
    resumeApplication: {
      title: 'Take up the paused application again',
      what: 'You paused this application until now. Decide whether to go on with it.',
    },
    answerInvitation: {
      title: 'Answer the invitation to the next round',
      what: 'You are invited to another interview. Accept and agree on a time, or decline.',
    },
    interview: {
      title: 'Interview, round {round}',
      what: 'Interview. Before you leave, ask how and when they will decide, and whether you may follow up.',
    },
    acknowledgeOffer: {
      title: 'Acknowledge the offer',
      what: 'Thank them for the offer, without deciding yet, and ask by when they need your answer.',
    },
    requestExtension: {
      title: 'Last good day to ask for more time',
      what: 'If you need more time to decide, ask for it now, with a reason and a new date.',
    },
    decideOffer: {
      title: 'Answer the offer',
      what: 'The answer to the offer is due. Accept, negotiate or decline.',
    },
    offerAnswerExpected: {
      title: 'Their answer about the offer is expected',
      what: 'They are expected to answer you about the offer by this date. Until then there is nothing to do.',
    },
    confirmAcceptance: {
      title: 'Confirm the acceptance in writing',
      what: 'Confirm in writing what was agreed: title, start date, pay and everything that was negotiated.',
    },
    withdrawElsewhere: {
      title: 'Withdraw your other applications',
      what: 'You accepted an offer. Withdraw politely everywhere else.',
    },
    thankReferences: {
      title: 'Thank your references',
      what: 'Tell the people who spoke for you how it ended, and thank them.',
    },
    answerRescission: {
      title: 'Answer the withdrawn offer',
      what: 'The offer was withdrawn. Stay courteous and ask in writing for the reason.',
    },
    replyToRejection: {
      title: 'Reply to the rejection',
      what: 'Thank them for their time and keep the door open.',
    },
    askFeedback: {
      title: 'Ask for feedback',
      what: 'Ask once, kindly, what you could do better. Do not ask again.',
    },
    moveOn: {
      title: 'Move on',
      what: 'Write down what you learned, then turn to your other applications.',
    },
    obligation: {
      title: '{task}',
      what: 'A rule that you or your plugins added puts this on the agenda.',
    },
  },
  somebody: 'your interviewers',
  something: 'Something to see to',
  application: {
    roleAtCompany: '{role} at {company}',
    atCompany: 'Application to {company}',
    role: 'Application as {role}',
    round: 'round {round}',
    roundAlone: 'Round {round}',
  },
  basis: {
    stated: 'The employer gave this date.',
    derived: 'This date is counted from one that the employer gave.',
    assumed: 'Nobody gave a date; this one follows common advice.',
    pinned: 'You set this date yourself.',
  },
  countedFrom: 'Counted from: {event}, {date}.',
  events: {
    interview: 'the planned end of the interview',
    'interview.ended': 'the end of the interview',
    'interview.missed': 'the missed interview',
    'timeframe.given': 'what they said about the decision',
    'timeframe.revised': 'the new date for the decision',
    'the last word from the employer': 'their last word',
    'checkIn.sent': 'your last check-in',
    'agenda.pinned': 'the date you set',
    'agenda.snoozed': 'the date you moved',
    'employer.replied': 'their last message',
    'employer.held': 'the moment they put it on hold',
    'employer.resumed': 'the moment they went on with it',
    'application.paused': 'your pause',
    'application.resumed': 'the end of your pause',
    'application.reopened': 'the reopening',
    'nextRound.invited': 'the invitation',
    'nextRound.scheduled': 'the appointment',
    'offer.extended': 'the offer',
    'offer.revised': 'the revised offer',
    'offer.countered': 'your counter-offer',
    'offer.extensionRequested': 'your request for more time',
    'offer.extensionGranted': 'the extra time they gave you',
    'offer.extensionRefused': 'their refusal of more time',
    'offer.accepted': 'your acceptance',
    'offer.rescinded': 'the withdrawal of the offer',
    'application.rejected': 'the rejection',
    'rejection.answered': 'your reply to the rejection',
    'feedback.requested': 'your request for feedback',
  },
  policy: 'Rule: {key} = {value}. Source: {source}.',
  window: 'A good time: from {from} to {until}.',
  windowOn: 'A good time: {day}.',
  expected: 'Expected from {from} to {until}.',
  expectedOn: 'Expected on {day}.',
  expectedFrom: 'Expected from {from}; they named no end.',
  media: { video: 'By video.', phone: 'By phone.', onsite: 'On site.' },
  people: 'With: {people}',
  decidedBy: 'Who decides: {decidedBy}',
  offered: 'Position offered: {title}',
  said: 'Their words: “{phrase}”',
  letter: 'Draft:',
  letterElsewhere: 'A draft is ready where you keep this application.',
  closed: {
    done: 'Done.',
    skipped: 'Skipped.',
    cancelled: 'No longer needed.',
  },
  category: 'Job search',
  stages: {
    interview: 'Interview',
    followUp: 'Follow-up',
    waiting: 'Waiting',
    offer: 'Offer',
    rejection: 'Rejection',
  },
  date: ({ weekday, day, month, year }) =>
    `${weekdays[weekday - 1]} ${day} ${months[month - 1]} ${year}`,
}

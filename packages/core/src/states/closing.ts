import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, answers, notes } from './answers.ts'

/** The interview comes to its end: ask how and when they decide, and write the answer down. */
export const closing = lifecycleSetup.createStateConfig({
  id: 'closing',
  after: {
    interviewOver: {
      actions: [
        { type: 'reachDue', params: { delay: 'interviewOver' } },
        { type: 'notify', params: { kind: 'askTimeframe', cause: 'interviewOver' } },
      ],
    },
    closingCaptured: {
      target: '#followUp',
      actions: { type: 'reachDue', params: { delay: 'closingCaptured' } },
    },
  },
  on: {
    ...agendaEvents,
    ...notes,
    ...answers,
    'timeframe.given': [
      { guard: 'hasEndedInterview', target: '#followUp', actions: 'record' },
      { actions: 'record' },
    ],
    'interview.ended': { target: '#followUp', actions: 'record' },
    'interview.missed': { guard: 'isInterviewAwaited', target: '#waiting', actions: 'record' },
    'thankYou.sent': { guard: 'isInterviewOver', target: '#followUp', actions: 'record' },
    'thankYou.skipped': { guard: 'isInterviewOver', target: '#followUp', actions: 'record' },
  },
})

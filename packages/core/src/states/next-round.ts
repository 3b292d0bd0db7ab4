import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, answers, notes } from './answers.ts'

const declined = { target: '#closed.withdrawn', actions: 'record' } as const

/** They want to go on. When the next interview ends, the lifecycle begins again one round later. */
export const nextRound = lifecycleSetup.createStateConfig({
  id: 'nextRound',
  initial: 'invited',
  states: {
    invited: {
      after: {
        invitationDue: {
          actions: [
            { type: 'reachDue', params: { delay: 'invitationDue' } },
            { type: 'notify', params: { kind: 'answerInvitation', cause: 'invitationDue' } },
          ],
        },
      },
      on: { 'nextRound.declined': declined },
    },
    scheduled: {
      after: {
        interviewOver: {
          actions: [
            { type: 'reachDue', params: { delay: 'interviewOver' } },
            { type: 'notify', params: { kind: 'askTimeframe', cause: 'interviewOver' } },
          ],
        },
      },
      on: {
        'interview.ended': { target: '#closing', actions: 'record' },
        'interview.missed': { guard: 'isInterviewAwaited', target: '#waiting', actions: 'record' },
        'nextRound.declined': declined,
      },
    },
  },
  on: {
    ...agendaEvents,
    ...notes,
    ...answers,
    'nextRound.invited': { target: '.invited', reenter: true, actions: 'record' },
    'nextRound.scheduled': { target: '.scheduled', reenter: true, actions: 'record' },
    'thankYou.sent': { actions: 'record' },
    'thankYou.skipped': { actions: 'record' },
  },
})

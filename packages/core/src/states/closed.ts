import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, decisions } from './answers.ts'

/** An end that the employer made, or silence did: a word from them opens it again. */
const reopenable = lifecycleSetup.createStateConfig({
  on: {
    ...agendaEvents,
    ...decisions,
    'application.reopened': { target: '#waiting', actions: 'record' },
    'candidate.movedOn': { actions: 'record' },
  },
}).on

/** The application has ended. Only what the candidate ended, and a job begun, is final. */
export const closed = lifecycleSetup.createStateConfig({
  id: 'closed',
  initial: 'notSelected',
  states: {
    hired: { tags: ['final'] },
    declinedByCandidate: { tags: ['final'] },
    withdrawn: { tags: ['final'] },
    reneged: { tags: ['final'] },
    lapsed: {
      on: {
        ...reopenable,
        'offer.revised': { target: '#offer.considering', actions: 'record' },
        'offer.extensionGranted': { target: '#offer.considering', actions: 'record' },
        'offer.accepted': { guard: 'isSaidInTime', target: '#offer.accepted', actions: 'record' },
        'offer.declined': {
          guard: 'isSaidInTime',
          target: '#closed.declinedByCandidate',
          actions: 'record',
        },
      },
    },
    rescinded: { on: reopenable },
    notSelected: {
      on: {
        ...reopenable,
        'rejection.answered': { actions: 'record' },
        'feedback.requested': { guard: 'isFeedbackWelcome', actions: 'record' },
        'feedback.received': { actions: 'record' },
      },
    },
    positionClosed: { on: reopenable },
    presumedNo: {
      on: { ...reopenable, 'employer.replied': { target: '#waiting', actions: 'record' } },
    },
  },
})

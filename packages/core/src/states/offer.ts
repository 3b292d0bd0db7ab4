import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, notes } from './answers.ts'

/** An offer that has not been answered runs towards its deadline, whatever is being discussed. */
const towardsDeadline = lifecycleSetup.createStateConfig({
  after: {
    offerReminderFirst: {
      actions: [
        { type: 'reachDue', params: { delay: 'offerReminderFirst' } },
        { type: 'notify', params: { kind: 'decideOffer', cause: 'offerReminderFirst' } },
      ],
    },
    offerReminderLast: {
      actions: [
        { type: 'reachDue', params: { delay: 'offerReminderLast' } },
        { type: 'notify', params: { kind: 'decideOffer', cause: 'offerReminderLast' } },
      ],
    },
    offerLapsed: {
      target: '#closed.lapsed',
      actions: { type: 'reachDue', params: { delay: 'offerLapsed' } },
    },
  },
}).after

const considered = { target: '#offer.considering', reenter: true, actions: 'record' } as const

const openOffer = lifecycleSetup.createStateConfig({
  on: {
    'offer.acknowledged': { actions: 'record' },
    'offer.countered': { target: '#offer.negotiating', reenter: true, actions: 'record' },
    'offer.revised': considered,
    'offer.extensionRequested': {
      target: '#offer.extensionRequested',
      reenter: true,
      actions: 'record',
    },
    'offer.extensionGranted': considered,
    'offer.extended': { target: '#offer.received', reenter: true, actions: 'record' },
    'offer.accepted': { target: '#offer.accepted', actions: 'record' },
    'offer.declined': { target: '#closed.declinedByCandidate', actions: 'record' },
    'application.rejected': { target: '#rejection', actions: 'record' },
    'application.withdrawn': { target: '#closed.withdrawn', actions: 'record' },
    'position.closed': { target: '#closed.positionClosed', actions: 'record' },
  },
}).on

/** They want you. Until it is answered the deadline runs; after a yes there is still work to do. */
export const offer = lifecycleSetup.createStateConfig({
  id: 'offer',
  initial: 'received',
  states: {
    received: {
      after: towardsDeadline,
      on: { ...openOffer, 'offer.acknowledged': considered },
    },
    considering: { after: towardsDeadline, on: openOffer },
    negotiating: { after: towardsDeadline, on: openOffer },
    extensionRequested: {
      after: towardsDeadline,
      on: { ...openOffer, 'offer.extensionRefused': considered },
    },
    accepted: {
      after: {
        employmentStarts: {
          target: '#closed.hired',
          actions: { type: 'reachDue', params: { delay: 'employmentStarts' } },
        },
      },
      on: {
        'employment.started': { target: '#closed.hired', actions: 'record' },
        'offer.reneged': { target: '#closed.reneged', actions: 'record' },
      },
    },
  },
  on: {
    ...agendaEvents,
    ...notes,
    'employer.replied': { actions: 'record' },
    'employer.held': { actions: 'record' },
    'employer.resumed': { actions: 'record' },
    'nextRound.invited': { actions: 'record' },
    'nextRound.scheduled': { actions: 'record' },
    'interview.ended': { guard: 'isInterviewAwaited', actions: 'record' },
    'thankYou.sent': { actions: 'record' },
    'thankYou.skipped': { actions: 'record' },
    'offer.rescinded': { target: '#closed.rescinded', actions: 'record' },
  },
})

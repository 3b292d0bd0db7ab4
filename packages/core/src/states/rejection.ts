import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, decisions, notes } from './answers.ts'

/** They said no. Cool off, answer well, learn what can be learned, and go on. */
export const rejection = lifecycleSetup.createStateConfig({
  id: 'rejection',
  initial: 'coolingOff',
  after: {
    rejectionSettled: {
      target: '#closed.notSelected',
      actions: { type: 'reachDue', params: { delay: 'rejectionSettled' } },
    },
  },
  states: {
    coolingOff: {
      after: {
        cooledOff: {
          target: 'replying',
          actions: { type: 'reachDue', params: { delay: 'cooledOff' } },
        },
      },
      on: { 'rejection.answered': { target: 'feedback', actions: 'record' } },
    },
    replying: {
      entry: { type: 'notify', params: { kind: 'replyToRejection', cause: 'cooledOff' } },
      on: { 'rejection.answered': { target: 'feedback', actions: 'record' } },
    },
    feedback: {},
  },
  on: {
    ...agendaEvents,
    ...notes,
    ...decisions,
    'application.rejected': { actions: 'record' },
    'employer.replied': { actions: 'record' },
    'feedback.requested': {
      guard: 'isFeedbackWelcome',
      target: '.feedback',
      actions: 'record',
    },
    'feedback.received': { target: '.feedback', actions: 'record' },
    'candidate.movedOn': { target: '#closed.notSelected', actions: 'record' },
    'application.reopened': { target: '#waiting', actions: 'record' },
  },
})

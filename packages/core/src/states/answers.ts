import { lifecycleSetup } from '../machine-setup.ts'

/** What a person does to the agenda itself: accepted wherever an item can be open. */
export const agendaEvents = lifecycleSetup.createStateConfig({
  on: {
    'agenda.pinned': { actions: 'record' },
    'agenda.snoozed': { actions: 'record' },
    'agenda.completed': { actions: 'record' },
  },
}).on

/** What was said and noted about the interview: remembered wherever one stands. */
export const notes = lifecycleSetup.createStateConfig({
  on: {
    'timeframe.asked': { actions: 'record' },
    'timeframe.given': { actions: 'record' },
    'timeframe.revised': { actions: 'record' },
    'detail.noted': { actions: 'record' },
  },
}).on

/** An employer's decision, accepted in every open state: life does not wait for the thank-you. */
export const decisions = lifecycleSetup.createStateConfig({
  on: {
    'nextRound.invited': { target: '#nextRound.invited', actions: 'record' },
    'nextRound.scheduled': { target: '#nextRound.scheduled', actions: 'record' },
    'offer.extended': { target: '#offer.received', actions: 'record' },
    'application.rejected': { target: '#rejection', actions: 'record' },
    'position.closed': { target: '#closed.positionClosed', actions: 'record' },
  },
}).on

/** Decisions, words without a decision, and the candidate's own way out. */
export const answers = lifecycleSetup.createStateConfig({
  on: {
    ...decisions,
    'employer.replied': { actions: 'record' },
    'employer.held': { target: '#waiting.onHold', actions: 'record' },
    'application.withdrawn': { target: '#closed.withdrawn', actions: 'record' },
  },
}).on

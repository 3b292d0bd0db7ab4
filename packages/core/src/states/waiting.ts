import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, answers, notes } from './answers.ts'

const settle = { target: '#waiting.settling', actions: 'record' } as const

const toCheckIn = lifecycleSetup.createStateConfig({
  after: {
    checkInDue: {
      target: '#waiting.checkInDue',
      actions: { type: 'reachDue', params: { delay: 'checkInDue' } },
    },
  },
}).after

const toQuiet = lifecycleSetup.createStateConfig({
  after: {
    quiet: { target: '#waiting.quiet', actions: { type: 'reachDue', params: { delay: 'quiet' } } },
  },
}).after

const toPresumedNo = lifecycleSetup.createStateConfig({
  after: {
    presumedNo: {
      target: '#waiting.presumedNo',
      actions: { type: 'reachDue', params: { delay: 'presumedNo' } },
    },
  },
}).after

/** The employer holds the move. Where one stands inside follows from the dates alone. */
export const waiting = lifecycleSetup.createStateConfig({
  id: 'waiting',
  initial: 'settling',
  states: {
    /** Finds the place that the dates say; never rests. */
    settling: {
      always: [
        { guard: 'isPaused', target: 'paused' },
        { guard: 'isOnHold', target: 'onHold' },
        { guard: 'isPresumedNo', target: 'presumedNo' },
        { guard: 'isQuiet', target: 'quiet' },
        { guard: 'isCheckInDue', target: 'checkInDue' },
        { guard: 'hasCheckedIn', target: 'checkedIn' },
        { target: 'withinTimeframe' },
      ],
    },
    withinTimeframe: { after: { ...toCheckIn, ...toQuiet, ...toPresumedNo } },
    checkInDue: {
      entry: { type: 'notify', params: { kind: 'checkIn', cause: 'checkInDue' } },
      after: { ...toQuiet, ...toPresumedNo },
    },
    checkedIn: { after: { ...toCheckIn, ...toQuiet, ...toPresumedNo } },
    quiet: {
      entry: { type: 'notify', params: { kind: 'checkIn', cause: 'quiet' } },
      after: toPresumedNo,
    },
    presumedNo: {
      entry: { type: 'notify', params: { kind: 'confirmSilence', cause: 'presumedNo' } },
      on: { 'silence.confirmed': { target: '#closed.presumedNo', actions: 'record' } },
    },
    onHold: {
      after: {
        holdReview: {
          actions: [
            { type: 'reachDue', params: { delay: 'holdReview' } },
            { type: 'notify', params: { kind: 'checkIn', cause: 'holdReview' } },
          ],
        },
      },
      on: { 'employer.resumed': settle },
    },
    paused: {
      after: {
        pauseOver: {
          actions: [
            { type: 'reachDue', params: { delay: 'pauseOver' } },
            { type: 'notify', params: { kind: 'resumeApplication', cause: 'pauseOver' } },
          ],
        },
      },
      on: {
        'application.resumed': settle,
        'employer.held': { actions: 'record' },
        'employer.resumed': { actions: 'record' },
      },
    },
  },
  on: {
    ...agendaEvents,
    ...notes,
    ...answers,
    'agenda.pinned': settle,
    'agenda.snoozed': settle,
    'timeframe.given': settle,
    'timeframe.revised': settle,
    'employer.replied': settle,
    'employer.held': settle,
    'checkIn.sent': settle,
    'application.paused': settle,
    'thankYou.sent': { guard: 'isInterviewOver', actions: 'record' },
    'thankYou.skipped': { guard: 'isInterviewOver', actions: 'record' },
  },
})

import { lifecycleSetup } from '../machine-setup.ts'
import { agendaEvents, answers, notes } from './answers.ts'

const again = { target: '#followUp', reenter: true, actions: 'record' } as const

/** Thank everybody who held the interview. Ends when all are thanked, or when it is too late to. */
export const followUp = lifecycleSetup.createStateConfig({
  id: 'followUp',
  always: { guard: 'isThanked', target: '#waiting' },
  after: {
    thankYouDue: {
      actions: [
        { type: 'reachDue', params: { delay: 'thankYouDue' } },
        { type: 'notify', params: { kind: 'thankYou', cause: 'thankYouDue' } },
      ],
    },
    thankYouLapsed: {
      target: '#waiting',
      actions: { type: 'reachDue', params: { delay: 'thankYouLapsed' } },
    },
  },
  on: {
    ...agendaEvents,
    ...notes,
    ...answers,
    'timeframe.given': again,
    'timeframe.revised': again,
    'thankYou.sent': { actions: 'record' },
    'thankYou.skipped': { actions: 'record' },
    'application.paused': { target: '#waiting.paused', actions: 'record' },
  },
})

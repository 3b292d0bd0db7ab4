import { assign, setup } from 'xstate'
import type { AgendaKind } from './agenda-item.ts'
import type { LifecycleContext } from './context.ts'
import type { LifecycleEvent } from './event.ts'
import { isEventType } from './event-shapes.ts'
import { record } from './record.ts'
import { startContext } from './start-context.ts'
import type { StartInput } from './start-input.ts'
import type { DelayName } from './wake-dates.ts'

/** The vocabulary in which the states are written; `createMachine` provides the guards and delays. */
export const lifecycleSetup = setup({
  types: {
    context: {} as LifecycleContext,
    events: {} as LifecycleEvent,
    input: {} as StartInput,
  },
  actions: {
    record: assign(({ context, event }) =>
      isEventType(event.type) ? record(context, event) : context,
    ),
    reachDue: (_, _params: { delay: DelayName }) => unprovided('reachDue'),
    /** Read from the list of actions by `advance`; does nothing in itself. */
    notify: (_, _params: { kind: AgendaKind; cause: DelayName }) => undefined,
  },
  guards: {
    hasEndedInterview: () => unprovided('hasEndedInterview'),
    isInterviewOver: () => unprovided('isInterviewOver'),
    isInterviewAwaited: () => unprovided('isInterviewAwaited'),
    isThanked: () => unprovided('isThanked'),
    isPaused: () => unprovided('isPaused'),
    isOnHold: () => unprovided('isOnHold'),
    isPresumedNo: () => unprovided('isPresumedNo'),
    isQuiet: () => unprovided('isQuiet'),
    isCheckInDue: () => unprovided('isCheckInDue'),
    hasCheckedIn: () => unprovided('hasCheckedIn'),
    isFeedbackWelcome: () => unprovided('isFeedbackWelcome'),
    isSaidInTime: () => unprovided('isSaidInTime'),
  },
  delays: {
    interviewOver: () => unprovided('interviewOver'),
    closingCaptured: () => unprovided('closingCaptured'),
    thankYouDue: () => unprovided('thankYouDue'),
    thankYouLapsed: () => unprovided('thankYouLapsed'),
    checkInDue: () => unprovided('checkInDue'),
    quiet: () => unprovided('quiet'),
    presumedNo: () => unprovided('presumedNo'),
    holdReview: () => unprovided('holdReview'),
    pauseOver: () => unprovided('pauseOver'),
    invitationDue: () => unprovided('invitationDue'),
    offerReminderFirst: () => unprovided('offerReminderFirst'),
    offerReminderLast: () => unprovided('offerReminderLast'),
    offerLapsed: () => unprovided('offerLapsed'),
    employmentStarts: () => unprovided('employmentStarts'),
    cooledOff: () => unprovided('cooledOff'),
    rejectionSettled: () => unprovided('rejectionSettled'),
  },
})

/**
 * The context of a fresh machine. XState's pure `transition` makes one on every call, without input,
 * and throws it away; it then gets a small one that is always the same.
 */
export const initialContext = ({ input }: { input: StartInput | undefined }): LifecycleContext => {
  if (input !== undefined) return startContext(input)
  nobodysContext ??= startContext(nobody)
  return nobodysContext
}

let nobodysContext: LifecycleContext | undefined

const nobody: StartInput = {
  applicationId: 'nobody',
  candidate: { name: 'Nobody', zone: 'UTC' },
  company: { name: 'Nowhere', zone: 'UTC' },
  role: 'none',
  round: { number: 1, medium: 'phone', endsAt: '2000-01-01T00:00:00Z', interviewers: [] },
}

function unprovided(name: string): never {
  throw new TypeError(`"${name}" is provided by createMachine`)
}

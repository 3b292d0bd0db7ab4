import type { LifecycleContext } from './context.ts'

/** One ask, after at least one interview that was held, and not to a machine. */
export function isFeedbackWelcome({ rejection, rounds }: LifecycleContext): boolean {
  if (rejection === null || rejection.automatic || rejection.feedbackRequestedAt !== null)
    return false
  return rounds.some((round) => round.endedAt !== null)
}

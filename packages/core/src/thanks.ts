import type { RoundRecord } from './context.ts'

/** The `interviewerId` of the one note to the coordinator, when addresses are missing. */
export const COORDINATOR = 'coordinator'

/**
 * Whom to thank in a round: each interviewer; where addresses are missing and there is a
 * coordinator, one note to the coordinator in place of those.
 */
export function thankable(round: RoundRecord): readonly string[] {
  if (round.coordinator === null) return round.interviewers.map(({ id }) => id)
  const reachable = round.interviewers
    .filter(({ email }) => email !== undefined)
    .map(({ id }) => id)
  return reachable.length === round.interviewers.length && reachable.length > 0
    ? reachable
    : [...reachable, COORDINATOR]
}

/** Those of them who have neither been thanked nor skipped. */
export function awaitedThanks(round: RoundRecord): readonly string[] {
  const settled = new Set(round.thanks.map(({ interviewerId }) => interviewerId))
  return thankable(round).filter((id) => !settled.has(id))
}

import { projectMovingOn, projectRejection } from './ending.ts'
import { projectInterview, projectRebooking, projectThanks } from './interviews.ts'
import { projectInvitation } from './next-round.ts'
import { projectAcceptedOffer, projectOpenOffer, projectRescission } from './offer.ts'
import type { OpenItem, Projection, View } from './open-item.ts'
import {
  projectCheckIn,
  projectDecision,
  projectPause,
  projectReply,
  projectSilence,
} from './wait.ts'

const projections: readonly Projection[] = [
  projectInterview,
  projectThanks,
  projectRebooking,
  projectDecision,
  projectCheckIn,
  projectReply,
  projectSilence,
  projectPause,
  projectInvitation,
  projectOpenOffer,
  projectAcceptedOffer,
  projectRescission,
  projectRejection,
  projectMovingOn,
]

/** Every item that is open in a place, given what is remembered. Completed ones are not open. */
export function project(view: View): readonly OpenItem[] {
  return projections
    .flatMap((projection) => projection(view))
    .filter(({ id }) => !isCompleted(view, id))
}

/** Whether the person called an item done. */
export function isCompleted({ context }: View, itemId: string): boolean {
  return Object.hasOwn(context.completed, itemId)
}

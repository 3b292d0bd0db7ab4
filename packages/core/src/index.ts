export {
  type AgendaItem,
  type AgendaKind,
  type AgendaStatus,
  agendaKinds,
  type Basis,
  type Holder,
} from './agenda-item.ts'
export { compareItems } from './agenda/list.ts'
export { createLongClock, type Timeouts } from './long-clock.ts'
export {
  type Anchor,
  type LifecycleContext,
  type OfferRecord,
  presentRound,
  type RejectionRecord,
  type RoundRecord,
  type Timeframe,
  type Wait,
} from './context.ts'
export type { CloseEffect, Effect, NotifyEffect, StageEffect } from './effect.ts'
export type {
  Channel,
  EventOf,
  EventType,
  LifecycleEvent,
  OfferTerms,
  StatedWindow,
} from './event.ts'
export { eventTypes, isEventType } from './event-shapes.ts'
export type { Explanation } from './explain.ts'
export { type LetterKind, letterKinds } from './letter-kind.ts'
export { createLifecycle, type Lifecycle, type LifecycleOptions } from './lifecycle.ts'
export type { LifecycleMachine } from './machine.ts'
export type { ObligationDue, ObligationRule } from './obligation-rule.ts'
export { type Place, placeName, placeOf, type Stage, stages } from './place.ts'
export type { PolicyEntry, Strength } from './policy-entry.ts'
export {
  type Policy,
  type PolicyChoice,
  type PolicyKey,
  policyKeys,
  type PolicyOverride,
  type PolicyPreset,
  type PolicyValue,
  resolvePolicy,
} from './policy.ts'
export { restoreActor } from './restore-actor.ts'
export type {
  Accepted,
  AgendaRecord,
  MachineSnapshot,
  Outcome,
  Refusal,
  Refused,
  Snapshot,
  Started,
  Timer,
} from './snapshot.ts'
export type {
  Candidate,
  Company,
  Contact,
  Interviewer,
  InterviewMedium,
  Round,
  StartInput,
  TimePoint,
} from './start-input.ts'
export { isStartInput, startInputProblems } from './start-input-shape.ts'
export type { Problem } from './shape.ts'
export { contextOf, SCHEMA_VERSION } from './step.ts'
export { COORDINATOR, thankable } from './thanks.ts'
export { type DelayName, delayNames } from './wake-dates.ts'

export {
  type AgendaItem,
  type AgendaKind,
  type AgendaStatus,
  type Basis,
  type Holder,
  agendaKinds,
} from './agenda-item.ts'
export type { CloseEffect, Effect, NotifyEffect, StageEffect } from './effect.ts'
export type {
  Channel,
  EventOf,
  EventType,
  LifecycleEvent,
  OfferTerms,
  StatedWindow,
} from './event.ts'
export { type LetterKind, letterKinds } from './letter-kind.ts'
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

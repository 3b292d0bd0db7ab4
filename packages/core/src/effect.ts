/** What the core asks the outside to do after an accepted event. Data only; at least once, by `key`. */
export type Effect = NotifyEffect | StageEffect | CloseEffect

interface EffectBase {
  /** Stable key `${applicationId}/${revision}/${index}`: the same effect always has the same key. */
  readonly key: string
  readonly applicationId: string
  /** Instant (ISO, UTC) of the event that caused it. */
  readonly at: string
}

/** Tell the person about something that happened without them: a due date came, silence grew. */
export interface NotifyEffect extends EffectBase {
  readonly type: 'person.notify'
  /** The agenda item it is about. */
  readonly itemId: string
  /** Why now, as the name of the timer or the event. */
  readonly cause: string
}

/** The top-level state changed. */
export interface StageEffect extends EffectBase {
  readonly type: 'stage.announce'
  readonly from: string
  readonly to: string
}

/** The application reached an end. */
export interface CloseEffect extends EffectBase {
  readonly type: 'application.close'
  /** The substate of `closed`, such as `hired`. */
  readonly outcome: string
}

/** A point of absolute time: `at` is an ISO 8601 instant in UTC, such as `2026-11-25T14:30:00Z`. */
export interface InstantMoment {
  readonly kind: 'instant'
  readonly at: string
}

/**
 * A clock time that a person chose: `local` (`YYYY-MM-DDTHH:mm`) on the clocks of `zone` (IANA).
 * The instant is computed when it is needed, so newer zone data heals an old record.
 */
export interface WallMoment {
  readonly kind: 'wall'
  readonly local: string
  readonly zone: string
}

/** A whole calendar day, `date` (`YYYY-MM-DD`), as the people in `zone` (IANA) live it. */
export interface DayMoment {
  readonly kind: 'day'
  readonly date: string
  readonly zone: string
}

/** When something is: an instant, a wall time with its zone, or a whole day. */
export type Moment = InstantMoment | WallMoment | DayMoment

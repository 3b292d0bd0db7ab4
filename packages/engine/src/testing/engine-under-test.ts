import type { AfterviewError } from '@afterview/time'
import type { Engine } from '../engine.ts'
import type { LifecyclePort } from '../lifecycle-port.ts'
import type { ManualClock } from './manual-clock.ts'

/** How a case wants an engine. */
export interface OpenOptions {
  /** Default: `createLifecycle()` of `@afterview/core`. */
  readonly lifecycle?: LifecyclePort
  /** Default: the clock of the test. An engine with another clock stands still, as after a crash. */
  readonly clock?: ManualClock
}

/** An engine with empty data and a clock in the test's hand; one for each case. */
export interface EngineUnderTest {
  /** The clock of every engine that `open` gives. */
  readonly clock: ManualClock
  /** What the engines reported. */
  readonly problems: readonly AfterviewError[]
  /** One more engine on the same data, from its own connection, as after a restart or in another process. */
  readonly open: (options?: OpenOptions) => Promise<Engine>
  /** Puts a value in place of a stored snapshot, as an older version or a broken disk may have left it. */
  readonly plant?: (applicationId: string, snapshot: unknown) => Promise<void>
  /** Makes the next durable writes of every engine fail with nothing written. */
  readonly failWrites?: (count: number) => void
  /**
   * Resolves when nothing goes on any more that does not wait for the clock or for a handler: for
   * engines that do their work outside the process. Default: one turn of the event loop.
   */
  readonly rest?: () => Promise<void>
  /** Disposes what is still open and throws the data away. */
  close(): Promise<void>
}

/** What some cases need beyond the required. */
export type Ability = 'plant' | 'failWrites'

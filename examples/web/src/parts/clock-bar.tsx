import { useMachine } from '@xstate/react'
import { localDate } from '@afterview/time'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useDates, usePage } from '../page.tsx'
import { ownZone } from '../settings.ts'
import { useWords } from '../words/words.ts'
import { walk } from '../walk.ts'

const strides = [
  ['day', 1],
  ['week', 7],
  ['month', 28],
] as const

/** The clock of the trial: what date it is there, and the way forward through the weeks. */
export function ClockBar(): ReactNode {
  const words = useWords()
  const dates = useDates()
  const { world, switchTo, report, announce } = usePage()
  const [{ context, value }, send] = useMachine(walk)
  useSyncExternalStore(world.watch, world.version)
  const today = dates.day(localDate(world.clock.now(), ownZone()))
  const isWalking = value === 'walking'
  useEffect(() => {
    if (context.problem !== null) report(context.problem)
  }, [context.problem, report])
  useEffect(() => {
    if (!isWalking && context.done > 0) announce(words.clock.arrived(today))
  }, [isWalking])
  return (
    <section className="clock" aria-label={words.clock.label}>
      <p className="clock__date">
        <span className="tag">{words.clock.trial}</span> <strong>{today}</strong>{' '}
        <span className="quiet">{words.clock.shifted(world.clock.days)}</span>
      </p>
      <div className="clock__tools">
        {isWalking ? (
          <>
            <progress value={context.done} max={context.days} aria-label={words.clock.label} />
            <span className="clock__count">{words.clock.walking(context.done, context.days)}</span>
            <button
              type="button"
              className="button button--small"
              onClick={() => send({ type: 'stop' })}
            >
              {words.clock.stop}
            </button>
          </>
        ) : (
          strides.map(([name, days]) => (
            <button
              key={name}
              type="button"
              className="button button--small"
              onClick={() => send({ type: 'walk', world, days })}
            >
              + {words.clock[name]}
            </button>
          ))
        )}
        <button
          type="button"
          className="button button--small button--plain"
          onClick={() => switchTo('mine')}
        >
          {words.clock.leave}
        </button>
      </div>
    </section>
  )
}

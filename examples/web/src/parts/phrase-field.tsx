import type { DayMoment, Timeframe } from '@afterview/time'
import { type ReactNode, useEffect, useState } from 'react'
import { useDates, usePage } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

interface PhraseFieldProps {
  readonly applicationId: string
  readonly label: string
  readonly phrase: string
  readonly reading: number
  readonly onPhrase: (phrase: string) => void
  readonly onReading: (reading: number) => void
}

/** The employer's words, read as they are typed: the window of dates, and what else they may mean. */
export function PhraseField(props: PhraseFieldProps): ReactNode {
  const { applicationId, label, phrase, reading, onPhrase, onReading } = props
  const words = useWords()
  const timeframe = useUnderstood(applicationId, phrase)
  return (
    <div className="phrase">
      <Field label={label} hint={words.closing.saidHint}>
        {(ids) => (
          <input
            {...ids}
            name="phrase"
            value={phrase}
            autoComplete="off"
            onChange={(event) => onPhrase(event.target.value)}
          />
        )}
      </Field>
      <div className="phrase__reading" aria-live="polite">
        {timeframe === undefined && <p className="quiet">{words.closing.noAnswerYet}</p>}
        {timeframe === null && <p className="quiet">{words.closing.notUnderstood}</p>}
        {timeframe && <Readings timeframe={timeframe} reading={reading} onReading={onReading} />}
      </div>
    </div>
  )
}

function Readings(props: {
  readonly timeframe: Timeframe
  readonly reading: number
  readonly onReading: (reading: number) => void
}): ReactNode {
  const { timeframe, reading, onReading } = props
  const words = useWords()
  const dates = useDates()
  return (
    <fieldset className="readings">
      <legend>
        {timeframe.readings.length > 1 ? words.closing.orElse : words.closing.understood}{' '}
        <span className="tag">{words.closing[timeframe.commitment]}</span>
      </legend>
      {timeframe.readings.map(({ id, earliest, latest, reason }, index) => (
        <label key={id} className="reading">
          <input
            type="radio"
            name="reading"
            checked={reading === index + 1}
            onChange={() => onReading(index + 1)}
          />
          <span>
            <strong>
              {latest === null
                ? words.closing.openEnd(dates.day(earliest))
                : earliest === latest
                  ? dates.day(latest)
                  : dates.range(dayOf(earliest), dayOf(latest))}
            </strong>
            <span className="reading__why" lang="en">
              {reason}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Dates of the employer's; the zone makes no difference to a name of a day. */
function dayOf(date: string): DayMoment {
  return { kind: 'day', date, zone: 'UTC' }
}

/** `undefined` before anything is typed, `null` where the words hold no date. */
function useUnderstood(applicationId: string, phrase: string): Timeframe | null | undefined {
  const { world, report } = usePage()
  const [timeframe, setTimeframe] = useState<Timeframe | null>()
  useEffect(() => {
    let isStale = false
    const event = { type: 'timeframe.given', phrase }
    const read =
      phrase.trim() === ''
        ? Promise.resolve(undefined)
        : world.whole().then((afterview) => afterview.understand(applicationId, event))
    read.then((found) => isStale || setTimeframe(found), report)
    return () => {
      isStale = true
    }
  }, [world, applicationId, phrase, report])
  return timeframe
}

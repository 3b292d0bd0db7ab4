import { contextOf, presentRound, type Snapshot } from '@afterview/core'
import { type ReactNode, useState } from 'react'
import { Field } from '../parts/field.tsx'
import { PhraseField } from '../parts/phrase-field.tsx'
import { Title, useAct, useLive, useRecord } from '../page.tsx'
import { textOf } from '../form-text.ts'
import { hrefOf } from '../route.ts'
import { useWords } from '../words/words.ts'

/** The last five minutes of an interview: what to ask, and the answer kept as it is spoken. */
export function ClosingCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const words = useWords()
  const found = useLive(`closing ${applicationId}`, async (world) => ({
    snapshot: await world.read(applicationId),
  }))
  if (found === undefined) return null
  const { snapshot } = found
  if (snapshot === undefined) return <Title>{words.application.unknown}</Title>
  return (
    <div className="closing">
      <Title>{words.closing.title}</Title>
      <p className="lead">{words.closing.lead(contextOf(snapshot).company.name)}</p>
      <section className="card">
        <h2>{words.closing.ask}</h2>
        <ol className="questions">
          {words.closing.questions.map((question) => (
            <li key={question}>
              <label>
                <input type="checkbox" /> <span>{question}</span>
              </label>
            </li>
          ))}
        </ol>
      </section>
      <Answer snapshot={snapshot} />
      <Details snapshot={snapshot} />
      <After snapshot={snapshot} />
    </div>
  )
}

function Answer({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { applicationId } = snapshot
  const words = useWords()
  const act = useAct()
  const record = useRecord(applicationId)
  const { timeframe } = contextOf(snapshot).wait
  const [phrase, setPhrase] = useState('')
  const [reading, setReading] = useState(1)
  const [mayFollowUp, setMayFollowUp] = useState(false)
  const type = timeframe === null ? 'timeframe.given' : 'timeframe.revised'
  const keep = (answer: object, chosen?: number): void =>
    act(async () => void (await record({ type, channel: 'spoken', ...answer }, chosen)))
  const change = (next: string): void => {
    setPhrase(next)
    setReading(1)
  }
  return (
    <section className="card">
      <h2>{words.closing.said}</h2>
      <form action={() => keep({ phrase, ...(mayFollowUp ? { mayFollowUp } : {}) }, reading)}>
        <div className="chips">
          {words.closing.phrases.map((each) => (
            <button key={each} type="button" className="chip" onClick={() => change(each)}>
              {each}
            </button>
          ))}
          <button type="button" className="chip" onClick={() => keep({ window: null })}>
            {words.closing.unknown}
          </button>
        </div>
        <PhraseField
          applicationId={applicationId}
          label={words.fields.phrase}
          phrase={phrase}
          reading={reading}
          onPhrase={change}
          onReading={setReading}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={mayFollowUp}
            onChange={(event) => setMayFollowUp(event.target.checked)}
          />
          {words.fields.mayFollowUp}
        </label>
        <div className="actions">
          <button type="submit" className="button button--main" disabled={phrase.trim() === ''}>
            {words.closing.keep}
          </button>
        </div>
      </form>
      {timeframe !== null && (
        <p className="kept" role="status">
          {words.closing.kept} {timeframe.phrase !== null && <q>{timeframe.phrase}</q>}
        </p>
      )}
    </section>
  )
}

function Details({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const words = useWords()
  const act = useAct()
  const record = useRecord(snapshot.applicationId)
  const { interviewers, details } = presentRound(contextOf(snapshot))
  if (interviewers.length === 0) return null
  const keep = (interviewerId: string, form: FormData): void =>
    act(async () => {
      const topic = textOf(form, 'topic')
      await record({ type: 'detail.noted', interviewerId, topic })
    })
  return (
    <section className="card">
      <h2>{words.closing.detail}</h2>
      {interviewers.map(({ id, name }) => (
        <form key={id} action={(form) => keep(id, form)} className="detail">
          <Field label={name} hint={words.closing.detailHint(name)}>
            {(ids) => <input {...ids} name="topic" required autoComplete="off" />}
          </Field>
          <button type="submit" className="button">
            {words.closing.keepDetail}
          </button>
        </form>
      ))}
      <ul className="kept">
        {details.map(({ topic }) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
    </section>
  )
}

function After({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { applicationId } = snapshot
  const words = useWords()
  const act = useAct()
  const record = useRecord(applicationId)
  const isOver = presentRound(contextOf(snapshot)).endedAt !== null
  if (isOver) {
    return (
      <a
        className="button button--main button--large"
        href={hrefOf({ view: 'application', applicationId })}
      >
        {words.closing.toLetters}
      </a>
    )
  }
  return (
    <button
      type="button"
      className="button button--large"
      onClick={() => act(async () => void (await record({ type: 'interview.ended' })))}
    >
      {words.closing.over}
    </button>
  )
}

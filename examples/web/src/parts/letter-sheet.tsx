import type { AgendaItem, Snapshot } from '@afterview/core'
import type { LintFinding } from '@afterview/templates'
import { type ReactNode, useMemo, useState } from 'react'
import { download } from '../download.ts'
import type { OpenLetter } from '../letter-editing.ts'
import { useAct, usePage, useRecord } from '../page.tsx'
import { textOf } from '../form-text.ts'
import { goTo } from '../route.ts'
import { ownZone, settings } from '../settings.ts'
import { settlingEvent } from '../settling-event.ts'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

interface LetterSheetProps {
  readonly snapshot: Snapshot
  readonly letter: OpenLetter
  readonly person: string
  readonly item: AgendaItem | undefined
}

/** One letter, to be made one's own: the linter reads along, and it is handed over from here. */
export function LetterSheet({ snapshot, letter, person, item }: LetterSheetProps): ReactNode {
  const words = useWords()
  const { draft } = letter
  const [subject, setSubject] = useState(draft.subject ?? '')
  const [text, setText] = useState(draft.text)
  const findings = useMemo(() => letter.check(subject, text), [letter, subject, text])
  const mend = (finding: LintFinding): void => {
    const { part, range, fix = '' } = finding
    const put = (old: string): string => old.slice(0, range.start) + fix + old.slice(range.end)
    if (part === 'subject') setSubject(put)
    else setText(put)
  }
  const needsDetail = draft.wanted.some(({ field }) => field === 'detail') && person !== ''
  return (
    <div className="sheet">
      {needsDetail && (
        <Detail snapshot={snapshot} person={person} question={draft.wanted[0]?.question ?? ''} />
      )}
      {draft.subject !== undefined && (
        <Field label={words.letter.subject}>
          {(ids) => (
            <input
              {...ids}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
              lang={draft.locale}
            />
          )}
        </Field>
      )}
      <Field label={words.letter.text}>
        {(ids) => (
          <textarea
            {...ids}
            className="sheet__text"
            rows={14}
            value={text}
            onChange={(event) => setText(event.target.value)}
            lang={draft.locale}
          />
        )}
      </Field>
      {draft.output === 'letter' && <Findings findings={findings} onMend={mend} />}
      <HandOver letter={letter} subject={subject} text={text} />
      {item !== undefined && <Sent item={item} />}
    </div>
  )
}

function Findings(props: {
  readonly findings: readonly LintFinding[]
  readonly onMend: (finding: LintFinding) => void
}): ReactNode {
  const words = useWords()
  const { findings, onMend } = props
  const isReady = findings.every(({ severity }) => severity !== 'error')
  return (
    <section className="findings" aria-label={words.letter.findings} aria-live="polite">
      <p className={isReady ? 'findings__verdict is-ready' : 'findings__verdict'}>
        {isReady ? words.letter.ready : words.letter.notReady}
      </p>
      {findings.length === 0 && <p className="quiet">{words.letter.clean}</p>}
      <ul>
        {findings.map((finding) => (
          <li
            key={`${finding.rule} ${finding.part} ${finding.range.start}`}
            className={`finding finding--${finding.severity}`}
          >
            <span lang="en">{finding.message}</span>
            {finding.fix !== undefined && (
              <button
                type="button"
                className="button button--small"
                onClick={() => onMend(finding)}
              >
                {words.letter.fix}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function HandOver(props: {
  readonly letter: OpenLetter
  readonly subject: string
  readonly text: string
}): ReactNode {
  const { letter, subject, text } = props
  const words = useWords()
  const { world, announce } = usePage()
  const act = useAct()
  const isLetter = letter.draft.output === 'letter'
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    announce(words.letter.copied)
  }
  const saveEml = async (): Promise<void> => {
    const { name, email } = settings.person()
    const from = name === '' || email === '' ? {} : { from: { name, email } }
    const date = { at: world.clock.now(), zone: ownZone() }
    const eml = letter.handOver(subject, text).eml({ date, ...from })
    download(`${letter.draft.kind}.eml`, 'message/rfc822', eml)
  }
  const openMail = async (): Promise<void> => {
    const { mailto } = letter.handOver(subject, text)
    if (mailto.ok) location.href = mailto.url
    else announce(words.letter.tooLong)
  }
  return (
    <div className="actions">
      {isLetter && (
        <button type="button" className="button button--main" onClick={() => act(openMail)}>
          {words.letter.mail}
        </button>
      )}
      <button type="button" className="button" onClick={() => act(copy)}>
        {words.letter.copy}
      </button>
      {isLetter && (
        <button type="button" className="button" onClick={() => act(saveEml)}>
          {words.letter.eml}
        </button>
      )}
    </div>
  )
}

function Sent({ item }: { readonly item: AgendaItem }): ReactNode {
  const words = useWords()
  const act = useAct()
  const record = useRecord(item.applicationId)
  const settling = settlingEvent(item)
  if (settling === undefined) return null
  const { applicationId } = item
  const sent = async (): Promise<void> => {
    if (await record(settling)) goTo({ view: 'application', applicationId })
  }
  return (
    <button type="button" className="button button--done" onClick={() => act(sent)}>
      {words.letter.sent}
    </button>
  )
}

/** Asks for the one thing that makes a thank-you personal, and keeps it. */
function Detail(props: {
  readonly snapshot: Snapshot
  readonly person: string
  readonly question: string
}): ReactNode {
  const { snapshot, person, question } = props
  const words = useWords()
  const act = useAct()
  const record = useRecord(snapshot.applicationId)
  const keep = (form: FormData): void =>
    act(async () => {
      const topic = textOf(form, 'topic')
      await record({ type: 'detail.noted', interviewerId: person, topic })
    })
  return (
    <form action={keep} className="detail">
      <Field label={question}>
        {(ids) => <input {...ids} name="topic" required autoComplete="off" />}
      </Field>
      <button type="submit" className="button">
        {words.letter.add}
      </button>
    </form>
  )
}

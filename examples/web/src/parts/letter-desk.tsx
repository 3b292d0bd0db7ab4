import {
  type AgendaItem,
  contextOf,
  type LetterKind,
  letterKinds,
  type Snapshot,
} from '@afterview/core'
import { type Tone, tones } from '@afterview/templates'
import { isAfterviewError } from '@afterview/time'
import { type ReactNode, useEffect, useState } from 'react'
import { openLetter, type OpenLetter, recipientsOf } from '../letter-editing.ts'
import { useLive, usePage } from '../page.tsx'
import { useLanguage, useWords } from '../words/words.ts'
import type { World } from '../world.ts'
import { Field } from './field.tsx'
import { LetterSheet } from './letter-sheet.tsx'
import { type Missing, MissingFacts, missingOf } from './missing-facts.tsx'

interface LetterDeskProps {
  readonly snapshot: Snapshot
  /** The item whose letter is written first, if any. */
  readonly item: AgendaItem | undefined
}

/** Chooses a letter and writes it. */
export function LetterDesk({ snapshot, item }: LetterDeskProps): ReactNode {
  const words = useWords()
  const [kind, setKind] = useState<LetterKind | ''>(item?.letter ?? '')
  const people = recipientsOf(snapshot)
  const [person, setPerson] = useState(item?.personId ?? people[0]?.id ?? '')
  const [tone, setTone] = useState<Tone>('neutral')
  const language = useLanguage()
  const [locale, setLocale] = useState(
    contextOf(snapshot).candidate.locale?.slice(0, 2) ?? language,
  )
  const [facts, setFacts] = useState<object>({})
  const languages = useLive('languages', languagesOf) ?? [locale]
  const opened = useLetter(snapshot, kind, { person, tone, locale, facts })
  return (
    <>
      <div className="choices">
        <Field label={words.letter.choose}>
          {(ids) => (
            <select
              {...ids}
              value={kind}
              onChange={(event) => setKind(event.target.value as LetterKind)}
            >
              <option value="" />
              {letterKinds.map((each) => (
                <option key={each} value={each}>
                  {words.letters[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {people.length > 0 && (
          <Field label={words.letter.to}>
            {(ids) => (
              <select {...ids} value={person} onChange={(event) => setPerson(event.target.value)}>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={words.letter.tone}>
          {(ids) => (
            <select {...ids} value={tone} onChange={(event) => setTone(event.target.value as Tone)}>
              {tones.map((each) => (
                <option key={each} value={each}>
                  {words.letter.tones[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.letter.language}>
          {(ids) => (
            <select {...ids} value={locale} onChange={(event) => setLocale(event.target.value)}>
              {languages.map((code) => (
                <option key={code} value={code} lang={code}>
                  {new Intl.DisplayNames(code, { type: 'language' }).of(code)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {kind === '' && <p className="quiet">{words.letter.none}</p>}
      {opened?.missing && (
        <MissingFacts
          snapshot={snapshot}
          missing={opened.missing}
          onFacts={(more) => setFacts({ ...facts, ...more })}
        />
      )}
      {opened?.letter && (
        <LetterSheet
          key={`${opened.letter.draft.kind} ${person} ${opened.letter.draft.text}`}
          snapshot={snapshot}
          letter={opened.letter}
          person={person}
          item={item?.letter === kind ? item : undefined}
        />
      )}
    </>
  )
}

/** The languages that there are letters in; plugins may bring more. */
async function languagesOf(world: World): Promise<readonly string[]> {
  const letters = (await world.whole()).plugins.contributions('letters')
  return [...new Set(letters.flatMap(({ item }) => item.locales ?? []))]
}

interface Choice {
  readonly person: string
  readonly tone: Tone
  readonly locale: string
  readonly facts: object
}

interface Opened {
  readonly letter?: OpenLetter
  readonly missing?: readonly Missing[]
}

/** The letter that was chosen, or what it still needs. The last one stays until the next is there. */
function useLetter(snapshot: Snapshot, kind: LetterKind | '', choice: Choice): Opened | undefined {
  const { world, report } = usePage()
  const [opened, setOpened] = useState<Opened>()
  const { person, tone, locale, facts } = choice
  useEffect(() => {
    let isStale = false
    const show = (next: Opened): void => {
      if (!isStale) setOpened(next)
    }
    if (kind === '') return undefined
    const interviewer = person === '' ? {} : { interviewer: person }
    openLetter(world, snapshot, kind, { ...interviewer, tone, locale, facts }).then(
      (letter) => show({ letter }),
      (problem: unknown) => {
        const missing = isAfterviewError(problem) ? missingOf(problem) : undefined
        if (missing === undefined) report(problem)
        else show({ missing })
      },
    )
    return () => {
      isStale = true
    }
  }, [world, snapshot.revision, kind, person, tone, locale, facts])
  return kind === '' ? undefined : opened
}

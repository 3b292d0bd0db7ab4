import { contextOf } from '@afterview/core'
import type { Afterview } from 'afterview'
import { type ReactNode, useState } from 'react'
import { useLive } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

/** Says which event loads a command, and what hides or disables it for an application. */
export function WhyHidden({ afterview }: { readonly afterview: Afterview }): ReactNode {
  const words = useWords()
  const commands = afterview.plugins.contributions('commands')
  const [asked, setAsked] = useState('')
  const [applicationId, setApplicationId] = useState('')
  const command = asked === '' ? commands[0]?.item.command : asked
  const applications = useLive('applications to ask about', ({ engine }) =>
    engine.list({ limit: 100 }),
  )
  const place = applicationId === '' ? {} : { applicationId }
  const why = useLive(`why ${command} ${applicationId}`, async () =>
    command === undefined ? undefined : (await afterview.plugins.why(command, place)).text,
  )
  if (command === undefined) return null
  return (
    <section className="card">
      <h2>{words.plugins.explain}</h2>
      <div className="choices choices--two">
        <Field label={words.plugins.command}>
          {(ids) => (
            <select {...ids} value={command} onChange={(event) => setAsked(event.target.value)}>
              {commands.map(({ item }) => (
                <option key={item.command} value={item.command}>
                  {item.title} ({item.command})
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.plugins.forApplication}>
          {(ids) => (
            <select
              {...ids}
              value={applicationId}
              onChange={(event) => setApplicationId(event.target.value)}
            >
              <option value="">–</option>
              {applications?.items.map(({ applicationId: id, snapshot }) => (
                <option key={id} value={id}>
                  {snapshot === null ? id : contextOf(snapshot).company.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className="why__text" lang="en" aria-live="polite">
        {why}
      </p>
    </section>
  )
}

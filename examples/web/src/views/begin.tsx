import type { StartInput } from '@afterview/core'
import { localDateTime } from '@afterview/time'
import { holidayRegions } from '@afterview/time/holidays'
import type { ReactNode } from 'react'
import { Field } from '../parts/field.tsx'
import { Title, useAct, usePage } from '../page.tsx'
import { textOf } from '../form-text.ts'
import { goTo } from '../route.ts'
import { idOf } from '../sample.ts'
import { ownZone, settings } from '../settings.ts'
import { useLanguage, useWords } from '../words/words.ts'

/** Asks for an interview, as shortly as it goes, and puts it on the agenda. */
export function Begin(): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const { world } = usePage()
  const act = useAct()
  const person = settings.person()
  const submit = (form: FormData): void =>
    act(async () => {
      settings.setPerson({ name: textOf(form, 'name'), email: textOf(form, 'ownEmail') })
      await world.engine.begin(inputOf(form, language))
      goTo({ view: 'today' })
    })
  const text = (name: 'company' | 'role' | 'interviewer' | 'name', value?: string): ReactNode => (
    <Field label={words.fields[name]}>
      {(ids) => <input {...ids} name={name} defaultValue={value} required autoComplete="off" />}
    </Field>
  )
  return (
    <div className="begin">
      <Title>{words.begin.title}</Title>
      <p className="lead">{words.begin.lead}</p>
      <form action={submit} className="card">
        {text('company')}
        {text('role')}
        <Field label={words.fields.interviewEnd}>
          {(ids) => (
            <input
              {...ids}
              type="datetime-local"
              name="interviewEnd"
              required
              defaultValue={localDateTime(world.clock.now(), ownZone())}
            />
          )}
        </Field>
        {text('interviewer')}
        {text('name', person.name)}
        <details>
          <summary>{words.begin.more}</summary>
          <Field label={words.fields.email} isOptional>
            {(ids) => <input {...ids} type="email" name="email" autoComplete="off" />}
          </Field>
          <Field label={words.fields.medium}>
            {(ids) => (
              <select {...ids} name="medium">
                {(['video', 'phone', 'onsite'] as const).map((medium) => (
                  <option key={medium} value={medium}>
                    {words.choices[medium]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.fields.country} isOptional>
            {(ids) => (
              <select {...ids} name="country">
                <option value="" />
                {holidayRegions().map((region) => (
                  <option key={region}>{region}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.fields.ownEmail} isOptional>
            {(ids) => <input {...ids} type="email" name="ownEmail" defaultValue={person.email} />}
          </Field>
        </details>
        <div className="actions">
          <button type="submit" className="button button--main button--large">
            {words.begin.save}
          </button>
        </div>
      </form>
    </div>
  )
}

function inputOf(form: FormData, locale: string): StartInput {
  const zone = ownZone()
  const [name, email, ownEmail, country] = ['interviewer', 'email', 'ownEmail', 'country'].map(
    (each) => textOf(form, each),
  ) as [string, string, string, string]
  const medium = textOf(form, 'medium')
  return {
    applicationId: `${idOf(textOf(form, 'company'))}-${crypto.randomUUID().slice(0, 8)}`,
    candidate: {
      name: textOf(form, 'name'),
      zone,
      locale,
      ...(ownEmail === '' ? {} : { email: ownEmail }),
    },
    company: { name: textOf(form, 'company'), ...(country === '' ? {} : { country }) },
    role: textOf(form, 'role'),
    round: {
      number: 1,
      medium: medium === 'phone' || medium === 'onsite' ? medium : 'video',
      endsAt: { local: textOf(form, 'interviewEnd'), zone },
      interviewers: [{ id: idOf(name), name, ...(email === '' ? {} : { email }) }],
    },
  }
}

import { type ReactNode, useRef } from 'react'
import { Field } from '../parts/field.tsx'
import { download } from '../download.ts'
import { Title, useAct, useLive, usePage } from '../page.tsx'
import { textOf } from '../form-text.ts'
import { settings } from '../settings.ts'
import { openCopy, openSample } from '../trial.ts'
import { useLanguage, useWords } from '../words/words.ts'

/** What is kept here: taken away as a file, brought back, and tried out without harm. */
export function YourData(): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const page = usePage()
  const act = useAct()
  const count = useLive('count', async ({ engine }) => (await engine.diagnostics()).lifecycles)
  const save = async (): Promise<void> =>
    download('afterview.json', 'application/json', await page.world.engine.exportToJson())
  return (
    <div className="data">
      <Title>{words.data.title}</Title>
      <p className="lead">{words.data.lead}</p>
      <section className="card">
        <h2>{words.data.counted(count ?? 0)}</h2>
        <div className="actions">
          <button type="button" className="button button--main" onClick={() => act(save)}>
            {words.data.export}
          </button>
          <Import />
        </div>
      </section>
      <section className="card">
        <h2>{words.data.trial}</h2>
        <p>{words.data.trialLead}</p>
        <p className="quiet">{words.data.replace}</p>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => act(() => openSample(page, language))}
          >
            {words.data.sample}
          </button>
          {page.world.name === 'mine' && (
            <button type="button" className="button" onClick={() => act(() => openCopy(page))}>
              {words.data.copy}
            </button>
          )}
        </div>
      </section>
      <Me />
    </div>
  )
}

function Import(): ReactNode {
  const words = useWords()
  const { world, announce } = usePage()
  const act = useAct()
  const file = useRef<HTMLInputElement>(null)
  const read = async (chosen: File): Promise<void> => {
    const { imported, kept } = await world.engine.importFromJson(await chosen.text(), {
      existing: 'keep',
    })
    announce(words.data.imported(imported.length, kept.length))
  }
  return (
    <>
      <button type="button" className="button" onClick={() => file.current?.click()}>
        {words.data.import}
      </button>
      <input
        ref={file}
        className="hidden"
        type="file"
        accept=".json,application/json"
        aria-label={words.data.import}
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen !== undefined) act(() => read(chosen))
          target.value = ''
        }}
      />
    </>
  )
}

function Me(): ReactNode {
  const words = useWords()
  const { announce } = usePage()
  const { name, email } = settings.person()
  const keep = (form: FormData): void => {
    settings.setPerson({ name: textOf(form, 'name'), email: textOf(form, 'ownEmail') })
    announce(words.data.saved)
  }
  return (
    <section className="card">
      <h2>{words.data.me}</h2>
      <p>{words.data.meLead}</p>
      <form action={keep}>
        <Field label={words.fields.name}>
          {(ids) => <input {...ids} name="name" defaultValue={name} autoComplete="name" />}
        </Field>
        <Field label={words.fields.ownEmail} isOptional>
          {(ids) => (
            <input
              {...ids}
              name="ownEmail"
              type="email"
              defaultValue={email}
              autoComplete="email"
            />
          )}
        </Field>
        <button type="submit" className="button">
          {words.data.save}
        </button>
      </form>
    </section>
  )
}

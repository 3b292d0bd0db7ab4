import { type ReactNode, useRef, useState } from 'react'
import { Field } from '../parts/field.tsx'
import { type Imported, exportText, importText } from '../data-file.ts'
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
    download('afterview.json', 'application/json', await exportText(page.world))
  return (
    <>
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
    </>
  )
}

function Import(): ReactNode {
  const words = useWords()
  const { world, announce } = usePage()
  const act = useAct()
  const file = useRef<HTMLInputElement>(null)
  const [progress, setProgress] = useState<readonly [number, number]>()
  const [stop, setStop] = useState<AbortController>()
  const read = async (chosen: File): Promise<void> => {
    const control = new AbortController()
    setStop(control)
    try {
      const told = (done: number, all: number): void => setProgress([done, all])
      const imported = await importText(world, await chosen.text(), told, control.signal)
      announce(resultOf(imported, control.signal.aborted))
    } finally {
      setProgress(undefined)
      setStop(undefined)
    }
  }
  const resultOf = ({ added, kept }: Imported, wasStopped: boolean): string =>
    wasStopped ? words.data.stopped : words.data.imported(added, kept)
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
      {progress !== undefined && (
        <span className="progress">
          <progress value={progress[0]} max={progress[1]} aria-label={words.data.import} />
          {words.data.busy(...progress)}
          <button type="button" className="button button--small" onClick={() => stop?.abort()}>
            {words.data.stop}
          </button>
        </span>
      )}
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

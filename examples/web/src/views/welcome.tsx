import type { ReactNode } from 'react'
import { Statechart } from '../parts/statechart.tsx'
import { Title, useAct, usePage } from '../page.tsx'
import { hrefOf } from '../route.ts'
import { openSample } from '../trial.ts'
import { useLanguage, useWords } from '../words/words.ts'

/** What the page is for, to somebody who is here for the first time. */
export function Welcome(): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const page = usePage()
  const act = useAct()
  return (
    <div className="welcome">
      <Title>{words.welcome.title}</Title>
      <p className="lead">{words.welcome.lead}</p>
      <div className="actions">
        <a className="button button--main button--large" href={hrefOf({ view: 'begin' })}>
          {words.welcome.own}
        </a>
        <button
          type="button"
          className="button button--large"
          onClick={() => act(() => openSample(page, language))}
        >
          {words.welcome.sample}
        </button>
      </div>
      <section className="welcome__way">
        <h2>{words.welcome.way}</h2>
        <Statechart
          machine={page.world.lifecycle().machine}
          place={{ stage: 'closing', within: '' }}
        />
      </section>
    </div>
  )
}

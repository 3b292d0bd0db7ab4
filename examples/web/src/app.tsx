import { useMachine } from '@xstate/react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Problem } from './parts/problem.tsx'
import { Shell } from './parts/shell.tsx'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { type Language, loadWords, type Speech, SpeechContext } from './words/words.ts'

/** The whole page, in the language that `first` names until another is chosen. */
export function App({ first }: { readonly first: Speech }): ReactNode {
  const [speech, setSpeech] = useState(first)
  const [{ context, value }, send] = useMachine(session)
  const speak = useMemo(
    () => async (language: Language) => {
      settings.setLanguage(language)
      setSpeech({ language, words: await loadWords(language) })
    },
    [],
  )
  useEffect(() => {
    document.documentElement.lang = speech.language
  }, [speech])
  return (
    <SpeechContext value={speech}>
      {value === 'failed' && (
        <main>
          <Problem problem={context.problem} />
        </main>
      )}
      {context.world !== null && value !== 'failed' && (
        <Shell
          key={context.world.name}
          world={context.world}
          switchTo={(name) => send({ type: 'switch', name })}
          speak={speak}
        />
      )}
    </SpeechContext>
  )
}

import { isAfterviewError } from '@afterview/time'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** What went wrong and the one thing to do about it, of an error or of a refusal. */
export function Problem({ problem }: { readonly problem: unknown }): ReactNode {
  const words = useWords()
  const said = told(problem)
  const isOurs = said === null
  const { happened, fix } = said ?? {
    happened: words.problem.unexpected,
    fix: words.problem.unexpectedFix,
  }
  return (
    <div className="problem">
      <p lang={isOurs ? undefined : 'en'}>{capital(happened)}</p>
      <p className="problem__fix">
        <strong>{words.problem.fix}:</strong> <span lang={isOurs ? undefined : 'en'}>{fix}.</span>
      </p>
    </div>
  )
}

interface Told {
  readonly happened: string
  readonly fix: string
}

function told(problem: unknown): Told | null {
  if (isAfterviewError(problem)) return parted(problem)
  if (typeof problem !== 'object' || problem === null || !('message' in problem)) return null
  const { message } = problem
  const fix = 'fix' in problem && typeof problem.fix === 'string' ? problem.fix : undefined
  return typeof message === 'string' && fix !== undefined ? parted({ message, fix }) : null
}

/** The message of an error holds its code and its fix, that of a refusal neither. */
function parted({ message, fix }: { readonly message: string; readonly fix: string }): Told {
  const [, happened = message] = /^[a-z-]+: (.*)\. Fix: /s.exec(message) ?? []
  return { happened: `${happened}.`, fix }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

import { isAfterviewError } from '@afterview/time'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** What went wrong and the one thing to do about it, of an error or of a refusal. */
export function Problem({ problem }: { readonly problem: unknown }): ReactNode {
  const words = useWords()
  const { happened, fix } = told(problem) ?? {
    happened: words.problem.unexpected,
    fix: words.problem.unexpectedFix,
  }
  return (
    <div className="problem">
      <p>{capital(happened)}</p>
      <p className="problem__fix">
        <strong>{words.problem.fix}:</strong> {fix}.
      </p>
    </div>
  )
}

function told(problem: unknown): { readonly happened: string; readonly fix: string } | null {
  if (isAfterviewError(problem)) {
    const [, happened = ''] = /^[a-z-]+: (.*)\. Fix: /s.exec(problem.message) ?? []
    return { happened: `${happened}.`, fix: problem.fix }
  }
  const isRefusal =
    typeof problem === 'object' && problem !== null && 'fix' in problem && 'message' in problem
  return isRefusal ? { happened: `${String(problem.message)}.`, fix: String(problem.fix) } : null
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

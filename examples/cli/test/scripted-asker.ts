import { AfterviewError } from '@afterview/time'
import type { Asker } from '../src/asker.ts'

/** Answers by the beginning of the question; `Enter` takes what the question offers. */
export type Answers = Readonly<Record<string, string>>

/** Takes what the question offers. */
export const ENTER = '\n'

/** Leaves the questions, as with Ctrl+C. */
export const CTRL_C = '\u0003'

/** A person at a terminal with answers in their head, who remembers what was asked and shown. */
export interface ScriptedAsker extends Asker {
  /** The questions in the order in which they came. */
  readonly asked: string[]
  /** What was shown between them. */
  readonly shown: string[]
  /** What was wrong with answers that were given again. */
  readonly problems: string[]
}

/** A question without an answer fails the test. Several answers for one question stand in a list. */
export function scriptedAsker(
  answers: Readonly<Record<string, string | readonly string[]>>,
): ScriptedAsker {
  const left = new Map(
    Object.entries(answers).map(([start, answer]) => [start, [answer].flat()] as const),
  )
  const asked: string[] = []
  const shown: string[] = []
  const problems: string[] = []
  const answerTo = (message: string): string => {
    asked.push(message)
    const start = [...left.keys()].find((key) => message.startsWith(key))
    const answer = start === undefined ? undefined : left.get(start)?.shift()
    if (answer === undefined) throw new Error(`no answer to “${message}”`)
    if (answer === CTRL_C)
      throw new AfterviewError('cancelled', { happened: 'the person left', fix: 'start again' })
    return answer
  }
  return {
    asked,
    shown,
    problems,
    text: async ({ message, initial = '', isOptional = false, check }) => {
      for (;;) {
        const typed = answerTo(message)
        const answer = typed === ENTER ? initial : typed
        const problem = answer === '' ? (isOptional ? undefined : 'needed') : check?.(answer)
        if (problem === undefined) return answer
        problems.push(problem)
      }
    },
    choose: async ({ message, options, initial }) => {
      const typed = answerTo(message)
      if (typed === ENTER) return initial ?? options[0]?.value ?? ''
      const option = options.find(({ value, label }) => value === typed || label.startsWith(typed))
      if (option === undefined)
        throw new Error(`“${message}” offers ${options.map(({ label }) => label).join(' | ')}`)
      return option.value
    },
    confirm: async (message, initial) => {
      const typed = answerTo(message)
      return typed === ENTER ? initial : typed === 'y'
    },
    tell: (title, text) => void shown.push(`${title}\n${text}`),
  }
}

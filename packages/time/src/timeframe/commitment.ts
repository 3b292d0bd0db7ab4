import type { Clause } from './clause.ts'
import { has } from './scan.ts'
import type { Window } from './window.ts'

/**
 * Whether words bind the speaker. A word of doubt or hope in the clause makes them `soft`. Else they
 * are `firm` where they name a last day as such ("at the latest", "no later than"), a time of day as
 * the deadline ("by 5 pm", "by close of business"), a promise ("definitely"), or one day on which a
 * person will get in touch ("I'll call you tomorrow"). All other words are `soft`.
 */
export function commitmentOf(window: Window, clause: Clause, isHedged: boolean): 'firm' | 'soft' {
  if (isHedged) return 'soft'
  const isPromise = has(clause.codes, 'firm')
  const isAppointment = window.isNamedDay && has(clause.codes, 'answer')
  return window.isStrict || isPromise || isAppointment ? 'firm' : 'soft'
}

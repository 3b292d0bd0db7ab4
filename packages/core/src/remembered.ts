import type { LifecycleContext } from './context.ts'
import type { DueRules } from './due-dates.ts'

/** Computes a date, or the facts of one, from what is remembered. */
type Compute<Value> = (context: LifecycleContext, rules: DueRules) => Value

/**
 * The same computation, done once for each context under the same rules: in one transition guards,
 * delays and the agenda ask for the same dates again and again. Both arguments are immutable, so an
 * answer stays right for as long as they live; it goes with them.
 */
export function remembered<Value>(compute: Compute<Value>): Compute<Value> {
  const answers = new WeakMap<DueRules, WeakMap<LifecycleContext, { readonly value: Value }>>()

  function answersUnder(rules: DueRules): WeakMap<LifecycleContext, { readonly value: Value }> {
    const known = answers.get(rules)
    if (known !== undefined) return known
    const fresh = new WeakMap<LifecycleContext, { readonly value: Value }>()
    answers.set(rules, fresh)
    return fresh
  }

  return (context, rules) => {
    const known = answersUnder(rules)
    const answer = known.get(context) ?? { value: compute(context, rules) }
    known.set(context, answer)
    return answer.value
  }
}

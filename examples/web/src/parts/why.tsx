import type { AgendaItem, Explanation } from '@afterview/core'
import { type ReactNode, useState } from 'react'
import { useDates, usePage, useAct } from '../page.tsx'
import { useWords } from '../words/words.ts'

/** Why an item has its date, asked for when it is opened. */
export function Why({ item }: { readonly item: AgendaItem }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const [why, setWhy] = useState<Explanation>()
  const ask = (): void => act(async () => setWhy(await world.explain(item)))
  return (
    <details className="why" onToggle={(event) => event.currentTarget.open && ask()}>
      <summary>{words.item.why}</summary>
      {why !== undefined && <Reasons why={why} />}
    </details>
  )
}

function Reasons({ why }: { readonly why: Explanation }): ReactNode {
  const words = useWords()
  const dates = useDates()
  const { basis, anchor, policy } = why
  const rule = policy === undefined ? undefined : ruleText(words.rules, policy)
  return (
    <div className="why__text">
      <p>
        {words.why[basis](dates.time(anchor.at))} {rule}
      </p>
      {policy !== undefined && (
        <p className="why__source">
          {words.why.source}: <span lang="en">{policy.source}</span> (
          {words.why.strengths[policy.strength]})
        </p>
      )}
    </div>
  )
}

function ruleText(
  rules: Readonly<Record<string, (value: string) => string>>,
  { key, value, unit }: NonNullable<Explanation['policy']>,
): string {
  const say = Object.hasOwn(rules, key) ? rules[key] : undefined
  return say?.(String(value)) ?? `${String(value)} ${unit}.`
}

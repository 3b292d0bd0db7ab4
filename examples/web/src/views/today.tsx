import type { AgendaItem } from '@afterview/core'
import type { ReactNode } from 'react'
import { useNarrow } from '../narrow.ts'
import { AgendaEntry } from '../parts/agenda-entry.tsx'
import { ApplicationList } from '../parts/application-list.tsx'
import { Title, useLive } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { Welcome } from './welcome.tsx'

/** The agenda over all applications, the most pressing first. */
export function Today(): ReactNode {
  const words = useWords()
  const isNarrow = useNarrow()
  const agenda = useLive('today', async (world) => ({
    items: await world.agenda(),
    isEmpty: (await world.engine.list({ limit: 1 })).items.length === 0,
  }))
  if (agenda === undefined) return null
  if (agenda.isEmpty) return <Welcome />
  const own = agenda.items.filter(({ holder }) => holder === 'candidate')
  const now = own.filter(({ status }) => status !== 'upcoming').toSorted(byUrgency)
  const ahead = own.filter(({ status }) => status === 'upcoming')
  const theirs = agenda.items.filter(({ holder }) => holder === 'employer')
  return (
    <>
      <Title>{words.today.title}</Title>
      <p className="lead">{words.today.lead(now.length, ahead.length)}</p>
      {now.length + ahead.length + theirs.length === 0 && (
        <p className="quiet">{words.today.quietDay}</p>
      )}
      <Items title={words.today.now} items={now} />
      <Items title={words.today.ahead} items={ahead} />
      <Items title={words.today.theirs} items={theirs} />
      {isNarrow && <ApplicationList />}
    </>
  )
}

function Items({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly AgendaItem[]
}): ReactNode {
  if (items.length === 0) return null
  return (
    <section className="block">
      <h2>{title}</h2>
      <ul className="items">
        {items.map((item) => (
          <AgendaEntry key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function byUrgency(left: AgendaItem, right: AgendaItem): number {
  return Number(right.status === 'overdue') - Number(left.status === 'overdue')
}

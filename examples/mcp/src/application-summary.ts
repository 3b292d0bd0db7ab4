import { contextOf, placeName, placeOf, type Snapshot } from '@afterview/core'
import type { Afterview } from 'afterview'

/** An application in few words; `state` is such as `waiting.quiet`. */
export function summaryOf(snapshot: Snapshot) {
  const { company, role } = contextOf(snapshot)
  const { applicationId, revision, machine } = snapshot
  const state = placeName(placeOf(machine.value))
  return { applicationId, company: company.name, role, state, revision }
}

/** Every application, in the order of the ids. */
export async function summaries(afterview: Afterview) {
  const found: ReturnType<typeof summaryOf>[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await afterview.list(cursor === undefined ? {} : { cursor })
    found.push(...page.items.flatMap(({ snapshot }) => (snapshot ? [summaryOf(snapshot)] : [])))
    cursor = page.cursor
  }
  return found
}

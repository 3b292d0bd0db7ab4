import { placeName, placeOf, type Snapshot } from '@afterview/core'
import type { Listed, Page } from '@afterview/engine'
import type { Afterview } from 'afterview'
import { titleOf } from '../application-choice.ts'
import { type Command, shared, takes } from '../command.ts'
import { sayDay } from '../moments.ts'
import { presentOf } from '../present.ts'
import { print, printJson } from '../print.ts'
import { screenWidth } from '../screen.ts'
import { sayItem, sayPlace } from '../sentences.ts'
import { ownZone, withStore } from '../store.ts'
import { table } from '../table.ts'

/** Lists applications. */
export const list: Command = {
  name: 'list',
  usage: 'list',
  about: 'every application, where it stands, and what comes next',
  examples: ['list', 'list --state waiting'],
  options: {
    state: takes('<state>', 'only those in a state: waiting, offer, closed.hired'),
    ...shared,
  },
  run: (call) =>
    withStore(call, async (afterview) => {
      const now = presentOf(call)
      const state = call.text('state')
      const items = (await everyApplication(afterview))
        .map((item) => standingAt(afterview, item, now))
        .filter((item) => state === undefined || isIn(item.state, state))
      if (call.has('json')) printJson(items)
      else if (items.length === 0) print('No applications. Begin with: afterview begin')
      else print(...listTable(afterview, items, now))
      return 0
    }),
}

/** How an application would stand at an instant, if nothing else happened until then. */
function standingAt({ lifecycle }: Afterview, listed: Listed, now: string): Listed {
  if (listed.snapshot === null) return listed
  const { snapshot, wakeAt } = lifecycle.catchUp(listed.snapshot, now)
  return { ...listed, snapshot, wakeAt, state: placeName(placeOf(snapshot.machine.value)) }
}

function isIn(state: string, wanted: string): boolean {
  return state === wanted || state.startsWith(`${wanted}.`)
}

/** In a narrow terminal the id has to say which application it is. */
const WIDE = 110

function listTable(afterview: Afterview, items: readonly Listed[], now: string): readonly string[] {
  const isWide = (screenWidth() ?? WIDE) >= WIDE
  const heading = ['id', ...(isWide ? ['application'] : []), 'where it stands', 'next']
  const rows = items.map(({ applicationId, state, snapshot }) => {
    const title = snapshot === null ? 'cannot be read' : titleOf(snapshot)
    const next = snapshot === null ? '' : nextOf(afterview, snapshot, now)
    return [applicationId, ...(isWide ? [title] : []), sayPlace(state), next]
  })
  return table(heading, rows)
}

function nextOf({ lifecycle }: Afterview, snapshot: Snapshot, now: string): string {
  const item = lifecycle
    .agenda(snapshot, { now })
    .find(({ status, holder }) => holder === 'candidate' && isOpen(status))
  return item === undefined ? '' : `${sayDay(item.due, ownZone())}: ${sayItem(item)}`
}

function isOpen(status: string): boolean {
  return status === 'due' || status === 'overdue' || status === 'upcoming'
}

async function everyApplication(afterview: Afterview): Promise<readonly Listed[]> {
  const all: Listed[] = []
  let cursor: string | null = null
  do {
    const page: Page<Listed> = await afterview.list({
      limit: 1000,
      ...(cursor === null ? {} : { cursor }),
    })
    all.push(...page.items)
    cursor = page.cursor
  } while (cursor !== null)
  return all
}

import { contextOf } from '@afterview/core'
import { type Command, shared, textOption } from '../command.ts'
import { print, printJson } from '../print.ts'
import { sayPlace } from '../sentences.ts'
import { withStore } from '../store.ts'

/** Lists applications. */
export const list: Command = {
  name: 'list',
  usage: 'list [--state <state>]',
  about: 'every application, and where it stands',
  options: { ...shared, state: textOption },
  run: (call) =>
    withStore(call, async (afterview) => {
      const state = call.text('state')
      const { items } = await afterview.list({
        limit: 1000,
        ...(state === undefined ? {} : { state }),
      })
      if (call.has('json')) printJson(items)
      else print(...items.map((item) => line(item)))
      return 0
    }),
}

function line({
  applicationId,
  state,
  snapshot,
}: Awaited<
  ReturnType<Parameters<Parameters<typeof withStore>[1]>[0]['list']>
>['items'][number]): string {
  const where =
    snapshot === null
      ? 'cannot be read'
      : `${contextOf(snapshot).role} at ${contextOf(snapshot).company.name}`
  return `${applicationId}  ${where}: ${sayPlace(state)}`
}

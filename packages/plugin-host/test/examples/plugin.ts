import { definePlugin } from '@afterview/plugin-host'
import type { Names } from './names.ts'

export const plugin = definePlugin<Names>({
  activate({ commands, configuration, log, subscriptions }) {
    subscriptions.push(
      commands.register('acme-nudges.draft', ({ tone }, { at }) => {
        log.info(`drafted at ${at}`)
        return `A ${tone} nudge after ${configuration.get('acmeNudges.days')} days`
      }),
    )
  },
})

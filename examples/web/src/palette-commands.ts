import type { Afterview } from 'afterview'
import { download } from './download.ts'
import { type Page, useLive, usePage } from './page.tsx'
import { goTo, routeOf } from './route.ts'
import { openSample } from './trial.ts'
import { useLanguage, useWords } from './words/words.ts'

/** One line of the palette. */
export interface PaletteCommand {
  readonly id: string
  readonly title: string
  /** Whose command it is. */
  readonly from: string
  readonly isDisabled?: boolean
  run(): void | Promise<void>
}

/** The page's own commands and those of the plugins. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const words = useWords()
  const language = useLanguage()
  const page = usePage()
  const ofPlugins = useLive('palette', async (world) => pluginCommands(await world.whole(), page))
  const own = (id: string, title: string, run: PaletteCommand['run']): PaletteCommand => ({
    id,
    title,
    from: 'Afterview',
    run,
  })
  return [
    own('today', words.nav.today, () => goTo({ view: 'today' })),
    own('begin', words.nav.begin, () => goTo({ view: 'begin' })),
    own('plugins', words.nav.plugins, () => goTo({ view: 'plugins' })),
    own('data', words.nav.data, () => goTo({ view: 'data' })),
    page.world.name === 'mine'
      ? own('sample', words.data.sample, () => openSample(page, language))
      : own('mine', words.clock.leave, () => page.switchTo('mine')),
    ...(ofPlugins ?? []),
  ]
}

/** What plugins offer for the application that is open, or for all. */
async function pluginCommands(
  afterview: Afterview,
  page: Page,
): Promise<readonly PaletteCommand[]> {
  const route = routeOf(location.hash)
  const about = 'applicationId' in route ? { applicationId: route.applicationId } : {}
  const { plugins } = afterview
  const nameOf = (pluginId: string): string => plugins.get(pluginId).displayName
  const commands = plugins.contributions('commands').map(async ({ item, pluginId }) => {
    const { disabledBy } = await plugins.why(item.command, about)
    return {
      id: item.command,
      title: item.title,
      from: nameOf(pluginId),
      isDisabled: disabledBy.length > 0,
      async run() {
        const answer = await afterview.commands.execute(
          item.command,
          argsOf(item.args, about),
          about,
        )
        page.announce(
          `${item.title}: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`,
        )
      },
    }
  })
  const exporters = plugins.contributions('exporters').map(({ item, pluginId }) => ({
    id: item.id,
    title: item.title,
    from: nameOf(pluginId),
    async run() {
      const file = await afterview.export(item.id, about)
      download(file.fileName ?? `afterview${file.extension}`, file.mediaType, file.content)
    },
  }))
  return [...exporters, ...(await Promise.all(commands))]
}

/** A command that asks which application it is about is told; another is called without. */
function argsOf(schema: unknown, about: object): unknown {
  const isAsked = typeof schema === 'object' && JSON.stringify(schema).includes('"applicationId"')
  return isAsked ? about : undefined
}

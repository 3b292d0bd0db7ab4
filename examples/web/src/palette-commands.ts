import { usePage } from './page.tsx'
import { goTo } from './route.ts'
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
  ]
}

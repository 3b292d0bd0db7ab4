import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { type Page, PageContext } from '../page.tsx'
import { routeOf, useHash } from '../route.ts'
import type { Language } from '../words/words.ts'
import { useWords } from '../words/words.ts'
import type { World } from '../world.ts'
import { ClockBar } from './clock-bar.tsx'
import { Dialog } from './dialog.tsx'
import { Palette } from './palette.tsx'
import { Problem } from './problem.tsx'
import { SideBar } from './side-bar.tsx'
import { View } from './view.tsx'

/** Milliseconds after which the first paint is surely done. */
const ONCE_PAINTED = 150

interface ShellProps {
  readonly world: World
  readonly switchTo: Page['switchTo']
  readonly speak: (language: Language) => Promise<void>
}

/** What stands around every view. */
export function Shell({ world, switchTo, speak }: ShellProps): ReactNode {
  const words = useWords()
  const hash = useHash()
  const [problem, setProblem] = useState<unknown>()
  const [said, setSaid] = useState('')
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const report = useCallback((next: unknown) => {
    console.warn(next)
    setProblem(next)
  }, [])
  const page = useMemo(
    () => ({ world, switchTo, report, announce: setSaid }),
    [world, switchTo, report],
  )
  useForgetting(said, setSaid)
  useEffect(() => {
    scrollTo(0, 0)
  }, [hash])
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setPaletteOpen(true)
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  useFocus(world, hash, report)
  return (
    <PageContext value={page}>
      <a className="skip" href="#main" onClick={focusMain}>
        {words.nav.skip}
      </a>
      <div className="page">
        <SideBar route={routeOf(hash)} speak={speak} onPalette={() => setPaletteOpen(true)} />
        <div className="page__main">
          {world.name === 'trial' && <ClockBar />}
          <main id="main" tabIndex={-1} data-at={hash}>
            <View key={hash} route={routeOf(hash)} />
          </main>
        </div>
      </div>
      <p className={said === '' ? 'toast' : 'toast toast--on'} role="status">
        {said}
      </p>
      {isPaletteOpen && <Palette onClose={() => setPaletteOpen(false)} />}
      {problem !== undefined && (
        <Dialog title={words.problem.title} onClose={() => setProblem(undefined)}>
          <Problem problem={problem} />
          <div className="actions">
            <button type="button" className="button" onClick={() => setProblem(undefined)}>
              {words.problem.close}
            </button>
          </div>
        </Dialog>
      )}
    </PageContext>
  )
}

/**
 * Plugins see the state of the application that the person looks at. This also fetches all that the
 * first page does not need, once it stands.
 */
function useFocus(world: World, hash: string, report: Page['report']): void {
  useEffect(() => {
    const route = routeOf(hash)
    const applicationId = 'applicationId' in route ? route.applicationId : undefined
    const focus = async (): Promise<void> => {
      const isThere = applicationId !== undefined && (await world.read(applicationId)) !== undefined
      await (await world.whole()).focus(isThere ? applicationId : undefined)
    }
    let isStale = false
    const timer = setTimeout(() => {
      focus().catch((problem: unknown) => isStale || report(problem))
    }, ONCE_PAINTED)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [world, hash, report])
}

/** What was said goes after a while, so that the same can be said again. */
function useForgetting(said: string, setSaid: (said: string) => void): void {
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 5000)
    return () => clearTimeout(timer)
  }, [said, setSaid])
}

/** The address names the view, so that the link may not change it. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

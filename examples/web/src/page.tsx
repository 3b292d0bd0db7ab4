import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { FormEvent } from './event-of-form.ts'
import { type DateWriter, dateWriter } from './moments.ts'
import { ownZone } from './settings.ts'
import { useLanguage, useWords } from './words/words.ts'
import type { World, WorldName } from './world.ts'

/** What every part of the page can do. */
export interface Page {
  readonly world: World
  /** Opens the other job search. */
  readonly switchTo: (name: WorldName) => void
  /** Shows what went wrong, with what to do about it. */
  readonly report: (problem: unknown) => void
  /** Tells those who listen instead of looking. */
  readonly announce: (text: string) => void
}

/** Given by {@link Shell}. */
export const PageContext = createContext<Page | null>(null)

/** The page around. */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new TypeError('this part stands outside the page')
  return page
}

/** How dates are written here. */
export function useDates(): DateWriter {
  const language = useLanguage()
  return useMemo(() => dateWriter(language, ownZone()), [language])
}

/**
 * What `read` finds in the job search, again after every change. What was shown stays until the
 * new is there, so that nothing flickers; `undefined` before the first, and under a new `key`.
 */
export function useLive<Value>(
  key: string,
  read: (world: World) => Promise<Value>,
): Value | undefined {
  const { world, report } = usePage()
  const version = useSyncExternalStore(world.watch, world.version)
  const [shown, setShown] = useState<{ readonly key: string; readonly value: Value }>()
  useEffect(() => {
    let isStale = false
    read(world).then(
      (value) => isStale || setShown({ key, value }),
      (problem: unknown) => isStale || report(problem),
    )
    return () => {
      isStale = true
    }
    // `read` is made anew by each render; what it reads is named by `key`.
  }, [world, version, key])
  return shown?.key === key ? shown.value : undefined
}

/** Runs what may fail, and shows the problem. */
export function useAct(): (work: () => Promise<void>) => void {
  const { report } = usePage()
  return useCallback((work) => void work().catch(report), [report])
}

/** Records an event; `false` where it was refused, which is shown. */
export function useRecord(
  applicationId: string,
): (event: FormEvent, reading?: number) => Promise<boolean> {
  const { world, report, announce } = usePage()
  const words = useWords()
  return useCallback(
    async (event, reading) => {
      const choice = { key: crypto.randomUUID(), ...(reading === undefined ? {} : { reading }) }
      const afterview = await world.whole()
      const recorded = await afterview.record(applicationId, event, choice)
      if (recorded.accepted) announce(words.said.recorded(words.events[event.type].label))
      else report(recorded.reason)
      return recorded.accepted
    },
    [world, applicationId, words, report, announce],
  )
}

/** The heading of a view. Focus goes there when one arrives, so that a screen reader starts at the top. */
export function Title({ children }: { readonly children: ReactNode }): ReactNode {
  const focus = useCallback((heading: HTMLHeadingElement | null) => {
    if (heading === null) return
    document.title = `${heading.innerText} · Afterview`
    if (location.hash.length > 2) heading.focus({ preventScroll: true })
  }, [])
  return (
    <h1 tabIndex={-1} ref={focus}>
      {children}
    </h1>
  )
}

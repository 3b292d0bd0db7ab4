import { type ReactNode, useState } from 'react'
import { useNarrow } from '../narrow.ts'
import { hrefOf, type Route } from '../route.ts'
import { settings, type Theme } from '../settings.ts'
import { type Language, useLanguage, useWords } from '../words/words.ts'
import { ApplicationList } from './application-list.tsx'
import { Icon, type IconName } from './icon.tsx'

interface SideBarProps {
  readonly route: Route
  readonly speak: (language: Language) => Promise<void>
  readonly onPalette: () => void
}

const views = ['today', 'begin', 'plugins', 'data'] as const

/** The way around: at the side of a wide page, at the foot of a narrow one. */
export function SideBar({ route, speak, onPalette }: SideBarProps): ReactNode {
  const words = useWords()
  const language = useLanguage()
  const isNarrow = useNarrow()
  const other = language === 'en' ? 'nl' : 'en'
  const icons: Readonly<Record<(typeof views)[number], IconName>> = {
    today: 'sun',
    begin: 'plus',
    plugins: 'plug',
    data: 'box',
  }
  return (
    <div className="side">
      <header className="side__top">
        <a className="brand" href={hrefOf({ view: 'today' })}>
          <Icon name="mark" />
          Afterview
        </a>
        <div className="side__tools">
          <button
            type="button"
            className="tool"
            onClick={onPalette}
            aria-label={words.nav.commands}
            title={`${words.nav.commands} (Ctrl K)`}
          >
            <Icon name="search" />
          </button>
          <ThemeButton />
          <button
            type="button"
            className="tool tool--text"
            lang={other}
            aria-label={`${other.toUpperCase()}: ${words.nav.otherLanguage}`}
            onClick={() => void speak(other)}
          >
            {other.toUpperCase()}
          </button>
        </div>
      </header>
      <nav className="nav" aria-label={words.nav.main}>
        {views.map((view) => (
          <a
            key={view}
            href={hrefOf({ view })}
            aria-current={route.view === view ? 'page' : undefined}
          >
            <Icon name={icons[view]} />
            <span>{isNarrow && view === 'begin' ? words.nav.beginShort : words.nav[view]}</span>
          </a>
        ))}
      </nav>
      {!isNarrow && (
        <ApplicationList present={'applicationId' in route ? route.applicationId : undefined} />
      )}
    </div>
  )
}

const themes: readonly Theme[] = ['auto', 'light', 'dark']

function ThemeButton(): ReactNode {
  const words = useWords()
  const [theme, setTheme] = useState(settings.theme())
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
  const change = (): void => {
    settings.setTheme(next)
    setTheme(next)
  }
  return (
    <button
      type="button"
      className="tool"
      onClick={change}
      aria-label={`${words.nav.theme}: ${words.theme[theme]}`}
      title={words.theme[theme]}
    >
      <Icon name={theme} />
    </button>
  )
}

import { type Language, languages } from './words/words.ts'

/** Light, dark, or what the system says. */
export type Theme = 'auto' | 'light' | 'dark'

/** The person whose job search it is. */
export interface Person {
  readonly name: string
  readonly email: string
}

/** Small things that are read before anything is painted; the job search itself is in IndexedDB. */
export const settings = {
  language(): Language {
    const asked = read('language') ?? navigator.language.slice(0, 2)
    return languages.find((language) => language === asked) ?? 'en'
  },
  setLanguage: (language: Language): void => write('language', language),
  theme(): Theme {
    const asked = read('theme')
    return asked === 'light' || asked === 'dark' ? asked : 'auto'
  },
  setTheme(theme: Theme): void {
    write('theme', theme)
    document.documentElement.dataset['theme'] = theme
  },
  person: (): Person => ({ name: read('name') ?? '', email: read('email') ?? '' }),
  setPerson({ name, email }: Person): void {
    write('name', name)
    write('email', email)
  },
  /** Ids of the plugins that are switched off. The one that misbehaves is, until somebody wants it. */
  pluginsOff: (): readonly string[] => (read('pluginsOff') ?? 'afterview.bad-plugin').split(' '),
  setPluginOff(id: string, isOff: boolean): void {
    const others = settings.pluginsOff().filter((each) => each !== id)
    write('pluginsOff', [...others, ...(isOff ? [id] : [])].join(' '))
  },
  isTrial: (): boolean => read('trial') === 'yes',
  setTrial: (isTrial: boolean): void => write('trial', isTrial ? 'yes' : 'no'),
  /** How many days the clock of the trial is ahead. */
  daysAhead: (): number => Number(read('days')) || 0,
  setDaysAhead: (days: number): void => write('days', String(days)),
}

/** The zone of this device. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const prefix = 'afterview.'

function read(name: string): string | null {
  return localStorage.getItem(prefix + name)
}

function write(name: string, value: string): void {
  localStorage.setItem(prefix + name, value)
}

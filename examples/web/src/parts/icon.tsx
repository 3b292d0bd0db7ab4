import type { ReactNode } from 'react'

/** Strokes on a field of 24 × 24. */
const icons = {
  mark: 'M4 17c3-8 13-8 16 0M8 17a4 4 0 0 1 8 0M3 20h18',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M5.6 18.4l1-1M17.4 6.6l1-1',
  plus: 'M12 5v14M5 12h14',
  plug: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  box: 'M4 8l8-4l8 4v8l-8 4l-8-4zM4 8l8 4l8-4M12 12v8',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L20 20',
  auto: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 3.5v17M12 8l5-2M12 13h8M12 18l5-0.5',
  light:
    'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M5.6 18.4l1-1M17.4 6.6l1-1',
  dark: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z',
}

/** The name of a picture. */
export type IconName = keyof typeof icons

/** A picture beside a word, or in place of one that is said by `aria-label`. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}

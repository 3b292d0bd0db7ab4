import type { ReactNode } from 'react'
import { Title } from '../page.tsx'
import { useWords } from '../words/words.ts'

/** The plugins. */
export function Plugins(): ReactNode {
  const words = useWords()
  return <Title>{words.plugins.title}</Title>
}

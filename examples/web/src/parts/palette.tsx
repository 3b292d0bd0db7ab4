import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { type PaletteCommand, usePaletteCommands } from '../palette-commands.ts'
import { useAct } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { Dialog } from './dialog.tsx'

/** Every command of the page and of the plugins, found by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords()
  const act = useAct()
  const id = useId()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const found = usePaletteCommands().filter((command) => isMeant(command, search))
  const run = (index: number): void => {
    const command = found[index]
    if (command === undefined || command.isDisabled === true) return
    onClose()
    act(async () => command.run())
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') run(at)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setAt((at + step + found.length) % Math.max(1, found.length))
  }
  return (
    <Dialog title={words.palette.title} onClose={onClose} kind="palette">
      <input
        className="palette__search"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-label={words.palette.search}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
        placeholder={words.palette.search}
        value={search}
        onKeyDown={keys}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
      />
      <ul id={id} role="listbox" aria-label={words.palette.title} className="palette__list">
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={command.isDisabled === true}
            onClick={() => run(index)}
            onMouseMove={() => setAt(index)}
          >
            <span>{command.title}</span> <span className="quiet">{command.from}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet palette__none">{words.palette.none}</p>}
    </Dialog>
  )
}

/** Whether each word that was typed is in the title, or in the name of whose command it is. */
function isMeant({ title, from }: PaletteCommand, search: string): boolean {
  const text = `${title} ${from}`.toLowerCase()
  return search
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word))
}

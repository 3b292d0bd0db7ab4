import { type ReactNode, useCallback, useId } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly kind?: 'form' | 'palette'
}

/** A window over the page. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, children, kind = 'form' }: DialogProps): ReactNode {
  const id = useId()
  const open = useCallback((dialog: HTMLDialogElement | null) => {
    if (dialog !== null && !dialog.open) dialog.showModal()
  }, [])
  return (
    <dialog
      ref={open}
      className={`dialog dialog--${kind}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className="dialog__inside">
        <h2 id={id} className={kind === 'palette' ? 'hidden' : ''}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}

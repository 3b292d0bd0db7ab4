import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
  /** Makes the control; it takes the ids that tie it to its label and hint. */
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby'?: string
  }) => ReactNode
}

/** A control with its label above it and its hint below. */
export function Field({ label, hint, isOptional = false, children }: FieldProps): ReactNode {
  const words = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isOptional && <span className="field__optional">({words.form.optional})</span>}
      </label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': `${id}-hint` })}
      {hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

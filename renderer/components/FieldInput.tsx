import { type KeyboardEvent, useRef, useState } from 'react'
import type { FieldView } from '../../electron/views.ts'
import classes from './FieldInput.module.css'

export interface FieldHands {
  readonly onFocus: (field: FieldView) => void
  readonly onCorrect: (field: FieldView, value: string | null) => void
  /** An arrow or Enter: to the field above or below. */
  readonly onMove: (field: FieldView, step: 1 | -1) => void
}

interface FieldInputProps extends FieldHands {
  readonly field: FieldView
  /** In a table a value stays on one line. */
  readonly isCell?: boolean
}

/** A value that can be typed over; it is kept on Enter, on a move, or when it is left. */
export function FieldInput({ field, isCell = false, onFocus, onCorrect, onMove }: FieldInputProps) {
  const stored = field.value ?? ''
  const [text, setText] = useState(stored)
  const [shownFor, setShownFor] = useState(stored)
  if (shownFor !== stored) {
    setShownFor(stored)
    setText(stored)
  }

  const isTouched = text !== stored
  // Enter keeps a value and moves on, and leaving the field keeps it too: it is sent once.
  const sent = useRef<string | null>(null)
  const type = (typed: string) => {
    sent.current = null
    setText(typed)
  }
  const keep = () => {
    if (text.trim() === stored) setText(stored)
    else if (text !== sent.current) {
      sent.current = text
      onCorrect(field, text.trim() === '' ? null : text.trim())
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const withModifier = event.ctrlKey || event.metaKey
    if (event.altKey) {
      const candidate = field.candidates[Number(event.key) - 1]
      if (!candidate) return
      event.preventDefault()
      onCorrect(field, candidate.value)
    } else if (withModifier && event.key === 'Enter') {
      keep()
    } else if (withModifier && event.key === 'z' && isTouched) {
      // While typing, undo is the typing's; only an untouched field undoes the document.
      event.stopPropagation()
    } else if (event.key === 'Escape' && isTouched) {
      event.preventDefault()
      setText(stored)
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      keep()
      onMove(field, event.key === 'ArrowUp' ? -1 : 1)
    }
  }

  const shared = {
    id: `field-${field.id}`,
    className: classes.input,
    value: text,
    placeholder: isCell ? '–' : 'Not found',
    'aria-label': field.label,
    'data-review': field.needsReview || undefined,
    'data-cell': isCell || undefined,
    spellCheck: false,
    autoComplete: 'off',
    onFocus: () => onFocus(field),
    onBlur: () => isTouched && keep(),
    onKeyDown,
  }
  if (isCell) return <input {...shared} onChange={(event) => type(event.currentTarget.value)} />
  return <textarea {...shared} rows={1} onChange={(event) => type(event.currentTarget.value)} />
}

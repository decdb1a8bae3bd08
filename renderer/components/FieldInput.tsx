import type { KeyboardEvent } from 'react'
import type { FieldView } from '../../electron/views.ts'
import { aboutField } from '../aboutField.ts'
import { rowCommandOf } from '../rowEdits.ts'
import { type Command, isPress } from '../shortcuts.ts'
import { useTyped } from '../useTyped.ts'
import classes from './FieldInput.module.css'

export interface FieldHands {
  readonly onFocus: (field: FieldView) => void
  /** Gives whether it was kept. */
  readonly onCorrect: (field: FieldView, value: string | null) => Promise<boolean>
  /** Stands by the value as it is. */
  readonly onAccept: (field: FieldView) => void
  /** Takes a candidate, counted from 1. */
  readonly onTake: (field: FieldView, candidate: number) => void
  /** To the next field to look at, or to the next one where none is left. */
  readonly onNext: (field: FieldView) => void
  /** An arrow: to the field above or below. */
  readonly onMove: (field: FieldView, step: 1 | -1) => void
  /** Through all fields, cell by cell. */
  readonly onStep: (field: FieldView, step: 1 | -1) => void
  /** What is being typed, to be found on the pages; null: nothing any more. */
  readonly onType: (typed: string | null) => void
  /** An arrow while typing: to another word on the pages that begins so; false where there is none. */
  readonly onChoose: (step: 1 | -1) => boolean
  /** Takes the chosen word of the pages. */
  readonly onTakeWord: (field: FieldView) => void
}

interface FieldInputProps extends FieldHands {
  readonly field: FieldView
  /** Where it can be the field of another document in the same row. */
  readonly documentId?: string
  /** Tab stops at every unsettled field, and at one of those that are settled. */
  readonly isTabStop: boolean
  /** How often it was filled from the page: what is being typed gives way each time, also to the same value. */
  readonly filled: number
  /** In a table a value stays on one line. */
  readonly isCell?: boolean
  /** How it is announced where the label alone does not tell. */
  readonly name?: string
}

/** A value that can be typed over; it is kept on Enter, on a move, or when it is left. */
export function FieldInput(props: FieldInputProps) {
  const { field, documentId, isTabStop, filled, isCell = false, name, ...hands } = props
  const stored = field.value ?? ''
  const { text, isTouched, ...typed } = useTyped({
    stored,
    // The row may be that of another document's field by now; of the same one, it is found anew under another id.
    place: `${documentId ?? field.id} ${filled}`,
    onKeep: (value) => hands.onCorrect(field, value),
  })
  const type = (now: string) => {
    typed.type(now)
    hands.onType(now === stored ? null : now)
  }
  const restore = () => {
    typed.restore()
    hands.onType(null)
  }
  const keep = () => {
    hands.onType(null)
    typed.keep()
  }
  const takeCandidate = (candidate: number) => {
    if (field.candidates.length >= candidate) hands.onTake(field, candidate)
  }
  const move = (step: 1 | -1) => {
    if (isTouched && hands.onChoose(step)) return
    keep()
    hands.onMove(field, step)
  }
  const keepAndGoOn = () => {
    if (isTouched) keep()
    else if (field.needsReview) hands.onAccept(field)
    hands.onNext(field)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const press = event.nativeEvent
    const is = (command: Command) => isPress(press, command)
    const step = event.key === 'ArrowUp' ? -1 : 1
    // While typing, undo is the typing's; only an untouched field undoes the document.
    if (isTouched && (is('document.undo') || is('document.redo'))) return event.stopPropagation()
    if (is('document.approve') || rowCommandOf(press)) return keep()
    if (isTouched && is('field.restore')) restore()
    else if (isTouched && is('field.word')) {
      hands.onTakeWord(field)
      restore()
    } else if (is('field.candidate')) {
      restore()
      takeCandidate(Number(/\d$/.exec(press.code)?.[0] ?? press.key))
    } else if (is('field.keep')) {
      // Held down, it would accept what nobody has looked at.
      if (!press.repeat) keepAndGoOn()
    } else if (is('field.step')) {
      keep()
      hands.onStep(field, step)
    } else if (is('field.move')) move(step)
    else return
    event.preventDefault()
  }

  const shared = {
    id: `field-${field.id}`,
    className: classes.input,
    value: text,
    placeholder: isCell ? '–' : 'Not found',
    'aria-label': name ?? field.label,
    'aria-description': aboutField(field),
    'data-review': field.needsReview || undefined,
    'data-cell': isCell || undefined,
    tabIndex: field.needsReview || isTabStop ? 0 : -1,
    spellCheck: false,
    autoComplete: 'off',
    onFocus: () => hands.onFocus(field),
    onBlur: () => isTouched && keep(),
    onKeyDown,
  }
  if (isCell) return <input {...shared} onChange={(event) => type(event.currentTarget.value)} />
  return <textarea {...shared} rows={1} onChange={(event) => type(event.currentTarget.value)} />
}

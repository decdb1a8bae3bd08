import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { type Command, isPress } from '../shortcuts.ts'
import type { ValueRow } from '../stores/valuesStore.ts'
import { useTyped } from '../useTyped.ts'
import { Confidence } from './Confidence.tsx'
import { FieldCrop } from './FieldCrop.tsx'
import classes from './ValueCard.module.css'

export interface ValueHands {
  readonly srcOf: (imageId: string) => string
  readonly onAccept: (row: ValueRow) => void
  /** Gives whether it was kept. */
  readonly onCorrect: (row: ValueRow, value: string | null) => Promise<boolean>
  readonly onUndo: (row: ValueRow) => void
  readonly onRedo: (row: ValueRow) => void
  readonly onOpen: (row: ValueRow) => void
  /** Steps from the card that has the keyboard, by the key that was pressed. */
  readonly onMove: (input: HTMLElement, key: string) => void
}

interface ValueCardProps extends ValueHands {
  readonly row: ValueRow
  readonly label: string
}

/** A value of one document: as it is printed, as it was read, and how sure that is. */
export function ValueCard({ row, label, srcOf, ...hands }: ValueCardProps) {
  const stored = row.value ?? ''
  const { text, isTouched, type, restore, keep } = useTyped({
    stored,
    place: row.documentId,
    onKeep: (value) => hands.onCorrect(row, value),
  })
  const keepAndGoOn = (input: HTMLElement) => {
    if (isTouched) keep()
    else if (row.needsReview) hands.onAccept(row)
    hands.onMove(input, 'ArrowRight')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const is = (command: Command) => isPress(event.nativeEvent, command)
    if (is('values.open')) hands.onOpen(row)
    else if (is('values.accept')) {
      // Held down, it would accept what nobody has looked at.
      if (!event.repeat) keepAndGoOn(event.currentTarget)
    } else if (is('values.undo') && !isTouched) hands.onUndo(row)
    else if (is('values.redo') && !isTouched) hands.onRedo(row)
    else if (isTouched && event.key === 'Escape') restore()
    else if (is('values.move') && !(isTouched && /Left|Right/.test(event.key)))
      hands.onMove(event.currentTarget, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li className={classes.card} data-review={row.needsReview || undefined}>
      <div className={classes.print}>
        {row.provenance ? (
          <FieldCrop
            key={row.provenance.box.join()}
            label={label}
            provenance={row.provenance}
            src={srcOf(row.provenance.imageId)}
          />
        ) : (
          <span className={classes.nowhere}>
            {row.value === null ? 'Not found' : 'Printed nowhere'}
          </span>
        )}
      </div>
      <div className={classes.line}>
        <input
          className={classes.input}
          aria-label={`${label} of ${row.filename}`}
          value={text}
          placeholder="None"
          spellCheck={false}
          autoComplete="off"
          data-value={row.documentId}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => isTouched && keep()}
          onKeyDown={onKeyDown}
        />
        <State row={row} />
      </div>
      <button
        type="button"
        tabIndex={-1}
        className={classes.file}
        title={`Open ${row.filename}`}
        onClick={() => hands.onOpen(row)}
      >
        {row.filename}
      </button>
    </li>
  )
}

function State({ row }: { readonly row: ValueRow }) {
  if (row.corrected)
    return (
      <span className={classes.state}>
        <IconPencil size={14} stroke={1.8} aria-hidden /> by hand
      </span>
    )
  if (row.accepted)
    return (
      <span className={classes.state}>
        <IconCheck size={14} stroke={2} aria-hidden /> accepted
      </span>
    )
  return (
    <span className={classes.state} data-tone={row.needsReview ? 'look' : undefined}>
      {row.needsReview && <IconAlertTriangle size={14} stroke={1.9} aria-label="Please look" />}
      {row.value !== null && <Confidence value={row.confidence} />}
    </span>
  )
}

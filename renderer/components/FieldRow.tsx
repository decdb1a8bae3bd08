import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { FieldView } from '../../electron/views.ts'
import { Confidence } from './Confidence.tsx'
import { type FieldHands, FieldInput } from './FieldInput.tsx'
import classes from './FieldRow.module.css'

interface FieldRowProps extends FieldHands {
  readonly field: FieldView
  readonly documentId: string
  readonly isCurrent: boolean
  readonly isTabStop: boolean
  readonly filled: number
  /** The printed value, to compare with. */
  readonly crop: ReactNode
}

/** One field: its name, its value to type over, and how sure Sheaf is. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { field, isCurrent, crop, ...hands } = props
  return (
    <div
      className={classes.row}
      data-current={isCurrent || undefined}
      data-review={field.needsReview || undefined}
    >
      <label htmlFor={`field-${field.id}`} className={classes.label}>
        {field.label}
      </label>
      <FieldInput field={field} {...hands} />
      <span className={classes.state}>
        <FieldState field={field} />
      </span>
      {crop && <div className={classes.crop}>{crop}</div>}
    </div>
  )
})

function FieldState({ field }: { readonly field: FieldView }) {
  if (field.corrected)
    return (
      <span className={classes.mark} title="Set by hand">
        <IconPencil size={14} stroke={1.8} aria-hidden /> by hand
      </span>
    )
  if (field.accepted)
    return (
      <span className={classes.mark} title="Accepted by you">
        <IconCheck size={14} stroke={2} aria-hidden /> accepted
      </span>
    )
  if (field.needsReview)
    return (
      <span className={classes.mark} data-tone="look" title="Please look at this value">
        <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
        {field.value === null ? 'missing' : <Confidence value={field.confidence} />}
      </span>
    )
  return field.value === null ? null : <Confidence value={field.confidence} />
}

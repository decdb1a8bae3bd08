import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleOff,
  IconCircleX,
  IconLoader2,
} from '@tabler/icons-react'
import type { Status } from '../../electron/views.ts'
import { statusTones, statusWords } from '../words.ts'
import classes from './StatusChip.module.css'

const icons = {
  pending: IconCircleDashed,
  running: IconLoader2,
  completed: IconCircleCheck,
  needs_review: IconAlertTriangle,
  failed: IconCircleX,
  skipped: IconCircleMinus,
  cancelled: IconCircleOff,
} satisfies Record<Status, unknown>

/** A state as shape, word and colour: any two of them are enough to tell it. */
export function StatusChip({ status }: { readonly status: Status }) {
  const Icon = icons[status]
  return (
    <span className={classes.chip} data-tone={statusTones[status]}>
      <Icon size={15} stroke={2} aria-hidden className={classes[status]} />
      {statusWords[status]}
    </span>
  )
}

import type { Status } from '../../electron/views.ts'
import { statusOrder, statusTones, statusWords } from '../words.ts'
import classes from './StatusFilter.module.css'

interface StatusFilterProps {
  readonly counts: Readonly<Record<Status, number>>
  readonly total: number
  readonly chosen: readonly Status[]
  readonly onChange: (statuses: readonly Status[]) => void
}

/** Counts per state that are also the filter of the table. */
export function StatusFilter({ counts, total, chosen, onChange }: StatusFilterProps) {
  const present = statusOrder.filter((status) => counts[status] > 0 || chosen.includes(status))
  const toggle = (status: Status) =>
    onChange(
      chosen.includes(status) ? chosen.filter((other) => other !== status) : [...chosen, status],
    )
  return (
    <fieldset className={classes.filter} aria-label="Show documents by status">
      <button
        type="button"
        className={classes.chip}
        aria-pressed={chosen.length === 0}
        onClick={() => onChange([])}
      >
        All <b>{total.toLocaleString('en')}</b>
      </button>
      {present.map((status) => (
        <button
          key={status}
          type="button"
          className={classes.chip}
          data-tone={statusTones[status]}
          aria-pressed={chosen.includes(status)}
          onClick={() => toggle(status)}
        >
          {statusWords[status]} <b>{counts[status].toLocaleString('en')}</b>
        </button>
      ))}
    </fieldset>
  )
}

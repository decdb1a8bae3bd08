import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { counted } from '../words.ts'
import classes from './BulkBar.module.css'
import { Keys } from './Keys.tsx'

interface BulkBarProps {
  readonly checked: number
  /** How many of them a person can approve. */
  readonly doubtful: number
  readonly onApprove: () => void
  readonly onClear: () => void
}

/** What can be done with all selected documents at once. */
export function BulkBar({ checked, doubtful, onApprove, onClear }: BulkBarProps) {
  return (
    <section className={classes.bar} aria-label="Selected documents">
      <b role="status">{counted(checked, 'document')} selected</b>
      <Button
        size="compact-sm"
        disabled={doubtful === 0}
        leftSection={<IconChecks size={15} stroke={1.8} />}
        rightSection={<Keys command="table.approve" />}
        onClick={onApprove}
      >
        {doubtful === 0 ? 'None needs review' : `Approve ${doubtful} that need review`}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onClear}>
        Select none
      </Button>
    </section>
  )
}

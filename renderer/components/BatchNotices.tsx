import { Button } from '@mantine/core'
import type { BatchSummary } from '../../electron/views.ts'
import { counted } from '../words.ts'
import { Notice } from './Notice.tsx'

interface BatchNoticesProps {
  readonly batch: BatchSummary
  readonly failed: number
  /** Shows only what failed; null when the table is filtered already. */
  readonly onShow: (() => void) | null
}

/** Trouble of the batch as a whole, and how many files did not make it. */
export function BatchNotices({ batch, failed, onShow }: BatchNoticesProps) {
  if (batch.error) return <Notice tone="bad">{batch.error.message}</Notice>
  if (batch.lifecycle !== 'finished' || failed === 0 || !onShow) return null
  return (
    <Notice
      tone="look"
      action={
        <Button size="compact-sm" variant="default" onClick={onShow}>
          Show them
        </Button>
      }
    >
      {counted(failed, 'file')} could not be read. {wordsFor(batch)}
    </Notice>
  )
}

function wordsFor({ outcome, locked }: BatchSummary): string {
  if (outcome === 'failed') return 'Mend or replace them, then retry.'
  return locked === 0 ? 'The others are ready.' : ''
}

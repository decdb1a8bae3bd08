import type { BatchSummary } from '../../electron/views.ts'
import { Notice } from './Notice.tsx'

/** Trouble of the batch as a whole; what single files lack stands in its ledger, its table and among its problems. */
export function BatchNotices({ batch }: { readonly batch: BatchSummary }) {
  if (batch.error) return <Notice tone="bad">{batch.error.message}</Notice>
  if (batch.outcome !== 'failed' || batch.locked === batch.items) return null
  return (
    <Notice tone="look">None of the files could be read. Mend or replace them, then retry.</Notice>
  )
}

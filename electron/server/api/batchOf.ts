import type { z } from 'zod'
import type { BatchSummary } from '../../views.ts'
import type { apiBatch } from './apiSchemas.ts'

/** A batch as other programs are told of it. */
export function batchOf(batch: BatchSummary): z.infer<typeof apiBatch> {
  const { pending = 0, running = 0 } = batch.counts
  return {
    batch_id: batch.id,
    name: batch.name,
    reference: batch.reference,
    kind: batch.kind,
    template: batch.template,
    status: batch.lifecycle,
    outcome: batch.outcome,
    total: batch.items,
    processed: Math.max(0, batch.items - pending - running),
    percent: batch.percent,
    counts: batch.counts,
    pages_total: batch.pagesTotal,
    pages_done: batch.pagesDone,
    estimated_seconds: batch.lifecycle === 'finished' ? 0 : batch.secondsLeft,
    created_at: batch.createdAt,
    started_at: batch.startedAt,
    finished_at: batch.finishedAt,
    error: batch.error,
  }
}

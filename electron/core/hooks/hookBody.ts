import { dirname, join } from 'node:path'
import type { Batch } from '../db/batches.ts'
import { listExports, type StoredExport } from '../db/exports.ts'
import type { Db } from '../db/open.ts'
import { type Live, summaryOf } from '../summary.ts'
import type { CommandFacts } from './fillCommand.ts'

/** What a hook is told: how a batch ended and where its results are. Nothing that stands in documents. */
export interface HookBody {
  readonly event: 'batch.finished' | 'test'
  readonly delivery_id: string
  readonly batch_id: string
  readonly status: string
  readonly reference: string | null
  readonly name: string
  readonly counts: Readonly<Record<string, number>>
  readonly pages: number
  /** The file that was asked for comes first, then what belongs to it. */
  readonly export_paths: readonly string[]
  readonly error: { readonly code: string; readonly message: string } | null
  readonly created_at: string
  readonly started_at: string | null
  readonly finished_at: string | null
  readonly app_version: string
}

const atRest: Live = {
  isActive: () => false,
  pagesPerMinute: () => null,
  throttledBy: () => null,
}

/** Of a batch that has ended just now. */
export function hookBody(
  db: Db,
  batch: Batch,
  { deliveryId, version }: { readonly deliveryId: string; readonly version: string },
): HookBody {
  const summary = summaryOf(db, atRest, batch.id)
  if (!summary) throw new Error('a batch that ended is not there')
  const { error } = summary
  return {
    event: 'batch.finished',
    delivery_id: deliveryId,
    batch_id: batch.id,
    status: summary.outcome ?? summary.lifecycle,
    reference: batch.reference,
    name: batch.name,
    counts: summary.counts,
    pages: summary.pagesTotal,
    export_paths: exportPaths(db, batch),
    error: error && { code: error.code, message: error.message },
    created_at: batch.createdAt,
    started_at: batch.startedAt,
    finished_at: batch.finishedAt,
    app_version: version,
  }
}

/** As a command is told. */
export function factsOf({
  batch_id,
  status,
  reference,
  name,
  export_paths,
}: HookBody): CommandFacts {
  return { batch_id, status, reference: reference ?? '', name, export: export_paths[0] ?? '' }
}

/** Of the export that the batch wrote by itself. */
function exportPaths(db: Db, { id, output }: Batch): readonly string[] {
  const written = listExports(db, id).find(({ asked }) => output !== null && asked === output)
  return written ? filesOf(written) : []
}

/** What the newest export of a batch to a path wrote: that file, then what belongs to it. */
export function filesOfExport(db: Db, batchId: string, path: string): readonly string[] {
  const written = listExports(db, batchId).find((one) => one.path === path)
  return written ? filesOf(written) : []
}

function filesOf({ path, files }: StoredExport): readonly string[] {
  return [...new Set([path, ...files.map(({ name }) => join(dirname(path), name))])]
}

import { AppError } from '../../workers/errors.ts'
import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { listPageErrors, listPages } from './db/pages.ts'
import { protectionChecks, withDamage } from './fileChecks.ts'
import type { InspectedItem } from './inspectItem.ts'
import { assignMissingPages, type MarkedDocument } from './missingPages.ts'
import { underThreshold } from './threshold.ts'

/** The documents that the pages of a file make up as this run has read them. */
export async function extractDocuments(
  { db, pool }: Core,
  { batch, config, signal, isUrgent }: BatchRun,
  { sha256, protection, pageCount }: InspectedItem,
): Promise<readonly MarkedDocument[]> {
  const stretch = [1, pageCount] as const
  const key = { sha256, readerKey: batch.readerKey }
  const missingPages = listPageErrors(db, key, stretch).map(({ page }) => page)
  const pages = listPages(db, key, stretch)
  const task = {
    pages,
    missingPages,
    templates: config.templates,
    choice: batch.template,
    today: batch.createdAt.slice(0, 10),
    finds: batch.kind === 'extract' ? ('fields' as const) : ('types' as const),
    split: batch.kind === 'split' || config.split === true,
  }
  const { documents } = await abortable(pool.extract(task, { signal, urgent: isUrgent }), signal)
  if (documents.length === 0) throw new AppError('internal', { problem: 'it became no document' })
  const remarks = protectionChecks(protection)
  const remarked = underThreshold(db, batch.id, documents).map((document) =>
    withDamage({ ...document, checks: [...document.checks, ...remarks] }, pages),
  )
  return assignMissingPages(remarked, missingPages)
}

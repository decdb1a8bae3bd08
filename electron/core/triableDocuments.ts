import { setImmediate as breathe } from 'node:timers/promises'
import type { Core } from './core.ts'
import { listBatches } from './db/batches.ts'
import { likeOf } from './db/foundRows.ts'
import { type KeptDocument, listKeptDocuments } from './db/keptDocuments.ts'

/** Documents that a template can be tried on, those of the newest batch first. */
export async function triableDocuments(
  { db }: Pick<Core, 'db'>,
  { search, limit }: { readonly search: string; readonly limit: number },
): Promise<readonly KeptDocument[]> {
  const like = likeOf(search.trim())
  const found: KeptDocument[] = []
  for (const batchId of listBatches(db, { after: null, limit: 1000 })) {
    found.push(...listKeptDocuments(db, { batchId, like, limit: limit - found.length }))
    if (found.length >= limit) break
    // A search that finds nothing looks through every batch, and nobody else should wait for that.
    await breathe()
  }
  return found
}

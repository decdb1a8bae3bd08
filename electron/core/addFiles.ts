import { resolve } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'
import type { Core } from './core.ts'
import {
  type Batch,
  findBatch,
  listOutputs,
  reopenBatch,
  restartPercent,
  setSources,
} from './db/batches.ts'
import { insertItem, listItemPaths, nextSeq } from './db/items.ts'
import { durably } from './db/open.ts'
import { findFiles } from './intake.ts'

/**
 * Takes more files and folders into a batch, after those that it has; a finished one opens again. A file that
 * it has already, by path, is left out. Throws folder_not_found, access_denied and nothing_to_read.
 */
export async function addFiles(
  core: Core,
  { id: batchId }: Batch,
  paths: readonly string[],
): Promise<{ readonly added: number; readonly known: number }> {
  const { db, dataDir } = core
  const files = await findFiles(paths, new Set([dataDir, ...listOutputs(db).flatMap(exportFiles)]))
  return durably(db, () => {
    const there = listItemPaths(db, batchId)
    const added = files.filter(({ path }) => !there.has(path))
    const known = files.length - added.length
    const batch = findBatch(db, batchId)
    if (added.length === 0 || !batch) return { added: 0, known }
    const first = nextSeq(db, batchId)
    for (const [i, file] of added.entries()) insertItem(db, { batchId, seq: first + i, ...file })
    const named = paths.map((path) => resolve(path))
    setSources(db, batchId, [...new Set([...batch.sources, ...named])])
    if (batch.finishedAt) reopenBatch(db, batchId)
    restartPercent(db, batchId)
    core.log('batch.added', { batch: batchId, items: added.length })
    return { added: added.length, known }
  })
}

import { readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Core } from './core.ts'
import { findBatch, listSources } from './db/batches.ts'
import {
  beginPurge,
  deleteBatchRow,
  deleteContent,
  deleteNextItem,
  listOwnContents,
} from './db/deletion.ts'
import type { Db } from './db/open.ts'
import { inShortParts } from './inShortParts.ts'
import { previewFolder } from './previews.ts'

/** Of which pictures are removed and pages forgotten before the next are looked for. */
const contentsAtOnce = 200

/**
 * Takes a deleted batch away for good: previews and kept pages that no other batch has, copies of what was
 * dropped, documents, items. Originals are never touched. Where it is interrupted, the next purge goes on.
 */
export async function purgeBatch(core: Core, batchId: string): Promise<void> {
  const { db, closing } = core
  const isOver = () => closing.aborted
  const batch = findBatch(db, batchId)
  if (!batch || !beginPurge(db, batchId)) return
  // Before their names are forgotten: what is still there after a crash is found again.
  for (;;) {
    const contents = listOwnContents(db, batchId, contentsAtOnce)
    if (contents.length === 0) break
    await removePreviews(core.dataDir, new Set(contents))
    const left = contents.values()
    await inShortParts(db, () => forgetNext(db, batchId, left), isOver)
    if (isOver()) return
  }
  await inShortParts(db, () => deleteNextItem(db, batchId), isOver)
  if (isOver()) return
  await removeDrops(core, batchId, batch.sources)
  deleteBatchRow(db, batchId)
  core.log('batch.purged', { batch: batchId })
}

function forgetNext(db: Db, batchId: string, contents: Iterator<string>): boolean {
  const { value: sha256, done } = contents.next()
  if (!done) deleteContent(db, batchId, sha256)
  return !done
}

async function removePreviews(dataDir: string, contents: ReadonlySet<string>): Promise<void> {
  const folders = new Set([...contents].map((sha256) => previewFolder(dataDir, { sha256 })))
  for (const folder of folders)
    for (const name of await namesIn(folder))
      if (contents.has(name.slice(0, 64))) await rm(join(folder, name), { force: true })
}

/** What a person dropped into a page lies in folders of its own: those go with the last batch of them. */
async function removeDrops(
  { db, dataDir }: Core,
  batchId: string,
  sources: readonly string[],
): Promise<void> {
  const dropped = join(dataDir, 'dropped')
  const dropOf = (source: string) => {
    const [name = ''] = relative(dropped, source).split(sep)
    return source.startsWith(dropped + sep) && name !== '' && name !== '..' ? name : null
  }
  const used = new Set(listSources(db, batchId).map(dropOf))
  const own = new Set(sources.map(dropOf).filter((name) => name !== null))
  for (const name of own)
    if (!used.has(name)) await rm(join(dropped, name), { recursive: true, force: true })
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

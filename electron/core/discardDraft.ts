import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { deleteDraft, listSources } from './db/drafts.ts'
import type { Runner } from './runner.ts'

/**
 * Forgets a draft, and the copies of what was dropped for it. What is being looked into at the moment finds
 * nothing to note any more. A batch that was started stays, and one that is gone is gone.
 */
export function discardDraft(core: Core, runner: Runner, batchId: string): void {
  const batch = findBatch(core.db, batchId)
  if (!batch?.draft) return
  runner.stop(batchId)
  deleteDraft(core.db, batchId)
  core.log('batch.discarded', { batch: batchId })
  removeDrops(core, batch.sources)
}

/** Folders of drops that no batch needs any more. */
function removeDrops({ db, dataDir }: Core, sources: readonly string[]): void {
  const dropped = join(dataDir, 'dropped')
  const needed = new Set(listSources(db).map((source) => dropOf(dropped, source)))
  for (const drop of new Set(sources.map((source) => dropOf(dropped, source))))
    if (drop !== null && !needed.has(drop))
      rmSync(join(dropped, drop), { recursive: true, force: true })
}

function dropOf(dropped: string, source: string): string | null {
  const [drop = '', ...inside] = relative(dropped, source).split(sep)
  return drop === '' || drop === '..' || (inside.length === 0 && drop.startsWith('.')) ? null : drop
}

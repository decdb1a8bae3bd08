import { basename } from 'node:path'
import { type Decisions, decisions } from '../../preflightView.ts'
import type { Core } from '../core.ts'
import { deleteDraft } from '../db/drafts.ts'
import { listItems } from '../db/items.ts'
import { atomically } from '../db/open.ts'
import { insertWatchBatch, type Watch } from '../db/watches.ts'
import { forgetFilesOfBatch, insertWatchFile } from '../db/watchFiles.ts'
import { draftFiles } from '../draftFiles.ts'
import { settleDecisions } from '../settleDecisions.ts'
import { startDraft } from '../startDraft.ts'
import type { Seen } from './listWatched.ts'
import { outputFor, stampOf } from './outputFor.ts'

/** A file that is whole, with the hash of what is in it. */
export interface WholeFile extends Seen {
  readonly sha256: string
}

/**
 * Makes one batch of the files that were whole at one look, and remembers with it that they are taken: both or
 * neither. Throws what keeps such a batch from being started; then nothing is kept, and the next look tries again.
 */
export async function takeFiles(
  core: Core,
  watch: Watch,
  files: readonly WholeFile[],
): Promise<string> {
  const { db } = core
  const output = await outputFor(core, watch)
  const draft = decisionsOf(core, watch, output)
  await settleDecisions(core, draft)
  const id = draftFiles(core, {
    draft,
    sources: [watch.folder],
    files: files.map(({ path, name, size }) => ({ path, filename: name, size })),
    alongside(batchId) {
      const at = core.now().toISOString()
      const itemIds = new Map(listItems(db, batchId).map((item) => [item.path, item.id]))
      insertWatchBatch(db, watch.id, batchId)
      for (const { path, size, modifiedAt, sha256 } of files)
        insertWatchFile(db, {
          ...{ watchId: watch.id, path, size, modifiedAt, sha256, state: 'taken', batchId, at },
          ...{ itemId: itemIds.get(path) as number },
        })
    },
  })
  await startWatched(core, id)
  core.log('watch.taken', { watch: watch.id, batch: id, items: files.length })
  return id
}

/** Starts a batch of a watched folder; one that cannot be is taken back, and its files are new again. */
export async function startWatched(core: Core, batchId: string): Promise<void> {
  try {
    await startDraft(core, batchId)
  } catch (thrown) {
    atomically(core.db, () => {
      if (deleteDraft(core.db, batchId)) forgetFilesOfBatch(core.db, batchId)
    })
    throw thrown
  }
}

/** What a batch of the folder is to be, as far as it is not said by its files. */
export function decisionsOf(
  core: Core,
  { folder, config }: Watch,
  output: string | null,
): Decisions {
  const name = `${basename(folder) || folder} ${stampOf(core.now())}`
  // Whatever else a batch can be asked for goes through; how the folder is watched does not.
  return decisions.parse({ ...config, name, output, leaveOutDuplicates: false })
}

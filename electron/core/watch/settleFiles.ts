import type { Core } from '../core.ts'
import { atomically } from '../db/open.ts'
import {
  forgetFile,
  forgetOrphanedDuplicates,
  listOpenFiles,
  type OpenFile,
  settleFile,
  type WatchFileState,
} from '../db/watchFiles.ts'

/** What may be over the next time a file is met: then it is taken once more. */
const passing: readonly (string | null)[] = ['file_not_found', 'access_denied', 'source_gone']

/**
 * Learns what became of the files that were taken: a content is remembered as done only when its documents are
 * stored. Gives how many files moved on.
 */
export function settleFiles({ db, now }: Core, watchId: number): number {
  return atomically(db, () => {
    let moved = 0
    for (const file of listOpenFiles(db, watchId)) {
      const state = stateOf(file)
      if (state === 'unmet') forgetFile(db, file.id)
      else if (state !== file.state || (state === 'failed' && file.itemCode !== file.code))
        settleFile(db, { ...asRead(file), state, at: now().toISOString() })
      else continue
      moved += 1
    }
    return moved + forgetOrphanedDuplicates(db, watchId)
  })
}

function stateOf(file: OpenFile): WatchFileState | 'unmet' {
  const { itemStatus, itemCode } = file
  if (itemStatus === 'done') return 'done'
  // The draft was thrown away before it was started, or with its batch what was failed.
  if (file.batchThere === null) return file.state === 'failed' ? 'set_aside' : 'unmet'
  if (file.batchDeletedAt !== null || itemStatus === null) return 'set_aside'
  if (itemStatus === 'cancelled' || itemCode === 'removed') return 'set_aside'
  if (itemStatus !== 'failed' && itemStatus !== 'skipped') return 'taken'
  return passing.includes(itemCode) ? 'unmet' : 'failed'
}

/** It may have been written to between the look and the reading: what counts is what was read. */
function asRead(file: OpenFile) {
  const { id, itemCode: code, itemSha256, itemSize, itemModifiedAt } = file
  const isRead = itemSha256 !== null && itemSize !== null && itemModifiedAt !== null
  if (!isRead)
    return { id, code, sha256: file.sha256, size: file.size, modifiedAt: file.modifiedAt }
  return { id, code, sha256: itemSha256, size: itemSize, modifiedAt: itemModifiedAt }
}

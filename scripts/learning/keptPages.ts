import path from 'node:path'
import { openDatabase, rows } from '../../electron/core/db/open.ts'
import { listPages } from '../../electron/core/db/pages.ts'
import type { Page } from '../../workers/model.ts'

/** The pages of each file that a run left in its data folder, by file name. */
export function keptPages(dataDir: string): ReadonlyMap<string, readonly Page[]> {
  const db = openDatabase(path.join(dataDir, 'sheaf.db'))
  const files = rows<{ filename: string; sha256: string; readerKey: string }>(
    db,
    `select filename, items.sha256, max(pages.reader_key) as readerKey
     from items join pages on pages.sha256 = items.sha256 group by items.id`,
  )
  return new Map(
    files.map(({ filename, sha256, readerKey }) => [
      filename,
      listPages(db, { sha256, readerKey }),
    ]),
  )
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openDatabase, row, rows } from '../../electron/core/db/open.ts'
import { ledgerOf } from '../../electron/core/ledger.ts'

/** What a data folder says of the batch with a reference; null before it is there. */
export interface BatchFound {
  readonly id: string
  readonly isFinished: boolean
}

/** Runs a step on the database of a data folder that no Sheaf has open. */
export function withDatabase<T>(dataDir: string, step: (db: Db) => T): T | null {
  const file = join(dataDir, 'sheaf.db')
  if (!existsSync(file)) return null
  const db = openDatabase(file)
  try {
    return step(db)
  } finally {
    db.close()
  }
}

export function findByReference(dataDir: string, reference: string): BatchFound | null {
  return withDatabase(dataDir, (db) => {
    // Killed before the first migration was done.
    if (!row(db, "select 1 from sqlite_schema where name = 'batches'")) return null
    const found = row<{ id: string; at: string | null }>(
      db,
      'select id, finished_at as at from batches where reference = @reference',
      { reference },
    )
    return found && { id: found.id, isFinished: found.at !== null }
  })
}

/** The whole result of each item of a batch by its position, as text to compare; times and ids are left out. */
export function resultsOf(db: Db, batchId: string): ReadonlyMap<number, string> {
  const items = rows<{ id: number; seq: number; sha256: string | null }>(
    db,
    'select id, seq, sha256 from items where batch_id = @batchId order by seq',
    { batchId },
  )
  return new Map(items.map(({ id, seq, sha256 }) => [seq, resultOf(db, id, sha256)]))
}

function resultOf(db: Db, itemId: number, sha256: string | null): string {
  const all = (sql: string) => rows(db, sql, { itemId })
  return JSON.stringify({
    item: all(`select filename, status, sha256, type, page_count, pages_done, needs_review, error_code,
      error_details from items where id = @itemId`),
    states: all(
      'select page, reader, error_code, error_details from page_states where item_id = @itemId order by page',
    ),
    pages: rows(
      db,
      `select page, width, height, rotation, reader, reader_reason, confidence, language, words, others,
         engine, incomplete, exact, error_code from pages where sha256 = @sha256 order by page`,
      { sha256: sha256 ?? '' },
    ),
    documents:
      all(`select seq, first_page, last_page, missing_pages, type, category, type_confidence,
      template_name, template_version, language, confidence, needs_review, review, math_valid, checks
      from documents where item_id = @itemId order by seq`),
    fields:
      all(`select d.seq, f.table_name, f.row_number, f.position, f.name, f.value, f.raw, f.confidence,
      f.needs_review, f.reasons, f.reader, f.page, f.x0, f.y0, f.x1, f.y1, f.seen_text, f.candidates
      from fields f join documents d on d.id = f.document_id
      where d.item_id = @itemId order by d.seq, f.table_name, f.row_number, f.position`),
  })
}

/** Items that are not done, failed, skipped or cancelled. */
export function countOpen(db: Db, batchId: string): number {
  const found = row<{ open: number }>(
    db,
    `select count(*) as open from items
     where batch_id = @batchId and status in ('pending', 'running')`,
    { batchId },
  )
  return found?.open ?? 0
}

/** Pages that were kept and were read once more all the same. */
export function countReadAgain(db: Db): number {
  return (
    row<{ pages: number }>(db, 'select count(*) as pages from pages where reads > 1')?.pages ?? 0
  )
}

/** Whether the file is whole, no row hangs in the air, and the pages of every batch add up. */
export function isSound(db: Db): boolean {
  const isWhole = db.pragma('integrity_check', { simple: true }) === 'ok'
  const hanging = rows(db, 'select * from pragma_foreign_key_check')
  const batches = rows<{ id: string }>(db, 'select id from batches')
  return isWhole && hanging.length === 0 && batches.every(({ id }) => ledgerOf(db, id).isProven)
}

import type { ErrorCode } from '../../../workers/errors.ts'
import type { Trouble } from './batches.ts'
import type { Claim } from './itemMoves.ts'
import { countPage, setPagesKept } from './itemProgress.ts'
import { atomically, change, type Db, rows } from './open.ts'
import type { PageKey } from './pages.ts'

/**
 * How each page of an item stands: what the ledger counts. A state is taken from the page itself, in the
 * transaction that keeps it, so that the two can never differ.
 */

/** Reading begins: of its pages, those that are there already. Gives their number. */
export function beginPages(db: Db, claim: Claim, key: PageKey, pageCount: number): number {
  return atomically(db, () => {
    change(
      db,
      `delete from page_states
       where item_id = (select id from items where id = @id and status = 'running' and attempt = @attempt)`,
      claimOf(claim),
    )
    const kept = take(db, claim, key, { stretch: [1, pageCount], kept: 1 })
    setPagesKept(db, claim, kept)
    return kept
  })
}

/** One more page is there, read or not; the caller holds the transaction that keeps it. */
export function settlePage(
  db: Db,
  claim: Claim,
  key: PageKey,
  { page, isKept }: { readonly page: number; readonly isKept: boolean },
): void {
  take(db, claim, key, { stretch: [page, page], kept: Number(isKept) })
  countPage(db, claim, isKept)
}

interface Taken {
  readonly stretch: readonly [first: number, last: number]
  readonly kept: number
}

/** Pages with an error are tried again, so those are none that are kept. */
function take(db: Db, claim: Claim, key: PageKey, { stretch: [first, last], kept }: Taken): number {
  return change(
    db,
    `insert or replace into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
     select i.batch_id, i.id, p.page, @kept, p.reader, p.error_code, p.error_details
     from items i join pages p on p.sha256 = @sha256 and p.reader_key = @readerKey
     where i.id = @id and i.status = 'running' and i.attempt = @attempt
       and p.page between @first and @last and (@kept = 0 or p.error_code is null)`,
    { ...claimOf(claim), sha256: key.sha256, readerKey: key.readerKey, first, last, kept },
  )
}

/** The pages of a document as it stands now: read again, or that taken back. */
export function restatePages(db: Db, documentId: string): void {
  change(
    db,
    `insert or replace into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
     select i.batch_id, i.id, p.page, 0, p.reader, p.error_code, p.error_details ${pagesOfDocuments}
     where d.id = @documentId`,
    { documentId },
  )
}

/** The pages of an item as they are put together now: those of no document are left out, by their reasons. */
export function restateItem(db: Db, itemId: number): void {
  change(
    db,
    `insert into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
     select i.batch_id, i.id, p.page, 0, p.reader, p.error_code, p.error_details ${pagesOfDocuments}
     where d.item_id = @itemId ${again}`,
    { itemId },
  )
  change(
    db,
    `insert into page_states (batch_id, item_id, page, kept, error_code, error_details)
     select i.batch_id, i.id, o.value ->> 'page', 0, 'left_out',
       json_object('file', i.filename, 'reason', o.value ->> 'reason')
     from items i, json_each(i.arrangement, '$.leftOut') o where i.id = @itemId ${again}`,
    { itemId },
  )
}

const pagesOfDocuments = `from documents d
  join items i on i.id = d.item_id
  join batches b on b.id = i.batch_id
  join pages p on p.sha256 = i.sha256
    and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key)
    and p.page between d.first_page and d.last_page
    and (d.page_list is null or p.page in (select value from json_each(d.page_list)))`

/** Whether a page was there before this item came to it does not change with its document. */
const again = `on conflict (item_id, page) do update set reader = excluded.reader,
  error_code = excluded.error_code, error_details = excluded.error_details`

/** A page of an item, settled. */
export interface PageState {
  readonly page: number
  /** null: it is read. */
  readonly error: Trouble | null
}

/** The settled pages of an item, in order. */
export function listPageStates(db: Db, itemId: number): PageState[] {
  return rows<{ page: number; code: ErrorCode | null; details: string | null }>(
    db,
    `select page, error_code as code, error_details as details from page_states
     where item_id = @itemId order by page`,
    { itemId },
  ).map(({ page, code, details }) => ({
    page,
    error: code && { code, details: JSON.parse(details ?? '{}') },
  }))
}

function claimOf({ id, attempt }: Claim) {
  return { id, attempt }
}

import { findDocument, type StoredDocument } from './documents.ts'
import { findItem } from './items.ts'
import { type Db, row, rows } from './open.ts'

/** Which documents wait for a person, and in what order. */

const waits = `d.needs_review = 1 and d.review not in ('approved', 'rejected')`
/** Put off to a day that has not come, or until nothing else is left. */
const isPostponed = `(d.postponed_at is not null and (d.postponed_until is null or d.postponed_until > @now))`

/**
 * The document to review after this one: in the order of intake and from its end back to the start, and those
 * that were postponed last. Null when no other waits.
 */
export function findNextToReview(
  db: Db,
  { batchId, itemId, seq }: Pick<StoredDocument, 'batchId' | 'itemId' | 'seq'>,
  now: string,
): string | null {
  const next = (postponed: 0 | 1, side: '>' | '<') =>
    row<{ id: string }>(
      db,
      `select d.id from items i indexed by items_to_review
       cross join documents d on d.item_id = i.id
       where i.batch_id = @batchId and i.needs_review = 1
         and i.seq ${side}= (select seq from items where id = @itemId)
         and (i.seq, d.seq) ${side} ((select seq from items where id = @itemId), @seq)
         and ${waits} and ${isPostponed} = ${postponed}
       order by i.seq, d.seq limit 1`,
      { batchId, itemId, seq, now },
    )?.id
  return next(0, '>') ?? next(0, '<') ?? next(1, '>') ?? next(1, '<') ?? null
}

/**
 * What a person comes to next: the documents to review in the order of intake, from an open one on, and then whatever
 * follows it in the table.
 */
export function listToSeeNext(
  db: Db,
  { batchId, documentId }: { readonly batchId: string; readonly documentId: string | null },
  limit: number,
): StoredDocument[] {
  const open = documentId === null ? null : findDocument(db, documentId)
  const from = open ? (findItem(db, open.itemId)?.seq ?? -1) : -1
  const params = { batchId, from, limit }
  const toReview = rows<{ id: string }>(
    db,
    `select d.id from items i indexed by items_to_review
     cross join documents d on d.item_id = i.id
     where i.batch_id = @batchId and i.needs_review = 1 and i.seq >= @from and ${waits}
     order by i.seq, d.seq limit @limit`,
    params,
  )
  const following = rows<{ id: string }>(
    db,
    `select document_id as id from batch_rows
     where batch_id = @batchId and item_seq >= @from and document_id is not null
     order by item_seq, document_seq limit @limit`,
    params,
  )
  const ids = new Set([...toReview, ...following].map(({ id }) => id))
  return [...ids].slice(0, limit).flatMap((id) => findDocument(db, id) ?? [])
}

/** Documents of a batch that a person rejected, and put off. */
export function countSetAside(
  db: Db,
  batchId: string,
): { readonly rejected: number; readonly postponed: number } {
  const found = row<{ rejected: number; postponed: number }>(
    db,
    `select count(*) filter (where review = 'rejected') as rejected,
       count(*) filter (where review = 'none' and postponed_at is not null and needs_review = 1) as postponed
     from documents indexed by documents_set_aside
     where batch_id = @batchId and (review = 'rejected' or postponed_at is not null)`,
    { batchId },
  )
  return found ?? { rejected: 0, postponed: 0 }
}

import { unsureReasons } from '../../../workers/extraction/underThreshold.ts'
import { type Db, row, rows } from './open.ts'

/** What decides, for a document and any threshold, whether a person should look at it. */
export interface Doubt {
  /** It asks for a person whatever the threshold. */
  readonly always: 0 | 1
  /** Its least sure value; 1: none could be less sure than any threshold. */
  readonly least: number
}

const unsure = unsureReasons.map((reason) => `'${reason}'`).join(', ')

/** As a field was found: what a person settled counts with its first candidate. */
const foundConfidence = `iif(f.corrected = 1 or f.accepted = 1,
  coalesce(json_extract(f.candidates, '$[0].confidence'), 1), f.confidence)`

const doubtColumns = (confidence: string, isSettled: string) => `
  d.type = 'unknown' or exists (
    select 1 from json_each(d.checks) c
    where c.value ->> 'passed' = 0
      and (c.value ->> 'level' = 'error' or c.value ->> 'code' in ('pages_undamaged', 'reextract_failed')))
  or exists (
    select 1 from fields f where f.document_id = d.id and f.table_name is null and f.needs_review = 1
      and (f.value is null or exists (
        select 1 from json_each(f.reasons) r where r.value not in (${unsure}))))
  or d.needs_review = 1 and not exists (
    select 1 from fields f where f.document_id = d.id and f.table_name is null and f.needs_review = 1)
    as always,
  coalesce((
    select min(${confidence}) from fields f
    where f.document_id = d.id and f.table_name is null and f.value is not null and not (${isSettled})), 1) as least`

/** Documents of a batch that nobody has settled, some items at a time, after a place in the order of intake. */
export function listDoubts(
  db: Db,
  { batchId, after, items }: { batchId: string; after: number; items: number },
): Doubt[] {
  return rows<Doubt>(
    db,
    `select ${doubtColumns('f.confidence', 'f.corrected = 1 or f.accepted = 1')}
     from items i join documents d on d.item_id = i.id
     where i.batch_id = @batchId and i.seq > @after and i.seq <= @after + @items and i.status = 'done'
       and d.review = 'none'`,
    { batchId, after, items },
  )
}

/** Documents of a batch, and the last place in its order of intake. */
export function countDocuments(
  db: Db,
  batchId: string,
): { readonly documents: number; readonly last: number } {
  const found = row<{ documents: number; last: number }>(
    db,
    `select (select count(*) from documents where batch_id = @batchId) as documents,
       (select coalesce(max(seq), -1) from items where batch_id = @batchId) as last`,
    { batchId },
  )
  return found ?? { documents: 0, last: -1 }
}

/**
 * The documents that were read last on this desk, as they were found before anybody settled something in them;
 * with a template’s name those of that type.
 */
export function listRecentDoubts(
  db: Db,
  { template, limit }: { template: string | null; limit: number },
): Doubt[] {
  return rows<Doubt>(
    db,
    `select ${doubtColumns(foundConfidence, 'false')}
     from documents d join batches b on b.id = d.batch_id
     where b.kind = 'extract' and (@template is null or d.template_name = @template)
     order by d.rowid desc limit @limit`,
    { template, limit },
  )
}

/** Documents of some items of a batch that have a field which another threshold may change. */
export function listChangedBy(
  db: Db,
  { batchId, after, items, threshold }: StretchUnder,
): { readonly id: string; readonly itemId: number }[] {
  return rows<{ id: string; itemId: number }>(
    db,
    `select d.id, d.item_id as itemId from items i join documents d on d.item_id = i.id
     where i.batch_id = @batchId and i.seq > @after and i.seq <= @after + @items and i.status = 'done'
       and exists (
         select 1 from fields f
         where f.document_id = d.id and f.value is not null and f.corrected = 0 and f.accepted = 0
           and (f.needs_review = 0 and f.confidence < @threshold
             or f.needs_review = 1 and exists (
               select 1 from json_each(f.reasons) r where r.value in (${unsure}))))`,
    { batchId, after, items, threshold },
  )
}

interface StretchUnder {
  readonly batchId: string
  readonly after: number
  readonly items: number
  readonly threshold: number
}

import { change, type Db, row, rows } from './open.ts'

/**
 * The words of pages, to be found by their beginnings: an index without the words themselves, which lie in `pages`.
 * Triggers say which items have to be indexed (anew); its rows are numbered by item and page.
 */

/** More than any file may have pages. */
const pagesOfItem = 65_536

export interface Queued {
  readonly itemId: number
  /** Pages up to this one are there already. */
  readonly afterPage: number
}

/** The item to index next, the latest first: somebody may be looking at its batch. */
export function nextQueued(db: Db): Queued | null {
  return row<Queued>(
    db,
    `select item_id as itemId, after_page as afterPage from search_queue
     order by item_id desc limit 1`,
  )
}

/** Words of some pages of an item as it stands: read again, turned, or as its batch reads. */
export function listPageWords(
  db: Db,
  { itemId, afterPage }: Queued,
  most: number,
): { readonly page: number; readonly words: readonly string[] }[] {
  return rows<{ page: number; words: string }>(
    db,
    `select p.page, (select json_group_array(w.value ->> 0) from json_each(p.words) w) as words
     from items i
     join batches b on b.id = i.batch_id
     join pages p on p.sha256 = i.sha256 and p.page > @afterPage
     where i.id = @itemId and i.status = 'done' and p.error_code is null
       and p.reader_key = coalesce(
         (select d.reader_key from documents d where d.item_id = i.id
            and p.page between d.first_page and d.last_page
            and (d.page_list is null or p.page in (select value from json_each(d.page_list))) limit 1),
         i.reader_key, b.reader_key)
     order by p.page limit @most`,
    { itemId, afterPage, most },
  ).map(({ page, words }) => ({ page, words: JSON.parse(words) }))
}

/** Forgets the pages of an item, before they are indexed anew. */
export function forgetTerms(db: Db, itemId: number): void {
  change(db, 'delete from page_terms where rowid between @first and @last', stretchOf(itemId))
}

export function keepTerms(db: Db, itemId: number, page: number, terms: ReadonlySet<string>): void {
  change(db, 'insert into page_terms (rowid, terms) values (@id, @terms)', {
    id: itemId * pagesOfItem + page,
    terms: [...terms].join(' '),
  })
}

/** How far an item is indexed; null: to its end. */
export function moveQueued(db: Db, itemId: number, afterPage: number | null): void {
  if (afterPage === null) change(db, 'delete from search_queue where item_id = @itemId', { itemId })
  else
    change(db, 'update search_queue set after_page = @afterPage where item_id = @itemId', {
      itemId,
      afterPage,
    })
}

/** A page on which everything was found that was looked for. */
export interface Hit {
  readonly itemId: number
  readonly page: number
}

/**
 * Pages of a batch with all of these terms, in the order of intake. All at once: a beginning costs a walk through
 * every page that has a word like it, however few are asked for.
 */
export function listHits(db: Db, { batchId, terms }: Wanted): readonly Hit[] {
  if (terms.length === 0) return []
  const found = row<{ ids: string }>(
    db,
    `select json_group_array(rowid) as ids from page_terms
     where page_terms match @match and rowid between
       (select id from items where batch_id = @batchId order by seq limit 1) * ${pagesOfItem}
       and (select id + 1 from items where batch_id = @batchId order by seq desc limit 1) * ${pagesOfItem}`,
    { batchId, match: matchOf(terms) },
  )
  const ids: number[] = JSON.parse(found?.ids ?? '[]')
  return ids.map((id) => ({ itemId: Math.floor(id / pagesOfItem), page: id % pagesOfItem }))
}

/** Files of a batch whose words are not in the index yet. */
export function countUnsearched(db: Db, batchId: string): number {
  const found = row<{ files: number }>(
    db,
    `select count(*) as files from search_queue
     where item_id between (select id from items where batch_id = @batchId order by seq limit 1)
       and (select id from items where batch_id = @batchId order by seq desc limit 1)`,
    { batchId },
  )
  return found?.files ?? 0
}

export interface Wanted {
  readonly batchId: string
  readonly terms: readonly string[]
}

function stretchOf(itemId: number) {
  return { first: itemId * pagesOfItem, last: itemId * pagesOfItem + pagesOfItem - 1 }
}

function matchOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"*`).join(' AND ')
}

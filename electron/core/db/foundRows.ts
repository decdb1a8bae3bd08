import { wantedTerms } from '../../../workers/layout/searchTerms.ts'
import type { RowFilter, RowKey, RowSlice } from './documentRows.ts'
import { type Db, row, rows } from './open.ts'
import { type Hit, listHits } from './pageTerms.ts'

/** What a search finds in a batch, in the order of intake; what slices and counts are made of, so that it looks once. */
export interface Found {
  /** Rows whose file name, type or values have it. */
  readonly inText: readonly RowPlace[]
  /** Pages that have all of its words. */
  readonly onPages: readonly Hit[]
}

interface RowPlace {
  readonly itemId: number
  readonly documentSeq: number
}

/** More than any file may have documents. */
const documentsOfItem = 65_536

/** null: nothing is searched for, every row is wanted. */
export function findRows(db: Db, filter: RowFilter): Found | null {
  const { batchId, search } = filter
  if (search === '') return null
  const { named, is } = namedStatuses(filter)
  // One number a row: making an object of each would take longer than finding them.
  const found = row<{ places: string }>(
    db,
    `select json_group_array(item_id * ${documentsOfItem} + document_seq + 1) as places from batch_rows
     where batch_id = @batchId ${is('status')} and text like @like escape '\\'`,
    { batchId, like: likeOf(search), ...named },
  )
  const places: number[] = JSON.parse(found?.places ?? '[]')
  const inText = places
    .toSorted((a, b) => a - b)
    .map((place) => ({
      itemId: Math.floor(place / documentsOfItem),
      documentSeq: (place % documentsOfItem) - 1,
    }))
  return { inText, onPages: listHits(db, { batchId, terms: wantedTerms(search) }) }
}

/** The rows of a slice among those found, with all of the last one’s item. */
export function listFound(db: Db, slice: RowSlice, { inText, onPages }: Found): RowKey[] {
  const first = firstItem(db, slice)
  const byText = listSome(slice, after(inText, first), (places) => rowsOfPlaces(db, slice, places))
  const byPage = listSome(slice, after(onPages, first), (hits) => rowsOfHits(db, slice, hits))
  const merged = [...new Map([...byText, ...byPage].map((key) => [placeOf(key), key])).values()]
  merged.sort((a, b) => a.itemSeq - b.itemSeq || a.documentSeq - b.documentSeq)
  // Both hold whole items as far as they go, and neither ends before the limit.
  const end = merged[slice.limit - 1]?.itemSeq ?? Number.POSITIVE_INFINITY
  return merged.filter(({ itemSeq }) => itemSeq <= end)
}

/** How many rows a search finds: of a file with one row any page is its own. */
export function countFound(db: Db, filter: RowFilter, { inText, onPages }: Found): number {
  const several = itemsWithSeveral(db, filter)
  const alone = new Set<number>()
  for (const { itemId } of onPages) if (!several.has(itemId)) alone.add(itemId)
  for (const { itemId } of inText) alone.delete(itemId)
  const counted = new Set(inText.filter(({ itemId }) => several.has(itemId)).map(placeOf))
  const ofSeveral = onPages.filter(({ itemId }) => several.has(itemId))
  const others = rowsOfHits(db, filter, ofSeveral).filter((key) => !counted.has(placeOf(key)))
  return inText.length + countStanding(db, filter, alone) + others.length
}

const placeOf = ({ itemId, documentSeq }: RowPlace) => `${itemId} ${documentSeq}`

/** Of files with one row each, how many stand as the filter wants. */
function countStanding(db: Db, filter: RowFilter, itemIds: ReadonlySet<number>): number {
  if (filter.statuses.length === 0) return itemIds.size
  const { named, is } = namedStatuses(filter)
  const found = row<{ total: number }>(
    db,
    `select count(*) as total from batch_rows
     where batch_id = @batchId ${is('status')} and item_id in (select value from json_each(@itemIds))`,
    { ...named, batchId: filter.batchId, itemIds: JSON.stringify([...itemIds]) },
  )
  return found?.total ?? 0
}

function itemsWithSeveral(db: Db, { batchId }: RowFilter): ReadonlySet<number> {
  const found = rows<{ itemId: number }>(
    db,
    'select item_id as itemId from batch_rows where batch_id = @batchId and document_seq > 0',
    { batchId },
  )
  return new Set(found.map(({ itemId }) => itemId))
}

/** Keys for what was found, a part after the other, until there are enough of them; whole items only. */
function listSome<T extends { readonly itemId: number }>(
  { limit }: RowSlice,
  found: readonly T[],
  keysOf: (part: readonly T[]) => RowKey[],
): RowKey[] {
  const keys: RowKey[] = []
  // A long file may have many hits, and a status few.
  for (let from = 0; from < found.length && keys.length < limit; ) {
    const end = endOfItem(found, from + limit)
    keys.push(...keysOf(found.slice(from, end)))
    from = end
  }
  return keys
}

/** The first place from here on at which another item begins. */
function endOfItem(found: readonly { readonly itemId: number }[], from: number): number {
  let end = Math.min(from, found.length)
  while (end < found.length && found[end]?.itemId === found[end - 1]?.itemId) end++
  return end
}

/** The first item of a slice; later ones have higher numbers. Infinity: there is none. */
function firstItem(db: Db, { batchId, after }: RowSlice): number {
  const found = row<{ id: number }>(
    db,
    'select id from items where batch_id = @batchId and seq > @after order by seq limit 1',
    { batchId, after },
  )
  return found?.id ?? Number.POSITIVE_INFINITY
}

function after<T extends { readonly itemId: number }>(found: readonly T[], first: number) {
  const start = found.findIndex(({ itemId }) => itemId >= first)
  return start < 0 ? [] : found.slice(start)
}

const keyColumns = `r.item_seq as itemSeq, r.document_seq as documentSeq, r.item_id as itemId,
  r.document_id as documentId, r.status`

function rowsOfPlaces(db: Db, filter: RowFilter, places: readonly RowPlace[]): RowKey[] {
  return rows<RowKey>(
    db,
    `select ${keyColumns} from json_each(@places) p
     cross join batch_rows r indexed by batch_rows_by_item
       on r.item_id = p.value ->> 0 and r.batch_id = @batchId and r.document_seq = p.value ->> 1
     order by p.key`,
    {
      batchId: filter.batchId,
      places: JSON.stringify(places.map(({ itemId, documentSeq }) => [itemId, documentSeq])),
    },
  )
}

/** The rows that pages with hits belong to, each once. */
function rowsOfHits(db: Db, filter: RowFilter, hits: readonly Hit[]): RowKey[] {
  if (hits.length === 0) return []
  const { named, is } = namedStatuses(filter)
  return rows<RowKey>(
    db,
    `select distinct ${keyColumns} from json_each(@hits) h
     cross join batch_rows r indexed by batch_rows_by_item
       on r.item_id = h.value ->> 0 and r.batch_id = @batchId
     left join documents d on d.id = r.document_id
     where (d.id is null or h.value ->> 1 between d.first_page and d.last_page
       and (d.page_list is null or h.value ->> 1 in (select value from json_each(d.page_list))))
       ${is('r.status')}
     order by r.item_seq, r.document_seq`,
    {
      ...named,
      batchId: filter.batchId,
      hits: JSON.stringify(hits.map(({ itemId, page }) => [itemId, page])),
    },
  )
}

function namedStatuses({ statuses }: RowFilter) {
  const named = Object.fromEntries(statuses.map((status, i) => [`status${i}`, status]))
  const marks = Object.keys(named).map((name) => `@${name}`)
  const is = (column: string) => (marks.length > 0 ? `and ${column} in (${marks.join(', ')})` : '')
  return { named, is }
}

/** A pattern for a text that holds this one, also where it holds signs that mean something in a pattern. */
export function likeOf(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

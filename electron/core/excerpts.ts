import { excerptOf } from '../../workers/layout/excerptOf.ts'
import { wantedTerms } from '../../workers/layout/searchTerms.ts'
import type { Excerpt } from '../views.ts'
import { findDocument, pageNumbersOf } from './db/documents.ts'
import { type Db, row } from './db/open.ts'
import { type Hit, listHits, listPageWords } from './db/pageTerms.ts'

interface Place {
  readonly itemId: number
  readonly documentId: string | null
}

/** Where rows have what is searched for: one of their values, else the first of their pages that has all of it. */
export function* excerptsOf(
  db: Db,
  { batchId, search, rows }: { batchId: string; search: string; rows: readonly Place[] },
): Generator<Excerpt> {
  const wanted = wantedTerms(search)
  const items = new Set(rows.map(({ itemId }) => itemId))
  const hits = listHits(db, { batchId, terms: wanted })
  const pages = hits.filter(({ itemId }) => items.has(itemId))
  for (const place of rows) {
    const excerpt = inValue(db, place, search) ?? onPage(db, place, { wanted, pages })
    if (excerpt) yield { ...place, ...excerpt }
  }
}

type Found = Omit<Excerpt, 'itemId' | 'documentId'>

function inValue(db: Db, { documentId }: Place, search: string): Found | null {
  const found = documentId
    ? row<{ label: string; value: string; at: number }>(
        db,
        `select label, value, instr(lower(value), lower(@search)) as at from fields
         where document_id = @documentId and table_name is null and instr(lower(value), lower(@search)) > 0
         order by position limit 1`,
        { documentId, search },
      )
    : null
  if (!found) return null
  const { label, value, at } = found
  const letters = [...value]
  const end = at - 1 + [...search].length
  const part = (from: number, to?: number) => letters.slice(from, to).join('')
  return { label, page: null, before: part(0, at - 1), hit: part(at - 1, end), after: part(end) }
}

function onPage(
  db: Db,
  { itemId, documentId }: Place,
  { wanted, pages }: { readonly wanted: readonly string[]; readonly pages: readonly Hit[] },
): Found | null {
  const document = documentId === null ? null : findDocument(db, documentId)
  const own = document && new Set(pageNumbersOf(document))
  const hit = pages.find((other) => other.itemId === itemId && (own?.has(other.page) ?? true))
  const page = hit?.page
  if (page === undefined) return null
  const [read] = listPageWords(db, { itemId, afterPage: page - 1 }, 1)
  const excerpt = read?.page === page ? excerptOf(read.words, wanted) : null
  return excerpt && { label: null, page, ...excerpt }
}

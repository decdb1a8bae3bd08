import type { Page } from '../../workers/model.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { pageNumbersOf, type StoredDocument } from './db/documents.ts'
import { findItem } from './db/items.ts'
import { listPages, type PageKey } from './db/pages.ts'

/** Under which the pages of a document are kept; null when its file or batch is gone. */
export function pageKeyOf(
  { db }: Pick<Core, 'db'>,
  { itemId, batchId, readerKey }: StoredDocument,
): PageKey | null {
  const { sha256 = null, reading = null } = findItem(db, itemId) ?? {}
  const key = readerKey ?? reading?.readerKey ?? findBatch(db, batchId)?.readerKey
  return sha256 && key ? { sha256, readerKey: key } : null
}

/** The pages of a document that could be read, in its order. */
export function pagesOfDocument(core: Pick<Core, 'db'>, document: StoredDocument): readonly Page[] {
  const key = pageKeyOf(core, document)
  return key ? pagesInOrder(core, key, pageNumbersOf(document)) : []
}

/** Those of these pages that could be read, in the order asked for. */
export function pagesInOrder(
  { db }: Pick<Core, 'db'>,
  key: PageKey,
  numbers: readonly number[],
): readonly Page[] {
  const pages = listPages(db, key, [Math.min(...numbers), Math.max(...numbers)])
  const byNumber = new Map(pages.map((page) => [page.number, page]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}

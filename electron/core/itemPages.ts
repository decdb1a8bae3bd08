import { AppError } from '../../workers/errors.ts'
import type { ItemPages } from '../views.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { listDocumentsOfItem, pageNumbersOf } from './db/documents.ts'
import { findArrangement, findItem } from './db/items.ts'
import { listPageFacts } from './db/pages.ts'
import { pageKeyOf } from './documentPages.ts'
import { imageIdOf } from './previews.ts'

/** The pages of a file, each as its document shows it, and how they are put together. Throws not_found. */
export function itemPages(core: Core, itemId: number): ItemPages {
  const { db } = core
  const item = findItem(db, itemId)
  const sha256 = item?.sha256
  if (!item || !sha256) throw new AppError('not_found', { what: 'file' })
  const { batchId, filename, pageCount, reading } = item
  const documents = listDocumentsOfItem(db, itemId)
  const usual = {
    sha256,
    readerKey: reading?.readerKey ?? findBatch(db, batchId)?.readerKey ?? '',
  }
  const pages = Array.from({ length: pageCount ?? 0 }, (_, i) => i + 1).map((number) => {
    const owner = documents.find((document) => pageNumbersOf(document).includes(number))
    const key = (owner && pageKeyOf(core, owner)) ?? usual
    const [facts] = listPageFacts(db, key, [number, number])
    const imageId = imageIdOf({ sha256, page: number, rotation: facts?.rotation ?? 0 })
    const size: [number, number] | null =
      facts && !facts.errorCode ? [facts.width, facts.height] : null
    return { number, imageId, size }
  })
  return {
    ...{ itemId, batchId, filename, pages },
    documents: documents.map((document) => ({
      ...{ id: document.id, type: document.type },
      pages: [...pageNumbersOf(document)],
    })),
    leftOut: [...(findArrangement(db, itemId)?.leftOut ?? [])],
  }
}

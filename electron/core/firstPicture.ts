import type { Core } from './core.ts'
import { pageNumbersOf, type StoredDocument } from './db/documents.ts'
import { listPageFacts } from './db/pages.ts'
import { pageKeyOf } from './documentPages.ts'
import type { Preview } from './previews.ts'

/** The picture that a document opens with; null when its pages are not kept. */
export function firstPicture(core: Pick<Core, 'db'>, document: StoredDocument): Preview | null {
  const key = pageKeyOf(core, document)
  const [page] = pageNumbersOf(document)
  if (!key || page === undefined) return null
  const [facts] = listPageFacts(core.db, key, [page, page])
  return facts ? { sha256: key.sha256, page, rotation: facts.rotation } : null
}

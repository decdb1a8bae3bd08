import { AppError } from '../../workers/errors.ts'
import type { Turn } from '../../workers/model.ts'
import { readerKey, settingsOf } from '../../workers/page/readerKey.ts'
import { beside, putAnew } from './anew.ts'
import type { Core } from './core.ts'
import { pageNumbersOf } from './db/documents.ts'
import { copyPage, listPageFacts } from './db/pages.ts'
import { pageKeyOf } from './documentPages.ts'
import { extractPages } from './extractPages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { templateFor, unchangedItem } from './readAgain.ts'
import { readPages } from './readPages.ts'
import { knownDocument } from './review.ts'

/**
 * Turns a page clockwise from how it is shown now and reads it again, that page alone; the values of its
 * document are found anew, and what a person corrected stays. Throws file_changed and what reading a page throws.
 */
export async function rotatePage(
  core: Core,
  { documentId, page, turn }: { documentId: string; page: number; turn: 90 | 180 | 270 },
): Promise<void> {
  const document = knownDocument(core, documentId)
  const numbers = pageNumbersOf(document)
  const key = pageKeyOf(core, document)
  const [facts] = key ? listPageFacts(core.db, key, [page, page]) : []
  if (!key || !facts || !numbers.includes(page)) throw new AppError('not_found', { what: 'page' })
  const item = await unchangedItem(core, document)

  const before = settingsOf(key.readerKey)
  const upright = ((facts.rotation + turn) % 360) as Turn
  const settings = { ...before, turns: { ...before.turns, [page]: upright } }
  const ownData = ownOcrData(core, settings.languages)
  const turned = readerKey(settings, ownData)
  for (const other of numbers)
    if (other !== page) copyPage(core.db, key, { page: other, readerKey: turned })
  const batch = { template: templateFor(core, document), readerKey: turned }
  await beside(core, item, { batch, config: { settings, ownData } }, async (run) => {
    const outcome = await readPages(core, run, item, [page, page])
    if (outcome !== 'read') throw new AppError('file_changed', { file: item.filename })
    const marked = await extractPages(core, run, item, numbers)
    putAnew(core, documentId, 'rotated', { ...marked, readerKey: turned })
  })
}

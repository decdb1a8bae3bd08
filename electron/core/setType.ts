import { AppError } from '../../workers/errors.ts'
import { beside, putAnew, readItem } from './anew.ts'
import type { Core } from './core.ts'
import { configOf } from './db/batches.ts'
import { pageNumbersOf } from './db/documents.ts'
import { pageKeyOf } from './documentPages.ts'
import { extractPages } from './extractPages.ts'
import { knownDocument } from './review.ts'
import { templatesFor } from './templateOf.ts'

/**
 * Takes a document for another type and finds its values anew in its kept pages: nothing is read. What a
 * person corrected stays where the type has a field of that name. `auto` lets the pages tell the type.
 * Throws no_template.
 */
export async function setType(
  core: Core,
  { documentId, template }: { documentId: string; template: string },
): Promise<void> {
  const document = knownDocument(core, documentId)
  const item = readItem(core, document.itemId)
  const frozen = configOf(core.db, document.batchId) ?? { templates: [] }
  const known = templatesFor(frozen, core.templates).map(({ name }) => name)
  if (template !== 'auto' && !known.includes(template))
    throw new AppError('no_template', { template, known: known.join(', ') })
  const readerKey = pageKeyOf(core, document)?.readerKey ?? ''
  await beside(core, item, { batch: { template, readerKey } }, async (run) => {
    const marked = await extractPages(core, run, item, pageNumbersOf(document))
    putAnew(core, documentId, 'retyped', { ...marked, readerKey: document.readerKey })
  })
}

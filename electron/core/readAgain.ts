import { AppError } from '../../workers/errors.ts'
import { readerKey } from '../../workers/page/readerKey.ts'
import type { ParsedInput } from '../contract.ts'
import { beside, putAnew, readItem } from './anew.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { pageNumbersOf, type StoredDocument } from './db/documents.ts'
import { wasDone } from './db/fieldEvents.ts'
import { listFields } from './db/fields.ts'
import { extractPages } from './extractPages.ts'
import { type InspectedItem, isUnchanged } from './inspectItem.ts'
import { chooseLanguages } from './languages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { readPages } from './readPages.ts'
import { knownDocument } from './review.ts'

/**
 * Reads the pages of a document with other settings and finds its values anew. Nothing changes before
 * all of it is there; what a person corrected stays, and the step as a whole can be taken back.
 * Throws language_missing, language_changed, file_changed, file_encrypted, password_wrong and what reading a page throws.
 */
export async function readAgain(
  core: Core,
  { documentId, mode, languages, password }: ParsedInput<'document.readAgain'>,
): Promise<void> {
  const document = knownDocument(core, documentId)
  const settings = { mode, languages: chooseLanguages(core, languages) }
  const item = await unchangedItem(core, document)
  if (password !== null) await learn(core, item, password)
  const ownData = ownOcrData(core, settings.languages)
  const key = readerKey(settings, ownData)
  const batch = { template: templateFor(core, document), readerKey: key }
  await beside(core, item, { batch, config: { settings, ownData } }, async (run) => {
    const outcome = await readPages(core, run, item, document.pages)
    if (outcome !== 'read') throw new AppError('file_changed', { file: item.filename })
    const marked = await extractPages(core, run, item, pageNumbersOf(document))
    putAnew(core, documentId, 'extracted', { ...marked, readerKey: key })
  })
}

/** The file of the document, if it still is what was read. */
export async function unchangedItem(core: Core, document: StoredDocument): Promise<InspectedItem> {
  const item = readItem(core, document.itemId)
  if (!(await isUnchanged(item))) throw new AppError('file_changed', { file: item.filename })
  return item
}

async function learn(
  core: Core,
  { path, batchId }: InspectedItem,
  password: string,
): Promise<void> {
  await core.pool.inspectFile({ path, passwords: [password] }, { urgent: true })
  core.passwords.add(batchId, [password])
}

/** A correction belongs to a field of its template, and a type set by hand is one: they are kept to. */
export function templateFor({ db }: Core, document: StoredDocument): string {
  const isPinned =
    wasDone(db, document.id, 'retyped') ||
    listFields(db, document.id).some(({ corrected }) => corrected)
  const asked = findBatch(db, document.batchId)?.template ?? 'auto'
  return (isPinned && document.templateName) || asked
}

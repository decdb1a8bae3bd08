import { AppError } from '../../workers/errors.ts'
import { readerKey } from '../../workers/page/readerKey.ts'
import type { ParsedInput } from '../contract.ts'
import { type BatchRun, createBatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { configOf, findBatch } from './db/batches.ts'
import {
  findDocument,
  rewriteDocument,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import { appendEvent } from './db/fieldEvents.ts'
import { deleteField, insertFields, listFields, placedFields, updateField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { findItem } from './db/items.ts'
import { durably } from './db/open.ts'
import { restatePages } from './db/pageStates.ts'
import { extractDocuments } from './extractDocuments.ts'
import { type InspectedItem, isInspected, isUnchanged } from './inspectItem.ts'
import { keepCorrections } from './keepCorrections.ts'
import { chooseLanguages } from './languages.ts'
import type { MarkedDocument } from './missingPages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { readPages } from './readPages.ts'
import { recheck } from './recheck.ts'
import { knownDocument, templateOf } from './review.ts'

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
  const item = await itemOf(core, document)
  if (password !== null) await learn(core, item, password)
  const run = runWith(core, document, settings)
  const stop = () => run.abort()
  core.closing.addEventListener('abort', stop, { once: true })
  try {
    const outcome = await readPages(core, run, item, document.pages)
    if (outcome !== 'read') throw new AppError('file_changed', { file: item.filename })
    const [marked] = await extractDocuments(core, run, item, document.pages)
    if (marked) replace(core, documentId, { ...marked, readerKey: run.batch.readerKey })
  } catch (thrown) {
    throw run.signal.aborted ? new AppError('cancelled', { file: item.filename }) : thrown
  } finally {
    core.closing.removeEventListener('abort', stop)
  }
}

/** The file of the document, if it still is what was read. */
async function itemOf({ db }: Core, { itemId }: StoredDocument): Promise<InspectedItem> {
  const item = findItem(db, itemId)
  if (item?.status !== 'done' || !isInspected(item))
    throw new AppError('not_found', { what: 'document' })
  if (!(await isUnchanged(item))) throw new AppError('file_changed', { file: item.filename })
  return item
}

async function learn(
  core: Core,
  { path, batchId }: InspectedItem,
  password: string,
): Promise<void> {
  await core.pool.inspectFile({ path, passwords: [password] })
  core.passwords.add(batchId, [password])
}

/** A run of its own, which no pause or cancel of the batch ends. */
function runWith(
  core: Core,
  document: StoredDocument,
  settings: Parameters<typeof readerKey>[0],
): BatchRun {
  const batch = findBatch(core.db, document.batchId)
  const config = configOf(core.db, document.batchId)
  if (!batch || !config) throw new AppError('not_found', { what: 'batch' })
  const isCorrected = listFields(core.db, document.id).some(({ corrected }) => corrected)
  const ownData = ownOcrData(core, settings.languages)
  // A correction belongs to a field of its template: another one would have no place for it.
  const template = (isCorrected && document.templateName) || batch.template
  return createBatchRun(
    { ...batch, template, readerKey: readerKey(settings, ownData) },
    { ...config, settings, ownData },
    { now: core.now, pagesAtOnce: core.pool.threads },
  )
}

function replace(
  core: Core,
  documentId: string,
  { document, missingPages, readerKey }: MarkedDocument & { readonly readerKey: string },
): void {
  const { db } = core
  const before = knownDocument(core, documentId)
  const fields = listFields(db, documentId)
  durably(db, () => {
    const at = core.now().toISOString()
    appendEvent(db, { documentId, kind: 'extracted', at, before: { document: before, fields } })
    rewriteDocument(db, {
      ...{ ...before, ...document, missingPages, readerKey, review: 'none' },
      templateName: document.template?.name ?? null,
      templateVersion: document.template?.version ?? null,
    })
    restatePages(db, documentId)
    // In this order, so that an undo finds the old ids free.
    insertFields(db, documentId, keepCorrections(placedFields(document), fields))
    for (const { id } of fields) deleteField(db, id)
    if (fields.some(({ corrected }) => corrected)) checkAgain(core, documentId)
    setNeedsReview(db, before.itemId)
  })
  const { batchId, itemId } = before
  core.log('document.readAgain', { batch: batchId, item: itemId })
  core.events.documentChanged({ batchId, itemId, documentId })
  core.events.batchMoved(batchId)
}

/** The new reading was checked without the corrections. */
function checkAgain(core: Core, documentId: string): void {
  const { db } = core
  const document = findDocument(db, documentId)
  if (!document) return
  const checked = recheck(document, listFields(db, documentId), templateOf(core, document))
  for (const field of checked.fields) updateField(db, field)
  updateDocument(db, documentId, checked.document)
}

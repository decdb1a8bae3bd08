import { setImmediate } from 'node:timers/promises'
import type { ResultRecord } from '../../workers/export/record.ts'
import type { Core } from './core.ts'
import { type Batch, configOf, findBatch } from './db/batches.ts'
import { findDocument, listDocumentsOfItem, type StoredDocument } from './db/documents.ts'
import { listFieldValues } from './db/fields.ts'
import { findItem, type Item, itemsInStretches } from './db/items.ts'
import { enginesOfItem } from './db/readings.ts'
import { documentRecord, itemRecord, itemTablesOf, missingIn, type Run } from './documentRecord.ts'
import { ledgerOf } from './ledger.ts'
import { partialWords } from './partialWords.ts'
import { templateIn } from './templateOf.ts'

/** What a person chose of a batch: documents, and files that have none. */
export interface Selection {
  readonly documentIds: readonly string[]
  readonly itemIds: readonly number[]
}

/**
 * One record per document in the order of intake, and one for every item that gave none. What a person took out
 * of the batch is in its ledger alone.
 */
export async function* recordsOf(
  core: Core,
  batch: Batch,
  selection: Selection | null = null,
): AsyncGenerator<ResultRecord> {
  const { db } = core
  const isChosen = chosenBy(selection)
  const { ofItem, ofDocument } = recordsWithin(core, batch, selection)
  let laidDown = 0
  for (const item of itemsInStretches(db, batch.id)) {
    const documents = item.status === 'done' ? listDocumentsOfItem(db, item.id) : []
    if (documents.length === 0 && !isRemoved(item) && isChosen.item(item.id)) yield ofItem(item)
    for (const document of documents.filter(({ id }) => isChosen.document(id)))
      yield ofDocument(item, document)
    // Twenty thousand documents take seconds: whoever looks or presses something comes in between.
    if (++laidDown % 50 === 0) await setImmediate()
  }
}

/** The record of one document, as an export of its batch has it; null: there is no such document. */
export function recordOfDocument(core: Core, documentId: string): ResultRecord | null {
  const document = findDocument(core.db, documentId)
  const item = document && findItem(core.db, document.itemId)
  const batch = item && findBatch(core.db, item.batchId)
  if (!document || !item || !batch || batch.deletedAt || isRemoved(item)) return null
  return recordsWithin(core, batch, null).ofDocument(item, document)
}

/** What makes records of one batch: all that they have in common is looked up once. */
function recordsWithin(
  { db, version, templates }: Core,
  batch: Batch,
  selection: Selection | null,
) {
  const config = configOf(db, batch.id)
  const ledger = ledgerOf(db, batch.id)
  const { files, pages } = ledger
  const isPartial = partialWords(ledger, selection) !== null

  const runOf = (item: Item): Run => ({
    template: null,
    template_version: null,
    app_version: config?.appVersion ?? version,
    engine: enginesOfItem(db, item.id),
    started_at: item.startedAt,
    finished_at: item.finishedAt,
    ...(isPartial && { partial: true as const }),
    ledger: { files, pages },
  })

  return {
    ofItem: (item: Item) => itemRecord(batch, item, missingIn(db, item), runOf(item)),
    ofDocument: (item: Item, document: StoredDocument) =>
      documentRecord(
        batch,
        item,
        document,
        listFieldValues(db, document.id),
        itemTablesOf(templateIn(config, templates, document)),
        runOf(item),
      ),
  }
}

function chosenBy(selection: Selection | null) {
  const documents = new Set(selection?.documentIds)
  const items = new Set(selection?.itemIds)
  return {
    document: (id: string) => selection === null || documents.has(id),
    item: (id: number) => selection === null || items.has(id),
  }
}

/** Whether a person took it out of the batch. */
export function isRemoved({ status, error }: Item): boolean {
  return status === 'skipped' && error?.code === 'removed'
}

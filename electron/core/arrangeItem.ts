import { AppError } from '../../workers/errors.ts'
import type { ParsedInput } from '../contract.ts'
import { readItem } from './anew.ts'
import { checkArrangement } from './checkArrangement.ts'
import type { Core } from './core.ts'
import { cutDocument, unstored } from './cutDocument.ts'
import { listDocumentsOfItem, pageNumbersOf } from './db/documents.ts'
import { appendEvent, type ItemState, type Snapshot, wasDocument } from './db/fieldEvents.ts'
import { freeFieldId } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { findArrangement } from './db/items.ts'
import { durably } from './db/open.ts'
import { putItem, snapshotOf } from './history.ts'
import type { InspectedItem } from './inspectItem.ts'

/**
 * Puts the pages of a file together in another way: documents are lists of its pages, and pages may be left
 * out with a reason. The file stays as it is, and so do documents whose pages stay; the others are found anew
 * in kept pages. One act, which can be taken back. Throws invalid_input.
 */
export async function arrangeItem(core: Core, input: ParsedInput<'item.arrange'>): Promise<void> {
  const { db } = core
  const item = readItem(core, input.itemId)
  const arrangement = checkArrangement(input, item.pageCount)
  const before = stateOf(db, item.id)
  const taken = new Set<string>()
  const documents: Snapshot[] = []
  for (const [seq, pages] of arrangement.documents.entries()) {
    const same = before.documents.find(({ document }) => isList(pageNumbersOf(document), pages))
    if (same) documents.push({ ...same, document: { ...same.document, seq } })
    else {
      const id = freeDocumentId(core, item, taken)
      documents.push(await cutDocument(core, item, { id, seq, pages, old: before.documents }))
    }
  }
  keep(core, item, { before, after: { arrangement, documents } })
}

function stateOf(db: Core['db'], itemId: number): ItemState {
  const documents = listDocumentsOfItem(db, itemId).map((document) => snapshotOf(db, document))
  return { arrangement: findArrangement(db, itemId), documents }
}

function isList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((page, i) => page === b[i])
}

/** Ids are never given twice: what was taken apart may be put together again. */
function freeDocumentId({ db }: Core, { id, batchId, seq }: InspectedItem, taken: Set<string>) {
  const idOf = (number: number) => `${batchId}-${seq + 1}-${number}`
  let number = 1
  while (taken.has(idOf(number)) || wasDocument(db, id, idOf(number))) number++
  taken.add(idOf(number))
  return idOf(number)
}

function keep(
  core: Core,
  item: InspectedItem,
  { before, after }: Record<'before' | 'after', ItemState>,
) {
  const { db, events, now } = core
  const { id: itemId, batchId } = item
  durably(db, () => {
    if (JSON.stringify(stateOf(db, itemId)) !== JSON.stringify(before)) {
      const problem = 'its documents were changed at the same time. Look at them and do it again.'
      throw new AppError('invalid_input', { problem })
    }
    const documents = withIds(after.documents, freeFieldId(db))
    const documentId = documents[0]?.document.id ?? ''
    appendEvent(db, {
      ...{ documentId, itemId, kind: 'arranged', at: now().toISOString(), before },
      after: { ...after, documents },
    })
    putItem(db, itemId, { ...after, documents })
    setNeedsReview(db, itemId)
  })
  core.log('item.arranged', { batch: batchId, item: itemId, documents: after.documents.length })
  const ids = [...before.documents, ...after.documents].map(({ document }) => document.id)
  for (const documentId of new Set(ids)) events.documentChanged({ batchId, itemId, documentId })
  events.batchMoved(batchId)
}

/** Fields that were found just now get their ids; those of documents that stay keep theirs. */
function withIds(documents: readonly Snapshot[], firstId: number): Snapshot[] {
  let next = firstId
  return documents.map(({ document, fields }) => ({
    document,
    fields: fields.map((field) => (field.id === unstored ? { ...field, id: next++ } : field)),
  }))
}

import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import {
  removeDocumentsOfItem,
  restoreDocument,
  rewriteDocument,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import {
  type Act,
  appendEvent,
  findInTheWay,
  findLastAct,
  findUndoneAct,
  type ItemState,
  isArrangement,
  isReading,
  type ReviewState,
  type Snapshot,
} from './db/fieldEvents.ts'
import { deleteField, listFields, restoreFields, updateField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { findItem, setArrangement } from './db/items.ts'
import { durably } from './db/open.ts'
import { restateItem, restatePages } from './db/pageStates.ts'
import { flagAgain } from './setThreshold.ts'

/**
 * Acts of persons are kept with both of their sides, and moving between the sides is all that undo and redo
 * do: in order, also after a restart, and appended to the history themselves.
 */

/** Takes back the last act on a document that was not taken back yet. */
export function undoAct(core: Core, documentId: string): void {
  const act = findLastAct(core.db, documentId)
  if (!act) throw new AppError('invalid_input', { problem: 'there is nothing to take back.' })
  move(core, act, 'undo')
}

/** Does again what was taken back last, as long as nothing new was done since. */
export function redoAct(core: Core, documentId: string): void {
  const act = findUndoneAct(core.db, documentId)
  if (!act) throw new AppError('invalid_input', { problem: 'there is nothing to do again.' })
  move(core, act, 'redo')
}

function move(core: Core, act: Act, way: 'undo' | 'redo'): void {
  const { db, now } = core
  const { id: undoes, documentId, itemId } = act
  const inTheWay = isArrangement(act) && findInTheWay(db, act, way)
  if (inTheWay) throw new AppError('invalid_input', { problem: problemOf[way](inTheWay) })
  const kind = way === 'undo' ? 'undone' : 'redone'
  durably(db, () => {
    appendEvent(db, { documentId, itemId, kind, at: now().toISOString(), undoes })
    put(core, act, way)
    flagAgain(db, itemId)
    setNeedsReview(db, itemId)
  })
  tell(core, act)
}

const problemOf = {
  undo: (id: string) =>
    `the pages were put together differently before. Take back first what was done in document ${id} since.`,
  redo: (id: string) =>
    `the pages were put together differently then. Do again first what was taken back in document ${id}.`,
} as const

function put({ db }: Core, act: Act, way: 'undo' | 'redo'): void {
  if (isArrangement(act)) {
    putItem(db, act.itemId, way === 'undo' ? act.before : act.after)
  } else if (isReading(act)) {
    const snapshot = way === 'undo' ? act.before : act.after
    if (snapshot) putSnapshot(db, act.documentId, snapshot)
  } else {
    const [from, to] = way === 'undo' ? [act.after, act.before] : [act.before, act.after]
    putState(db, act.documentId, { from, to })
  }
}

/** Brings a document from one side of an act to the other. */
export function putState(
  db: Core['db'],
  documentId: string,
  { from, to }: { readonly from: Pick<ReviewState, 'whole'>; readonly to: ReviewState },
): void {
  for (const { id } of from.whole ?? []) deleteField(db, id)
  restoreFields(db, documentId, to.whole ?? [])
  for (const field of to.fields) updateField(db, field)
  updateDocument(db, documentId, to.document)
}

function putSnapshot(db: Core['db'], documentId: string, { document, fields }: Snapshot): void {
  rewriteDocument(db, document)
  restatePages(db, documentId)
  for (const { id } of listFields(db, documentId)) deleteField(db, id)
  restoreFields(db, documentId, fields)
}

/** Replaces the documents of a file by others. */
export function putItem(
  db: Core['db'],
  itemId: number,
  { arrangement, documents }: ItemState,
): void {
  removeDocumentsOfItem(db, itemId)
  for (const { document, fields } of documents) {
    restoreDocument(db, document)
    restoreFields(db, document.id, fields)
  }
  setArrangement(db, itemId, arrangement)
  restateItem(db, itemId)
}

function tell({ db, events }: Core, act: Act): void {
  const batchId = findItem(db, act.itemId)?.batchId
  if (!batchId) return
  const ids = isArrangement(act)
    ? [...act.before.documents, ...act.after.documents].map(({ document }) => document.id)
    : [act.documentId]
  for (const documentId of new Set(ids))
    events.documentChanged({ batchId, itemId: act.itemId, documentId })
  events.batchMoved(batchId)
}

/** A document and its fields as they stand. */
export function snapshotOf(db: Core['db'], document: StoredDocument): Snapshot {
  return { document, fields: listFields(db, document.id) }
}

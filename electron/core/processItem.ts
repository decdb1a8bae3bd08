import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError, type ErrorCode } from '../../workers/errors.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { deleteDocumentsOfItem, insertDocument } from './db/documents.ts'
import { appendEvent } from './db/fieldEvents.ts'
import { failItem, finishItem, releaseItem } from './db/itemMoves.ts'
import type { Item } from './db/items.ts'
import { atomically } from './db/open.ts'
import { listPageErrors } from './db/pages.ts'
import { extractDocuments } from './extractDocuments.ts'
import { type InspectedItem, inspectItem } from './inspectItem.ts'
import { framesOf } from './log.ts'
import type { MarkedDocument } from './missingPages.ts'
import { readPages } from './readPages.ts'
import { troubleOf } from './trouble.ts'

/** Trouble that the next file would have as well: the batch waits until it is over. */
const ofTheMachine = new Set<ErrorCode>(['disk_full', 'database_locked', 'database_damaged'])

/** Takes a running item to its end: inspected, its pages read, its documents stored if it is to have any. */
export function processItem(core: Core, run: BatchRun, item: Item): Promise<void> {
  return facingTrouble(core, run, item, async (secondsSoFar) => {
    const file = await inspectAndRead(core, run, item)
    if (!file) return release(core, item)
    if (run.batch.kind === 'read')
      return store(core, item, wordsOf(core, run, file), secondsSoFar())
    const documents = await extractDocuments(core, run, file)
    const needsReview = documents.some(({ document }) => document.needsReview)
    store(core, item, { documents, needsReview }, secondsSoFar())
  })
}

/** Only finds out what an item's file is, and gives the item back to be read later. */
export function preflightItem(core: Core, run: BatchRun, item: Item): Promise<void> {
  return facingTrouble(core, run, item, async () => {
    await inspectItem(core, run, item)
    release(core, item)
  })
}

/** The file with its pages read; null when the run stopped before the last one. */
async function inspectAndRead(
  core: Core,
  run: BatchRun,
  item: Item,
): Promise<InspectedItem | null> {
  for (let turn = 1; turn <= 3; turn++) {
    const file = await inspectItem(core, run, item)
    const outcome = await readPages(core, run, file)
    if (outcome !== 'changed') return outcome === 'read' ? file : null
    // Someone is still writing it: a scanner, a download.
    await wait(500)
  }
  throw new AppError('internal', { problem: `“${item.filename}” kept changing while it was read` })
}

/** What an item became. */
interface Yield {
  readonly documents: readonly MarkedDocument[]
  readonly needsReview: boolean
}

/** Words alone make no documents; one with a page missing is never plainly completed. */
function wordsOf({ db }: Core, { batch }: BatchRun, { sha256, pageCount }: InspectedItem): Yield {
  const errors = listPageErrors(db, { sha256, readerKey: batch.readerKey }, [1, pageCount])
  return { documents: [], needsReview: errors.length > 0 }
}

/** All documents of an item and its end, or nothing: a late attempt finds the guard closed. */
function store(
  { db, events, now }: Core,
  item: Item,
  { documents, needsReview }: Yield,
  seconds: number,
): void {
  const { batchId, id: itemId } = item
  const at = now().toISOString()
  const idOf = (seq: number) => `${batchId}-${item.seq + 1}-${seq + 1}`
  atomically(db, () => {
    if (!finishItem(db, item, { at, seconds, needsReview })) return
    deleteDocumentsOfItem(db, itemId)
    documents.forEach((marked, seq) => {
      const id = idOf(seq)
      insertDocument(db, { id, batchId, itemId, seq, ...marked })
      appendEvent(db, { documentId: id, kind: 'extracted', at })
    })
  })
  for (const seq of documents.keys())
    events.documentChanged({ batchId, itemId, documentId: idOf(seq) })
  if (documents.length === 0) events.documentChanged({ batchId, itemId, documentId: null })
  events.batchMoved(batchId)
}

/** Runs a step of an item; whatever goes wrong ends this item at most, unless the whole batch is hit. */
async function facingTrouble(
  core: Core,
  run: BatchRun,
  item: Item,
  step: (secondsSoFar: () => number) => Promise<void>,
): Promise<void> {
  const startedAt = core.now().getTime()
  const secondsSoFar = () => (core.now().getTime() - startedAt) / 1000
  try {
    await step(secondsSoFar)
  } catch (thrown) {
    if (run.isEnd(thrown)) return release(core, item)
    const { code, details } = troubleOf(thrown)
    if (ofTheMachine.has(code)) return halt(core, run, item, { code, details })
    const source = code === 'file_not_found' && goneSource(run, item)
    if (source) return halt(core, run, item, { code: 'source_gone', details: { path: source } })

    const error = { code, details: { file: item.filename, ...details } }
    const at = core.now().toISOString()
    failItem(core.db, item, { at, seconds: secondsSoFar(), error })
    const frames = code === 'internal' ? framesOf(thrown) : null
    core.log('item.failed', { item: item.id, code, frames })
    core.events.documentChanged({ batchId: item.batchId, itemId: item.id, documentId: null })
    core.events.batchMoved(item.batchId)
  }
}

function release({ db, events }: Core, item: Item): void {
  releaseItem(db, item)
  events.batchMoved(item.batchId)
}

function halt(core: Core, run: BatchRun, item: Item, trouble: ReturnType<typeof troubleOf>): void {
  run.halt(trouble)
  core.log('batch.halted', { batch: item.batchId, code: trouble.code })
  release(core, item)
}

/** The folder that the person named, when it went away with everything in it. */
function goneSource({ batch }: BatchRun, { path }: Item): string | null {
  const source = batch.sources.find((named) => path.startsWith(join(named, sep)))
  const folder = source ?? dirname(path)
  return existsSync(folder) ? null : folder
}

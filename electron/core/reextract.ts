import { AppError } from '../../workers/errors.ts'
import type { ParsedInput } from '../contract.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { amendConfig, type Batch, configOf, reopenBatch, restartPercent } from './db/batches.ts'
import {
  listDocumentsOfItem,
  pageNumbersOf,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import { wasDone } from './db/fieldEvents.ts'
import type { PlacedField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { clearStale, findStaleItem, type Item, markStale } from './db/items.ts'
import { atomically, durably } from './db/open.ts'
import { pageKeyOf } from './documentPages.ts'
import { extractPages } from './extractPages.ts'
import { reextractFailed } from './fileChecks.ts'
import { inParallel } from './inParallel.ts'
import { isInspected } from './inspectItem.ts'
import { hasPlace, type Replacement, replaceDocument } from './replaceDocument.ts'
import { templateIn, templatesFor } from './templateOf.ts'
import { chooseTemplates } from './templates.ts'
import { troubleOf } from './trouble.ts'

/**
 * Gives a batch another template. Every document that it has is owed another extraction from now on, which also a
 * new start of the program pays; what is still to be read is extracted with the new template alone. Throws
 * no_template, template_invalid, and invalid_input for a batch that has no documents.
 */
export function amendTemplate(
  core: Core,
  batch: Batch,
  { template }: ParsedInput<'batch.reextract'>,
): void {
  const { db } = core
  const config = configOf(db, batch.id)
  if (!config) throw new AppError('not_found', { what: 'batch' })
  if (batch.kind === 'read')
    throw new AppError('invalid_input', {
      problem:
        'this batch reads words alone; take its files in as a new batch to extract from them.',
    })
  const { choice, templates, file } = chooseTemplates(template, core.templates)
  const { templateFile: _, amendments = [], ...frozen } = config
  const amendment = {
    at: core.now().toISOString(),
    ...{ from: batch.template, to: choice, templates: config.templates },
  }
  durably(db, () => {
    amendConfig(db, batch.id, choice, {
      ...{ ...frozen, templates, amendments: [...amendments, amendment] },
      ...(file !== null && { templateFile: file }),
    })
    markStale(db, batch.id)
    if (batch.finishedAt) reopenBatch(db, batch.id)
    restartPercent(db, batch.id)
  })
  core.log('batch.reextract', { batch: batch.id })
}

/** Extracts every document anew that is owed it, from its kept pages. */
export async function extractStale(core: Core, run: BatchRun, width: number): Promise<void> {
  const { id } = run.batch
  let last = -1
  const next = () => {
    const item = run.isStopping() ? null : findStaleItem(core.db, id, last)
    if (item) last = item.seq
    return item
  }
  await inParallel(width, next, (item) => extractAnew(core, run, item))
}

/** All documents of an item, and that it is owed nothing more, or nothing of it. */
async function extractAnew(core: Core, run: BatchRun, item: Item): Promise<void> {
  const { db, events } = core
  const stored = listDocumentsOfItem(db, item.id)
  const found: (Replacement | null)[] = []
  for (const document of stored) {
    try {
      found.push(await run.turn(() => extracted(core, run, item, document)))
    } catch (thrown) {
      // Still owed: the next start or resume pays it.
      if (run.isEnd(thrown)) return
      core.log('reextract.failed', { item: item.id, code: troubleOf(thrown).code })
      found.push(null)
    }
  }
  const isSettled = atomically(db, () => {
    // A person had it read again or put its pages together anew in the meantime: that is what to extract from.
    const now = listDocumentsOfItem(db, item.id)
    if (JSON.stringify(now.map(sourceOf)) !== JSON.stringify(stored.map(sourceOf))) return false
    for (const [i, document] of now.entries()) settle(core, run, document, found[i] ?? null)
    setNeedsReview(db, item.id)
    clearStale(db, run.batch.id, item.id)
    return true
  })
  if (!isSettled) return extractAnew(core, run, item)
  for (const { id: documentId } of stored)
    events.documentChanged({ batchId: item.batchId, itemId: item.id, documentId })
  events.batchMoved(item.batchId)
}

/** What a document is extracted from. */
function sourceOf(document: StoredDocument) {
  return { id: document.id, readerKey: document.readerKey, pages: pageNumbersOf(document) }
}

/** null where nothing can be extracted: its file was never looked into. */
async function extracted(
  core: Core,
  run: BatchRun,
  item: Item,
  document: StoredDocument,
): Promise<Replacement | null> {
  const key = pageKeyOf(core, document)
  if (!isInspected(item) || !key) return null
  const batch = { ...run.batch, readerKey: key.readerKey, template: choiceFor(core, run, document) }
  const found = await extractPages(core, { ...run, batch }, item, pageNumbersOf(document))
  return { ...found, readerKey: document.readerKey }
}

/** Where every document tells its own type, one that a person gave it stands. */
function choiceFor(
  { db, templates }: Core,
  { batch, config }: BatchRun,
  { id, templateName }: StoredDocument,
): string {
  if (batch.template !== 'auto' || !templateName || !wasDone(db, id, 'retyped'))
    return batch.template
  const isKnown = templatesFor(config, templates).some(({ name }) => name === templateName)
  return isKnown ? templateName : batch.template
}

/** The new values in place of the old ones, or the remark that there are none. */
function settle(
  core: Core,
  { config }: BatchRun,
  { checks, ...document }: StoredDocument,
  found: Replacement | null,
): void {
  if (found) {
    const { name: templateName = null, version: templateVersion = null } =
      found.document.template ?? {}
    const type = templateIn(config, core.templates, { templateName, templateVersion })
    const keeps = (field: PlacedField) => hasPlace(type, field)
    replaceDocument(core, document.id, found, { kind: 'extracted', keeps, isOfBatch: true })
    return
  }
  const others = checks.filter(({ code }) => code !== reextractFailed.code)
  const needsReview = document.review !== 'rejected'
  const remarked = { ...document, checks: [...others, reextractFailed], needsReview }
  updateDocument(core.db, document.id, remarked)
}

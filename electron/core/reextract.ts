import { AppError } from '../../workers/errors.ts'
import type { Template } from '../../workers/template.ts'
import type { ParsedInput } from '../contract.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { amendConfig, type Batch, configOf, reopenBatch, restartPercent } from './db/batches.ts'
import { listDocumentsOfItem, type StoredDocument, updateDocument } from './db/documents.ts'
import type { PlacedField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { clearStale, findStaleItem, type Item, markStale } from './db/items.ts'
import { atomically, durably } from './db/open.ts'
import { extractDocuments } from './extractDocuments.ts'
import { reextractFailed } from './fileChecks.ts'
import { inParallel } from './inParallel.ts'
import { isInspected } from './inspectItem.ts'
import { type Replacement, replaceDocument } from './replaceDocument.ts'
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
    // A person had it read again in the meantime: that reading is the one to extract from.
    const now = listDocumentsOfItem(db, item.id)
    if (now.some(({ readerKey }, i) => readerKey !== stored[i]?.readerKey)) return false
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

/** null where nothing can be extracted: its file was never looked into. */
async function extracted(
  core: Core,
  run: BatchRun,
  item: Item,
  { readerKey, pages }: StoredDocument,
): Promise<Replacement | null> {
  if (!isInspected(item)) return null
  const batch = { ...run.batch, readerKey: readerKey ?? run.batch.readerKey }
  const [found] = await extractDocuments(core, { ...run, batch }, item, pages)
  return found ? { ...found, readerKey } : null
}

/** The new values in place of the old ones, or the remark that there are none. */
function settle(
  core: Core,
  { config }: BatchRun,
  { checks, ...document }: StoredDocument,
  found: Replacement | null,
): void {
  if (found) {
    const { template } = found.document
    const known = config.templates.find(({ name }) => name === template?.name)
    const keeps = (field: PlacedField) => has(known, field)
    replaceDocument(core, document.id, found, { keeps, isOfBatch: true })
    return
  }
  const others = checks.filter(({ code }) => code !== reextractFailed.code)
  const remarked = { ...document, checks: [...others, reextractFailed], needsReview: true }
  updateDocument(core.db, document.id, remarked)
}

/** Whether a value of an earlier extraction has a place in the new one. */
function has(template: Template | undefined, { table, name }: PlacedField): boolean {
  if (!template) return false
  if (table === null) return template.pairs || template.fields.some((field) => field.name === name)
  const columns = template.tables.find((own) => own.name === table)?.columns ?? []
  return columns.some((column) => column.name === name)
}

import { AppError } from '../../workers/errors.ts'
import type { ExtractedDocument, Field, Page } from '../../workers/model.ts'
import type { ExtractTask } from '../../workers/tasks.ts'
import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { listPageErrors } from './db/pages.ts'
import { pagesInOrder } from './documentPages.ts'
import { protectionChecks, withDamage } from './fileChecks.ts'
import type { InspectedItem } from './inspectItem.ts'
import { assignMissingPages, type MarkedDocument } from './missingPages.ts'
import { templatesFor } from './templateOf.ts'
import { underThreshold } from './threshold.ts'

/** The one document that these pages of a file make up, in this order, whatever the file itself is made of. */
export async function extractPages(
  core: Core,
  { batch, config, signal, isUrgent }: Pick<BatchRun, 'batch' | 'config' | 'signal' | 'isUrgent'>,
  { sha256, protection }: InspectedItem,
  numbers: readonly number[],
): Promise<MarkedDocument> {
  const key = { sha256, readerKey: batch.readerKey }
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)] as const
  const missingPages = listPageErrors(core.db, key, [first, last])
    .map(({ page }) => page)
    .filter((page) => numbers.includes(page))
  const pages = pagesInOrder(core, key, numbers)
  // A type that a person named may be younger than the batch; left to choose, it has those of its start.
  const templates =
    batch.template === 'auto' ? config.templates : templatesFor(config, core.templates)
  const whole = await extractAsOne(
    core,
    {
      ...{ pages, missingPages, templates, choice: batch.template },
      today: batch.createdAt.slice(0, 10),
      finds: batch.kind === 'extract' ? 'fields' : 'types',
    },
    { signal, urgent: isUrgent },
  )
  const [found = whole] = underThreshold(core.db, batch.id, [whole])
  const checks = [...found.checks, ...protectionChecks(protection)]
  const document = withDamage({ ...found, pages: [first, last], checks }, pages)
  const [marked] = assignMissingPages([document], missingPages)
  return marked ?? { document, missingPages }
}

/** What is found on pages in a person's order, as one document, with its places on the pages of the file. */
export async function extractAsOne(
  { pool }: Pick<Core, 'pool'>,
  task: Omit<ExtractTask, 'split'>,
  options: { readonly signal: AbortSignal; readonly urgent: boolean },
): Promise<ExtractedDocument> {
  const { pages } = task
  // They are one document already.
  const ordered = { ...task, pages: inOrder(pages), split: false }
  const { documents } = await abortable(pool.extract(ordered, options), options.signal)
  const [found] = documents
  if (!found) throw new AppError('internal', { problem: 'it became no document' })
  return ofFile(found, pages)
}

/** Extraction takes the page after a page for the next number: so a person's order becomes one. */
function inOrder(pages: readonly Page[]): readonly Page[] {
  return isStretch(pages) ? pages : pages.map((page, i) => ({ ...page, number: i + 1 }))
}

function isStretch(pages: readonly Page[]): boolean {
  return pages.every(({ number }, i) => number === (pages[0]?.number ?? 0) + i)
}

/** The same document with its places on the pages of the file. */
function ofFile(document: ExtractedDocument, pages: readonly Page[]): ExtractedDocument {
  if (isStretch(pages)) return document
  const placed = <T extends Pick<Field, 'provenance'>>(one: T): T => {
    const page = one.provenance && pages[one.provenance.page - 1]?.number
    return page && one.provenance ? { ...one, provenance: { ...one.provenance, page } } : one
  }
  const field = (one: Field): Field => ({ ...placed(one), candidates: one.candidates.map(placed) })
  const tables = Object.entries(document.tables).map(([name, rows]) => [
    name,
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, field(cell)])),
    ),
  ])
  return { ...document, fields: document.fields.map(field), tables: Object.fromEntries(tables) }
}

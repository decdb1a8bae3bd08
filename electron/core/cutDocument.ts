import { beside } from './anew.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { pageNumbersOf, type StoredDocument } from './db/documents.ts'
import type { Snapshot } from './db/fieldEvents.ts'
import { placedFields, type StoredField } from './db/fields.ts'
import { copyPage, type PageKey } from './db/pages.ts'
import { pageKeyOf } from './documentPages.ts'
import { extractPages } from './extractPages.ts'
import type { InspectedItem } from './inspectItem.ts'
import { keepCorrections } from './keepCorrections.ts'
import { recheck } from './recheck.ts'
import { templateOf } from './templateOf.ts'

interface Wanted {
  readonly id: string
  readonly seq: number
  /** Numbers within the file, in the order of the document. */
  readonly pages: readonly number[]
  /** The documents that these pages are in now. */
  readonly old: readonly Snapshot[]
}

/** The id of a field that has none yet. */
export const unstored = 0

/**
 * A document of these pages of a file, found anew in what is kept of them. A correction stays when its place
 * is on one of them, or all pages of its document are. Nothing is stored yet: its fields have no ids.
 */
export async function cutDocument(
  core: Core,
  item: InspectedItem,
  { id, seq, pages, old }: Wanted,
): Promise<Snapshot> {
  const readerKey = readerKeyFor(core, item, { id, pages, old })
  const { document, missingPages } = await beside(core, item, { batch: { readerKey } }, (run) =>
    extractPages(core, run, item, pages),
  )
  const { type, category, typeConfidence, template, language, confidence } = document
  const { needsReview, mathValid, checks } = document
  const [first, last] = [Math.min(...pages), Math.max(...pages)]
  const stored: StoredDocument = {
    ...{ id, batchId: item.batchId, itemId: item.id, seq, pages: [first, last], missingPages },
    pageList: pages.every((page, i) => page === first + i) ? null : pages,
    ...{ type, category, typeConfidence, language, confidence, needsReview, mathValid, checks },
    ...{ templateName: template?.name ?? null, templateVersion: template?.version ?? null },
    ...{ review: 'none', reviewReason: null, postponed: null, readerKey },
  }
  return corrected(core, stored, placedFields(document).map(withoutId), settledOn(pages, old))
}

/**
 * Under which its pages are kept. Where they were read in different ways (one was turned, or read again),
 * each is kept under a key of this document, too, as it was read last.
 */
function readerKeyFor(
  core: Core,
  { sha256, batchId, reading }: InspectedItem,
  { id, pages, old }: Omit<Wanted, 'seq'>,
): string {
  const usual = reading?.readerKey ?? findBatch(core.db, batchId)?.readerKey ?? ''
  const keys = pages.map((page): PageKey => {
    const owner = old.find(({ document }) => pageNumbersOf(document).includes(page))
    return (owner && pageKeyOf(core, owner.document)) ?? { sha256, readerKey: usual }
  })
  const [first] = keys
  if (!first || keys.every(({ readerKey }) => readerKey === first.readerKey))
    return first?.readerKey ?? usual
  const mixed = `${first.readerKey}:of-${id}`
  for (const [i, page] of pages.entries())
    copyPage(core.db, keys[i] ?? first, { page, readerKey: mixed })
  return mixed
}

/** What a person settled, as far as it belongs to these pages. Rows of tables are found anew. */
function settledOn(pages: readonly number[], old: readonly Snapshot[]): StoredField[] {
  return old.flatMap(({ document, fields }) => {
    const isWhole = pageNumbersOf(document).every((page) => pages.includes(page))
    return fields.filter(
      ({ table, corrected, accepted, provenance }) =>
        table === null &&
        (corrected || accepted) &&
        (isWhole || (provenance !== null && pages.includes(provenance.page))),
    )
  })
}

function corrected(
  core: Core,
  document: StoredDocument,
  fresh: readonly StoredField[],
  settled: readonly StoredField[],
): Snapshot {
  const names = new Set(fresh.map(({ name }) => name))
  const kept = settled.filter(({ name }) => names.has(name))
  const fields = keepCorrections(fresh, kept).map(withoutId)
  if (settled.length === 0) return { document, fields }
  const checked = recheck(document, fields, templateOf(core, document))
  return { document: { ...document, ...checked.document }, fields: checked.fields }
}

function withoutId(field: Omit<StoredField, 'id'>): StoredField {
  return { ...field, id: unstored }
}

import { AppError, sentenceOf } from '../../workers/errors.ts'
import type { ExtractedDocument, Field, Page } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { TemplateTrial, TrialValue } from '../views.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { findDocument, type StoredDocument } from './db/documents.ts'
import { pageKeyOf, pagesOfDocument } from './documentPages.ts'
import { extractAsOne } from './extractPages.ts'
import { inParallel } from './inParallel.ts'
import { imageIdOf } from './previews.ts'
import { saysTheSame } from './templateDraft.ts'
import { troubleOf } from './trouble.ts'

/**
 * What a draft finds on kept pages, beside what the saved template finds there (`saved` null: nothing). Nothing
 * is read again and nothing is stored; a document that cannot be tried says why, and the others are.
 */
export async function tryTemplate(
  core: Core,
  {
    draft,
    saved,
    documentIds,
  }: {
    readonly draft: Template
    readonly saved: Template | null
    readonly documentIds: readonly string[]
  },
): Promise<TemplateTrial[]> {
  const ids = [...new Set(documentIds)]
  const trials = new Map<string, TemplateTrial>()
  const waiting = [...ids]
  await inParallel(
    core.pool.threads,
    () => waiting.shift() ?? null,
    async (documentId) => {
      trials.set(documentId, await tryOne(core, { draft, saved, documentId }))
    },
  )
  return ids.flatMap((id) => trials.get(id) ?? [])
}

async function tryOne(
  core: Core,
  { draft, saved, documentId }: { draft: Template; saved: Template | null; documentId: string },
): Promise<TemplateTrial> {
  const empty = { documentId, ms: 0, pages: [], fields: [], checks: [], error: null }
  try {
    const kept = keptPages(core, documentId)
    if (!kept) throw new AppError('not_found', { what: 'document' })
    const { document, pages, sha256 } = kept
    const began = performance.now()
    const found = await extracted(core, { document, pages }, draft)
    const ms = Math.round(performance.now() - began)
    const isSame = saved !== null && saysTheSame(draft, saved)
    const before =
      isSame || saved === null ? null : await extracted(core, { document, pages }, saved)
    return {
      ...{ ...empty, ms },
      pages: pages.map(({ number, rotation, size }) => ({
        number,
        imageId: imageIdOf({ sha256, page: number, rotation }),
        size: [...size] as [number, number],
      })),
      fields: beside(
        valuesOf(found, draft),
        before && saved ? valuesOf(before, saved) : null,
        isSame,
      ),
      checks: found.checks.map(({ code, level, passed, sentence }) => ({
        ...{ code, level, passed, sentence },
      })),
    }
  } catch (thrown) {
    if (core.closing.aborted) throw thrown
    const { code, details } = troubleOf(thrown)
    return { ...empty, error: { code, message: sentenceOf(code, details) } }
  }
}

export interface KeptPages {
  readonly document: StoredDocument
  readonly pages: readonly Page[]
  readonly sha256: string
}

/** The pages of a document as they were read; null where it or all of them are gone. */
export function keptPages(core: Pick<Core, 'db'>, documentId: string): KeptPages | null {
  const document = findDocument(core.db, documentId)
  const key = document && pageKeyOf(core, document)
  const pages = document ? pagesOfDocument(core, document) : []
  return key && pages.length > 0 ? { document, pages, sha256: key.sha256 } : null
}

/** The day on which a document counts as read: dates are plausible or not by it. */
export function dayOf({ db }: Pick<Core, 'db'>, { batchId }: StoredDocument): string {
  const batch = findBatch(db, batchId)
  if (!batch) throw new AppError('not_found', { what: 'batch' })
  return batch.createdAt.slice(0, 10)
}

function extracted(
  core: Core,
  { document, pages }: Omit<KeptPages, 'sha256'>,
  template: Template,
): Promise<ExtractedDocument> {
  return extractAsOne(
    core,
    {
      ...{ pages, missingPages: document.missingPages, today: dayOf(core, document) },
      ...{ templates: [template], choice: template.name, finds: 'fields' },
    },
    { signal: core.closing, urgent: true },
  )
}

interface Placed {
  readonly field: Field
  /** Null: of the document. */
  readonly table: string | null
  readonly row: number | null
}

function valuesOf(found: ExtractedDocument, { tables }: Template): ReadonlyMap<string, Placed> {
  const cells = tables.flatMap(({ name: table, columns }) =>
    (found.tables[table] ?? []).flatMap((cells, row) =>
      columns.flatMap(({ name }) => {
        const field = cells[name]
        return field ? [{ field, table, row }] : []
      }),
    ),
  )
  const fields = found.fields.map((field) => ({ field, table: null, row: null }))
  return new Map([...fields, ...cells].map((placed) => [keyOf(placed), placed]))
}

function keyOf({ table, row, field }: Placed): string {
  return JSON.stringify([table, row, field.name])
}

/** Every value of the draft in its order, and behind them those that it no longer has. */
function beside(
  now: ReadonlyMap<string, Placed>,
  saved: ReadonlyMap<string, Placed> | null,
  isSame: boolean,
): TrialValue[] {
  const found = [...now].map(([key, placed]): TrialValue => {
    const before = isSame ? placed : saved?.get(key)
    return trialValue(placed, before?.field)
  })
  const gone = [...(saved ?? [])].flatMap(([key, placed]): TrialValue[] => {
    if (now.has(key) || placed.field.value === null) return []
    const { field } = placed
    const empty = { ...field, value: null, raw: null, provenance: null, confidence: 0 }
    return [trialValue({ ...placed, field: { ...empty, needsReview: false, reasons: [] } }, field)]
  })
  return [...found, ...gone]
}

function trialValue({ field, table, row }: Placed, before: Field | undefined): TrialValue {
  const { name, label, type, value, raw, confidence, needsReview, reasons, provenance } = field
  return {
    ...{ name, label, type, table, row, value, raw, confidence, needsReview },
    reasons: [...reasons],
    provenance: provenance as TrialValue['provenance'],
    saved: before ? { value: before.value } : null,
    change: changeOf(value, before?.value ?? null),
  }
}

function changeOf(now: string | null, before: string | null): TrialValue['change'] {
  if (now === before) return 'same'
  if (before === null) return 'found'
  return now === null ? 'lost' : 'changed'
}

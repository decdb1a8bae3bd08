import type { ParsedInput } from '../contract.ts'
import type { ValuesSlice } from '../views.ts'
import { keepAct, tellAct } from './act.ts'
import type { Core } from './core.ts'
import { findDocument } from './db/documents.ts'
import { listFields } from './db/fields.ts'
import { type FieldValue, listValues } from './db/fieldValues.ts'
import { durably } from './db/open.ts'
import { imageIdOf } from './previews.ts'
import { recheck } from './recheck.ts'
import { accepted } from './review.ts'
import { templateOf } from './templateOf.ts'

/** The same field of all documents, the most doubtful first; a slice at a time. */
export function batchValues(
  { db }: Core,
  { batchId, field, after, limit, statuses }: ParsedInput<'batch.values'>,
): ValuesSlice {
  const found = listValues(db, { batchId, field, statuses, after, limit })
  const last = found.at(-1)
  return {
    rows: found.map(valueView),
    after: last && found.length === limit ? cursorOf(last) : null,
  }
}

function cursorOf({ needsReview, confidence, id: fieldId }: FieldValue): ValuesSlice['after'] {
  return { needsReview, confidence, fieldId }
}

function valueView(field: FieldValue): ValuesSlice['rows'][number] {
  const { provenance, sha256, rotation, id: fieldId } = field
  const { documentId, itemId, filename, status, value, raw, type } = field
  const { confidence, needsReview, reasons, corrected, accepted } = field
  const seen = provenance && {
    ...{ page: provenance.page, box: [...provenance.box], pageSize: [...provenance.pageSize] },
    ...{ text: provenance.text },
    imageId: imageIdOf({ sha256: sha256 ?? '', page: provenance.page, rotation: rotation ?? 0 }),
  }
  return {
    ...{ documentId, itemId, filename, status, fieldId, type, value, raw, confidence },
    ...{ needsReview, reasons: [...reasons], corrected, accepted },
    provenance: seen as ValuesSlice['rows'][number]['provenance'],
  }
}

/**
 * A person stands by the same field of many documents: an act a document, all of them or none on the disk.
 * Documents without the field, of another batch or where nobody doubts it are left as they are.
 */
export function acceptValues(
  core: Core,
  { batchId, field: name, documentIds }: ParsedInput<'batch.acceptValues'>,
): readonly string[] {
  const steps = [...new Set(documentIds)].flatMap((id) => {
    const document = findDocument(core.db, id)
    const fields = document?.batchId === batchId ? listFields(core.db, id) : []
    const field = fields.find((one) => one.table === null && one.name === name)
    if (!document || !field || (!field.needsReview && (field.accepted || field.corrected)))
      return []
    const next = fields.map((other) => (other === field ? accepted(field) : other))
    const after = recheck(document, next, templateOf(core, document))
    return [{ kind: 'accepted', fieldId: field.id, document, fields, after } as const]
  })
  durably(core.db, () => {
    for (const step of steps) keepAct(core, step)
  })
  for (const step of steps) tellAct(core, step)
  return steps.map(({ document }) => document.id)
}

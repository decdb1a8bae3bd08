import type { Core } from './core.ts'
import type { DocumentState, StoredDocument } from './db/documents.ts'
import { appendEvent, type ReviewState, type ValueAct } from './db/fieldEvents.ts'
import type { FieldState, StoredField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { durably } from './db/open.ts'
import { putState } from './history.ts'

/** A document with its fields, on one side of an act. */
export interface Side {
  readonly document: DocumentState
  readonly fields: readonly StoredField[]
}

interface Step {
  readonly kind: ValueAct
  readonly fieldId?: number
  readonly document: StoredDocument
  /** Every field that the act may have touched. */
  readonly fields: readonly StoredField[]
  readonly after: Side
}

/** Makes a change of a document, on the disk when it returns, with what it was and is in its history. */
export function act(core: Core, step: Step): void {
  durably(core.db, () => keepAct(core, step))
  tellAct(core, step)
}

/** The same within a transaction of the caller, who tells of it afterwards. */
export function keepAct({ db, now }: Core, { kind, fieldId, document, fields, after }: Step): void {
  const [before, next] = [
    stateOf({ document, fields }, after),
    stateOf(after, { document, fields }),
  ]
  appendEvent(db, {
    ...{ documentId: document.id, at: now().toISOString() },
    ...{ kind, fieldId, before, after: next },
  })
  putState(db, document.id, { from: before, to: next })
  setNeedsReview(db, document.itemId)
}

export function tellAct({ events }: Core, { document }: Pick<Step, 'document'>): void {
  const { id: documentId, batchId, itemId } = document
  events.documentChanged({ batchId, itemId, documentId })
  events.batchMoved(batchId)
}

/** One side of an act: of its fields those alone that the other side has differently. */
function stateOf({ document, fields }: Side, other: Side): ReviewState {
  const { confidence, needsReview, review, reviewReason, postponed, mathValid, checks } = document
  const others = new Map(other.fields.map((field) => [field.id, field]))
  const isMoved = (field: StoredField) => {
    const there = others.get(field.id)
    return !there || there.row !== field.row
  }
  const whole = fields.filter(isMoved)
  const changed = fields.filter((field) => {
    const there = others.get(field.id)
    return !isMoved(field) && there && keyOf(there) !== keyOf(field)
  })
  return {
    document: { confidence, needsReview, review, reviewReason, postponed, mathValid, checks },
    fields: changed.map(fieldState),
    ...(whole.length > 0 && { whole }),
  }
}

const keyOf = (field: FieldState) => JSON.stringify(fieldState(field))

function fieldState(field: FieldState): FieldState {
  const { id, value, raw, confidence, needsReview, reasons, reader, corrected } = field
  const { accepted, provenance } = field
  return {
    ...{
      id,
      value,
      raw,
      confidence,
      needsReview,
      reasons,
      reader,
      corrected,
      accepted,
      provenance,
    },
  }
}

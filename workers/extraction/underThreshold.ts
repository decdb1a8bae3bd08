import type { Candidate, ExtractedDocument, ReviewReason } from '../model.ts'
import { cellThreshold } from './cellConfidence.ts'
import { doubts } from './doubts.ts'

/** Reasons that a field has for being less sure than the threshold, and for nothing else. */
export const unsureReasons: readonly ReviewReason[] = [
  'low_ocr',
  'close_second',
  'label_missing',
  'low_confidence',
]

interface Flagged {
  readonly value: string | null
  readonly confidence: number
  readonly needsReview: boolean
  readonly reasons: readonly ReviewReason[]
  readonly firstReasons?: readonly ReviewReason[]
  readonly candidates: readonly Pick<Candidate, 'value' | 'confidence'>[]
}

/**
 * A field as it would have been flagged under another threshold: what is less sure has a reason, what is as sure
 * has none of those, and remembers them. Reasons of another kind stay. The very same field where nothing changes.
 */
export function fieldUnder<F extends Flagged>(field: F, threshold: number): F {
  if (field.value === null) return field
  const isUnsure = chanceOf(field) < threshold
  const others = field.reasons.filter((reason) => !unsureReasons.includes(reason))
  const unsure = field.reasons.filter((reason) => unsureReasons.includes(reason))
  if (!isUnsure) {
    if (unsure.length === 0) return field
    return { ...field, reasons: others, firstReasons: unsure, needsReview: others.length > 0 }
  }
  if (unsure.length > 0) return field
  const { firstReasons = [] } = field
  if (firstReasons.length === 0 && others.length > 0) return field
  const found: readonly ReviewReason[] = firstReasons.length > 0 ? firstReasons : ['low_confidence']
  return { ...field, reasons: [...found, ...others], needsReview: true }
}

/** Cells have a threshold of their own, which never asks for more than that of fields. */
export function cellUnder<F extends Flagged>(cell: F, threshold: number): F {
  return fieldUnder(cell, Math.min(cellThreshold, threshold))
}

/** A whole document under another threshold; what else asks for a person goes on asking. */
export function documentUnder(document: ExtractedDocument, threshold: number): ExtractedDocument {
  const { checks, mathValid, template } = document
  if (document.fields.length === 0) return document
  const fields = document.fields.map((field) => fieldUnder(field, threshold))
  const tables = Object.fromEntries(
    Object.entries(document.tables).map(([name, rows]) => [
      name,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, cellUnder(cell, threshold)]),
        ),
      ),
    ]),
  )
  const asksAnyway =
    !template ||
    mathValid === false ||
    fields.every(({ value }) => value === null) ||
    checks.some(({ passed, level }) => !passed && level === 'error') ||
    (document.needsReview && !document.fields.some(({ needsReview }) => needsReview))
  const needsReview = asksAnyway || fields.some((field) => field.needsReview)
  return { ...document, fields, tables, needsReview }
}

/** Before failed checks lowered it, as far as that is known. */
function chanceOf({ value, confidence, reasons, candidates }: Flagged): number {
  if (!reasons.some((reason) => doubts.includes(reason))) return confidence
  const candidate = candidates.find((other) => other.value === value)
  return Math.max(confidence, candidate?.confidence ?? 0)
}

import { documentConfidence } from '../../workers/extraction/documentConfidence.ts'
import { doubts, doubtsFrom } from '../../workers/extraction/doubts.ts'
import { exactDiffers } from '../../workers/extraction/exactAnswers.ts'
import { totalsAdjusted, validate } from '../../workers/extraction/validate.ts'
import type { Check, ReviewReason, TableRow } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { DocumentState, StoredDocument } from './db/documents.ts'
import type { StoredField } from './db/fields.ts'
import { asksForPerson, isOfTheFile } from './fileChecks.ts'
import { tableRows } from './tableRows.ts'

/**
 * How a document stands with its fields as they are now: its checks run again, flags of fields that
 * a check had cast doubt on taken away or set, its confidence and its need of a person from these.
 * What a person typed or accepted is never doubted. `template` is null when the batch no longer has it.
 */
export function recheck(
  document: StoredDocument,
  fields: readonly StoredField[],
  template: Template | null,
): { readonly document: DocumentState; readonly fields: readonly StoredField[] } {
  const { checks, mathValid } = template ? checksOf(document, fields, template) : document
  const doubted = doubtsFrom(checks)
  const flagged = fields.map((field) =>
    flag(field, field.table === null ? (doubted.get(field.name) ?? null) : null),
  )
  const needsReview =
    document.review !== 'rejected' &&
    (asksAnyway({ type: document.type, checks }) || flagged.some((field) => field.needsReview))
  const own = flagged.filter(({ table }) => table === null)
  const confidence = documentConfidence(own, document.typeConfidence)
  return { document: { ...document, checks, mathValid, needsReview, confidence }, fields: flagged }
}

/** Whether a person should look, whatever its values are. */
export function asksAnyway({ type, checks }: Pick<StoredDocument, 'type' | 'checks'>): boolean {
  const isFailing = checks.some(({ passed, level }) => !passed && level === 'error')
  return type === 'unknown' || isFailing || checks.some(asksForPerson)
}

function checksOf(
  document: StoredDocument,
  fields: readonly StoredField[],
  template: Template,
): { readonly checks: readonly Check[]; readonly mathValid: boolean | null } {
  const tables: Record<string, readonly TableRow[]> = {}
  for (const { name } of template.tables) tables[name] = tableRows(fields, name)
  const own = fields.filter(({ table }) => table === null)
  const { checks, mathValid } = validate(template, own, tables, () => explained(document, own))
  // Pages do not come back by typing: these are no rules about values.
  const ofTheFile = document.checks.filter(isOfTheFile)
  return { checks: [...stillDiffering(document, own), ...checks, ...ofTheFile], mathValid }
}

/** What an exact source and the print disagree on, until a person has decided. */
function stillDiffering({ checks }: StoredDocument, fields: readonly StoredField[]): Check[] {
  return checks.filter((check) => check.code === exactDiffers && isUntouched(check, fields))
}

/** Why the totals differ, as the page said: that holds for the values that stood on it. */
function explained({ checks }: StoredDocument, fields: readonly StoredField[]): string | null {
  const check = checks.find(({ code }) => code === totalsAdjusted)
  return check && isUntouched(check, fields) ? check.sentence : null
}

/** Nobody corrected or accepted what a check speaks of. */
function isUntouched({ fields: names }: Check, fields: readonly StoredField[]): boolean {
  return !fields.some(
    ({ name, corrected, accepted }) => (corrected || accepted) && names.includes(name),
  )
}

function flag(field: StoredField, doubt: ReviewReason | null): StoredField {
  if (field.corrected || field.accepted || field.value === null) return field
  const had = field.reasons.find((reason) => doubts.includes(reason)) ?? null
  if (had === doubt) return field
  const others = field.reasons.filter((reason) => !doubts.includes(reason))
  if (doubt) {
    const confidence = Math.min(field.confidence, 0.5)
    return { ...field, confidence, needsReview: true, reasons: [...others, doubt] }
  }
  const before = field.candidates.find(({ value }) => value === field.value)?.confidence
  const confidence = Math.max(field.confidence, before ?? 0)
  return { ...field, confidence, reasons: others, needsReview: others.length > 0 }
}

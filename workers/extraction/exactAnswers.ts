import type { Candidate, Check, Field, FieldType } from '../model.ts'
import type { Template, TemplateField } from '../template.ts'
import type { Disagreement, ExactFacts, Stated } from './exactFacts.ts'
import { provenanceOf } from './fields.ts'
import type { Place, PlaceOf } from './placeOf.ts'
import type { Reading } from './reading.ts'
import { isAlike, isSameValue } from './sameValue.ts'

/** How sure a stated value is when the page prints it too, and when it does not. */
const [printedToo, statedOnly] = [0.99, 0.97]
const mostCandidates = 5
/** A printed value this sure contradicts what is stated and printed nowhere. */
const clearPrint = 0.75
/** A sum this sure, of sums that add up, contradicts one that is printed somewhere else. */
const surePrint = 0.97

/**
 * Fields with what exact sources state in place of what was found on the page, which stays a candidate; and
 * an error for each field whose print clearly says something else.
 */
export function withExactFields(
  template: Template,
  fields: readonly Field[],
  facts: ExactFacts,
  reading: Reading,
  placeOf: PlaceOf,
): { readonly fields: Field[]; readonly checks: Check[] } {
  const specs = new Map(template.fields.map((spec) => [spec.name, spec]))
  const answers = fields.map((field) => {
    const spec = specs.get(field.name)
    const stated = spec && statedFor(spec, facts)
    return stated ? answered(field, stated, reading, placeOf) : { field, check: null }
  })
  const contradicted = facts.disagreements.flatMap((pair) => {
    const spec = template.fields.find(({ term }) => term === pair.xml.term)
    return spec ? [codeDiffers(spec, pair)] : []
  })
  const checks = [...answers.flatMap(({ check }) => check ?? []), ...contradicted]
  return { fields: answers.map(({ field }) => field), checks: oneAField(checks) }
}

function statedFor(spec: TemplateField, { byTerm }: ExactFacts): Stated | null {
  const stated = spec.term === null ? undefined : byTerm.get(spec.term)
  if (!stated) return null
  return { ...stated, value: normalised(spec.type, stated.value) }
}

/** As values of the type are kept: numbers of accounts and taxes without spaces. */
export function normalised(type: FieldType, value: string): string {
  if (type === 'iban' || type === 'bic') return value.replace(/\s/g, '').toUpperCase()
  return type === 'vat_id' ? value.replace(/[\s.-]/g, '').toUpperCase() : value
}

/** Where a value comes from, for a person. */
const origins = { xml: 'the e-invoice inside the file', qr: 'the payment code' } as const

function answered(
  field: Field,
  stated: Stated,
  reading: Reading,
  placeOf: PlaceOf,
): { field: Field; check: Check | null } {
  const { type } = field
  const place =
    seenAs(field, (value) => isSameValue(type, value, stated.value)) ??
    placeOf(type, stated.value) ??
    seenAs(field, (value) => isAlike(type, value, stated.value))
  const first = candidateFor(stated, place, reading)
  const others = field.candidates.filter(({ value }) => value !== stated.value)
  const { confidence, value, raw, reader, provenance } = first
  return {
    field: {
      ...field,
      ...{ value, raw, confidence, reader, provenance },
      ...{ needsReview: false, reasons: [] },
      candidates: [first, ...others].slice(0, mostCandidates),
    },
    check: printDiffers(field, stated, place) ? differs(field, stated) : null,
  }
}

/** The place of the best candidate that says what is wanted. */
function seenAs({ candidates }: Field, isWanted: (value: string) => boolean): Place | null {
  const { provenance, raw = '' } = candidates.find(({ value }) => isWanted(value)) ?? {}
  return provenance ? { page: provenance.page, box: provenance.box, raw } : null
}

/** A stated value as a candidate, where it is printed or where its code stands. */
export function candidateFor(stated: Stated, place: Place | null, reading: Reading): Candidate {
  const { value, reader, page, box } = stated
  const where = place ?? (box && { page, box, raw: value })
  return {
    ...{ value, reader, raw: place?.raw ?? value },
    confidence: place ? printedToo : statedOnly,
    provenance: where && provenanceOf(where.page, where.box, where.raw, reading),
    why: [`stated by ${origins[reader]}`],
  }
}

function printDiffers(
  { type, value, confidence }: Field,
  stated: Stated,
  place: Place | null,
): boolean {
  if (value === null || isAlike(type, value, stated.value)) return false
  // What is stated and printed is there: the print beside the label may be of something else.
  if (place) return type === 'amount' && confidence >= surePrint
  return confidence >= clearPrint
}

function differs({ name, label, value, provenance }: Field, stated: Stated): Check {
  const where = provenance ? `page ${provenance.page}` : 'the page'
  return failed(
    name,
    `${label}: ${origins[stated.reader]} says ${stated.value}, ${where} prints ${value}.`,
  )
}

function codeDiffers({ name, label }: TemplateField, { xml, qr }: Disagreement): Check {
  return failed(
    name,
    `${label}: ${origins.xml} says ${xml.value}, ${origins.qr} on page ${qr.page} says ${qr.value}.`,
  )
}

/** Code of the check that fails where an exact source and the page do not say the same. */
export const exactDiffers = 'exact_differs'

function failed(name: string, sentence: string): Check {
  return { code: exactDiffers, level: 'error', passed: false, sentence, fields: [name] }
}

function oneAField(checks: readonly Check[]): Check[] {
  return [
    ...new Map(checks.toReversed().map((check) => [check.fields[0], check])).values(),
  ].reverse()
}

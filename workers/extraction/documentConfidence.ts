import type { Field } from '../model.ts'

/** As sure as its least sure value and its type: a document is right when all of it is. */
export function documentConfidence(
  fields: readonly Pick<Field, 'value' | 'reasons' | 'confidence'>[],
  typeConfidence: number,
): number {
  const sure = fields
    .filter(({ value, reasons }) => value !== null || reasons.includes('not_found'))
    .map((field) => field.confidence)
  return sure.length === 0 ? 0 : Math.min(typeConfidence, ...sure)
}

import type { FieldView } from '../electron/views.ts'
import { percentOf } from './format.ts'
import { certaintyOf, certaintyWords } from './words.ts'

/** What is told of a field beside its name and value: how it stands, why, and where it is printed. */
export function aboutField(field: FieldView): string {
  const where = field.provenance ? ` Page ${field.provenance.page}.` : ''
  return `${stateOf(field)}${where}`
}

function stateOf({
  corrected,
  accepted,
  needsReview,
  value,
  doubt,
  confidence,
}: FieldView): string {
  if (corrected) return 'Set by hand.'
  if (accepted) return 'Accepted by you.'
  if (needsReview) return `Please look: ${doubt ?? (value === null ? 'Not found.' : 'Not sure.')}`
  if (value === null) return 'Not found.'
  return `${percentOf(confidence)}, ${certaintyWords[certaintyOf(confidence)]}.`
}

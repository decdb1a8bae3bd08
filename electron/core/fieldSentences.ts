import { doubts } from '../../workers/extraction/doubts.ts'
import type { Check, ReviewReason } from '../../workers/model.ts'
import type { StoredField } from './db/fields.ts'

const reasonWords: Record<ReviewReason, string> = {
  not_found: 'The document should have this, and it was not found.',
  low_confidence: 'Not sure enough to pass without a look.',
  low_ocr: 'The print is hard to read here; compare it with the page.',
  close_second: 'Another value on the page is nearly as likely.',
  label_missing: 'No label on the page says that this is the one.',
  mended: 'A misread figure was mended; compare it with the page.',
  ambiguous_date: 'Day and month could be swapped.',
  ambiguous_amount: 'Its mark could part thousands or decimals; nothing on the page tells.',
  equation_broken: 'The amounts of the document do not add up with it.',
  check_failed: 'It does not agree with the other values.',
  page_missing: 'A page of this document could not be read.',
}

/** Why a field has the value that it has, in one sentence. */
export function whySentence({
  value,
  corrected,
  accepted,
  provenance,
  candidates,
}: StoredField): string {
  const where = provenance ? ` from page ${provenance.page}` : ''
  if (corrected && value === null) return 'You said that the document has none.'
  const chosen = candidates.find((candidate) => candidate.value === value)
  if (corrected) return provenance ? `Set by you${where}.` : 'Typed by you.'
  if (value === null) return 'Nothing on the pages looked like it.'
  const reasons = chosen?.why.join('; ') ?? ''
  const why = reasons === '' ? 'It is the likeliest value on the page' : capital(reasons)
  return accepted ? `${why}. You accepted it.` : `${why}.`
}

/**
 * Why a field needs review, in one sentence; null when it does not. A check that failed says more than that it
 * did, so its own sentence comes first.
 */
export function doubtSentence(field: StoredField, checks: readonly Check[]): string | null {
  const { needsReview, reasons, name, table, candidates, value } = field
  if (!needsReview) return null
  const failed = checks.find(
    ({ passed, level, fields }) =>
      !passed && level === 'error' && table === null && fields.includes(name),
  )
  const [reason] = reasons
  if (reason === undefined) return failed?.sentence ?? 'A second look is worth it.'
  if (doubts.includes(reason) && failed) return failed.sentence
  const second = candidates.find((candidate) => candidate.value !== value)
  if (reason === 'close_second' && second)
    return `“${second.value}” on the page is nearly as likely.`
  return reasonWords[reason]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

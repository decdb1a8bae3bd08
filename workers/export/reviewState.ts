import type { ResultField, ResultRecord } from './record.ts'

/**
 * How a value was settled: `corrected` and `accepted` by a person, `approved` and `rejected` with the whole
 * document, `needs_review` by nobody yet, `automatic` because nothing spoke against it.
 */
export function reviewState(
  field: Pick<ResultField, 'corrected' | 'accepted' | 'needs_review'>,
  { review }: Pick<ResultRecord, 'review'>,
): 'corrected' | 'accepted' | 'approved' | 'rejected' | 'needs_review' | 'automatic' {
  if (field.corrected) return 'corrected'
  if (field.accepted) return 'accepted'
  if (review !== 'none') return review
  return field.needs_review ? 'needs_review' : 'automatic'
}

import type { ReviewReason } from '../model.ts'
import type { ResultField, ResultRecord } from './record.ts'

const sentences: Record<ReviewReason, string> = {
  missing: 'No value was found.',
  low_confidence: 'The value is uncertain.',
  weak_reading: 'The print is hard to read here.',
  mended: 'A misread figure was mended.',
  close_runner_up: 'Another value on the page is almost as likely.',
  ambiguous_date: 'Day and month could be the other way round.',
  check_failed: 'A check on the document failed.',
  page_missing: 'A page of the document could not be read.',
}

/** Why a person should look at a value, in sentences. */
export function reviewNote(field: ResultField, record: ResultRecord): string {
  const { errors, warnings } = record.validation
  const checks = [...errors, ...warnings].filter((check) => check.fields.includes(field.name))
  const known: Readonly<Record<string, string>> = sentences
  const reasons = field.reasons
    .filter((reason) => reason !== 'check_failed' || checks.length === 0)
    .map((reason) => known[reason] ?? reason)
  const note = [...reasons, ...checks.map((check) => check.message)].join('\n')
  return note === '' ? 'Please check this value.' : note
}

import { doubts } from '../extraction/doubts.ts'
import type { ReviewReason } from '../model.ts'
import type { ResultField, ResultRecord } from './record.ts'

const sentences: Record<ReviewReason, string> = {
  not_found: 'No value was found.',
  low_confidence: 'The value is uncertain.',
  low_ocr: 'The print is hard to read here.',
  close_second: 'Another value on the page is almost as likely.',
  label_missing: 'No label on the page says that this is the one.',
  mended: 'A misread figure was mended.',
  ambiguous_date: 'Day and month could be the other way round.',
  ambiguous_amount: 'The mark in it could part thousands or decimals.',
  equation_broken: 'The amounts do not add up with it.',
  check_failed: 'A check on the document failed.',
  page_missing: 'A page of the document could not be read.',
}

/** Why a person should look at a value, in sentences. */
export function reviewNote(field: ResultField, record: ResultRecord): string {
  const { errors, warnings } = record.validation
  const checks = [...errors, ...warnings].filter((check) => check.fields.includes(field.name))
  const known: Readonly<Record<string, string>> = sentences
  const reasons = field.reasons
    .filter((reason) => checks.length === 0 || !doubts.includes(reason as ReviewReason))
    .map((reason) => known[reason] ?? reason)
  const note = [...reasons, ...checks.map((check) => check.message)].join('\n')
  return note === '' ? 'Please check this value.' : note
}

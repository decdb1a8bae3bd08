import { sentenceOf } from '../errors.ts'
import { type Cell, countCell, textCell } from './cell.ts'
import type { ResultRecord } from './record.ts'
import type { Column, Table } from './table.ts'

const columns: readonly Column[] = [
  { name: 'kind', width: 12, workbook: 'shown' },
  { name: 'file_index', width: 12, workbook: 'shown' },
  { name: 'document_id', width: 14, workbook: 'folded' },
  { name: 'filename', width: 30, workbook: 'shown' },
  { name: 'path', width: 50, workbook: 'shown' },
  { name: 'status', width: 14, workbook: 'shown' },
  { name: 'level', width: 10, workbook: 'shown' },
  { name: 'code', width: 24, workbook: 'shown' },
  { name: 'sentence', width: 90, workbook: 'shown' },
  { name: 'fields', width: 30, workbook: 'shown' },
]

interface Problem {
  /** `file`: it could not be read as it should; `review`: what a person decided; `check`: a rule that a document broke. */
  readonly kind: 'file' | 'review' | 'check'
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly sentence: string
  readonly fields: readonly string[]
}

/** What went wrong: files that were not read as they should, documents that a person set aside, checks that failed. */
export function problemTable(records: Iterable<ResultRecord>): Table {
  return {
    name: 'Problems',
    suffix: '-problems',
    columns,
    frozenColumns: 0,
    rows: function* () {
      for (const record of records)
        for (const problem of problemsOf(record)) yield cellsOf(record, problem)
    },
  }
}

function problemsOf(record: ResultRecord): readonly Problem[] {
  const { errors, warnings } = record.validation
  const check = (level: Problem['level']) => (failed: (typeof errors)[number]) =>
    ({
      kind: 'check',
      level,
      code: failed.code,
      sentence: failed.message,
      fields: failed.fields,
    }) as const
  return [
    ...fileProblem(record),
    ...setAside(record),
    ...errors.map(check('error')),
    ...warnings.map(check('warning')),
  ]
}

function setAside({ review, review_reason, postponed }: ResultRecord): readonly Problem[] {
  if (review === 'rejected') {
    const sentence = review_reason ?? 'Rejected without a reason.'
    return [{ kind: 'review', level: 'error', code: 'rejected', sentence, fields: [] }]
  }
  if (!postponed) return []
  const until = postponed.until ? ` until ${postponed.until.slice(0, 10)}` : ''
  const sentence = `Its review was postponed${until}.`
  return [{ kind: 'review', level: 'warning', code: 'postponed', sentence, fields: [] }]
}

function fileProblem(record: ResultRecord): readonly Problem[] {
  const { status, error } = record
  const stopped = status === 'failed' || status === 'skipped' || status === 'cancelled'
  if (error === null && !stopped) return []
  const unsaid = status === 'cancelled' ? sentenceOf('cancelled', { file: record.filename }) : ''
  return [
    {
      kind: 'file',
      level: status === 'skipped' ? 'warning' : 'error',
      code: error?.code ?? status,
      sentence: error?.message ?? unsaid,
      fields: [],
    },
  ]
}

function cellsOf(record: ResultRecord, problem: Problem): readonly Cell[] {
  return [
    textCell(problem.kind),
    countCell(record.file_index),
    textCell(record.document_id),
    textCell(record.filename),
    textCell(record.path),
    textCell(record.status),
    textCell(problem.level),
    textCell(problem.code),
    textCell(problem.sentence),
    textCell(problem.fields.join(', ')),
  ]
}

import type { FieldType } from '../model.ts'
import {
  booleanCell,
  type Cell,
  empty,
  measureCell,
  printable,
  rounded,
  textCell,
  valueCell,
} from './cell.ts'
import type { ResultField, ResultRecord } from './record.ts'
import { reviewNote } from './reviewNote.ts'
import type { Column } from './table.ts'

const widths: Partial<Record<FieldType, number>> = {
  text: 28,
  name: 28,
  address: 36,
  identifier: 18,
  iban: 30,
  vat_id: 18,
  amount: 14,
}

/** The five columns of a field: value, confidence, needs review, page, box. */
export function fieldColumns(name: string, type: FieldType): readonly Column[] {
  return [
    { name, width: Math.max(widths[type] ?? 12, name.length + 3), workbook: 'shown' },
    ...['confidence', 'needs_review', 'page', 'bbox'].map((part) => ({
      name: `${name}__${part}`,
      width: 12,
      workbook: 'left_out' as const,
    })),
  ]
}

/** The cells below `fieldColumns`; a document without the field leaves them empty. */
export function fieldCells(field: ResultField | undefined, record: ResultRecord): readonly Cell[] {
  if (field === undefined) return [empty, empty, empty, empty, empty]
  const value = valueCell(field, currencyOf(record))
  const seen = field.provenance
  return [
    field.needs_review
      ? { ...value, isMarked: true, note: printable(reviewNote(field, record)) }
      : value,
    measureCell(field.confidence, 4),
    booleanCell(field.needs_review),
    measureCell(seen?.page ?? null, 0),
    textCell(seen ? JSON.stringify(seen.bbox.map((edge) => rounded(edge, 2))) : null),
  ]
}

/** ISO 4217 code of the document, for the decimals of its amounts. */
export function currencyOf(record: ResultRecord): string | null {
  return record.fields.find((field) => field.type === 'currency' && field.value)?.value ?? null
}

/**
 * Names for fields beside columns that are there already: a field `status` becomes `status_2`,
 * because a column of a table must not stand there twice.
 */
export function freeNames(
  names: readonly string[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const used = new Set(taken)
  const free = new Map<string, string>()
  for (const name of names) {
    let candidate = name
    for (let count = 2; isUsed(candidate); count += 1) candidate = `${name}_${count}`
    for (const column of fieldColumns(candidate, 'text')) used.add(column.name)
    free.set(name, candidate)
  }
  return free

  function isUsed(candidate: string): boolean {
    return fieldColumns(candidate, 'text').some((column) => used.has(column.name))
  }
}

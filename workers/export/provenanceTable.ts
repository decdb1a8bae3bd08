import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  booleanCell,
  type Cell,
  countCell,
  empty,
  measureCell,
  textCell,
  valueCell,
} from './cell.ts'
import { cropName, documentPage, valueAnchor } from './evidenceNames.ts'
import { currencyOf } from './fieldColumns.ts'
import type { ResultField, ResultRecord } from './record.ts'
import { reviewState } from './reviewState.ts'
import type { Column, Table } from './table.ts'
import { valuesOf } from './valuesOf.ts'
import { type EvidenceFolders, evidenceLink } from './writeEvidence.ts'

const widths: Readonly<Record<string, number>> = {
  file_index: 12,
  document_id: 14,
  filename: 30,
  field: 28,
  value: 28,
  raw: 28,
  confidence: 13,
  needs_review: 15,
  review: 13,
  reasons: 24,
  reader: 12,
  corrected: 12,
  page: 8,
  x0: 10,
  y0: 10,
  x1: 10,
  y1: 10,
  page_width: 13,
  page_height: 13,
  text: 36,
}

const columns: readonly Column[] = Object.entries(widths).map(([name, width]) => ({
  name,
  width,
  workbook: name === 'document_id' ? 'folded' : 'shown',
}))

/** Excel follows no more than 65,530 links of a sheet, and calls a workbook with more damaged. */
const mostLinks = 65_000

const evidenceColumns: readonly Column[] = [
  { name: 'picture', width: 40, workbook: 'shown' },
  { name: 'link', width: 12, workbook: 'shown' },
]

/**
 * One row a value, also those of rows (`line_items[1].quantity`), with the place it was seen; with evidence, a
 * picture of what was reviewed or flagged, and a link to each value’s place on its page.
 */
export function provenanceTable(
  records: Iterable<ResultRecord>,
  evidence: EvidenceFolders | null = null,
): Table {
  const before = columns.findIndex(({ name }) => name === 'value') + 1
  return {
    name: 'Provenance',
    suffix: '-provenance',
    columns: evidence
      ? [...columns.slice(0, before), ...evidenceColumns, ...columns.slice(before)]
      : columns,
    frozenColumns: 3,
    ...(evidence && { mostRows: mostLinks }),
    rows: function* () {
      for (const record of records) {
        let place = -1
        for (const [name, field] of valuesOf(record)) {
          place += 1
          // A value that nobody missed has no place to show.
          if (field.value === null && !field.needs_review) continue
          const cells = cellsOf(name, field, record)
          if (evidence) cells.splice(before, 0, ...evidenceCells(record, field, place, evidence))
          yield cells
        }
      }
    },
  }
}

/** The picture where there is one, and the link where the value was seen. */
function evidenceCells(
  record: ResultRecord,
  { provenance: seen }: ResultField,
  place: number,
  { folder, crops }: EvidenceFolders,
): readonly Cell[] {
  if (!seen || record.document_id === null) return [empty, empty]
  const file = join(crops, cropName(record, place))
  const [x0, y0, x1, y1] = seen.bbox
  const target = evidenceLink(folder, documentPage(record), valueAnchor(place))
  return [
    existsSync(file) ? { kind: 'picture', file, size: [x1 - x0 + 6, y1 - y0 + 6] } : empty,
    { kind: 'link', text: 'show', target },
  ]
}

function cellsOf(name: string, field: ResultField, record: ResultRecord): Cell[] {
  const value = valueCell(field, currencyOf(record))
  const seen = field.provenance
  return [
    countCell(record.file_index),
    textCell(record.document_id),
    textCell(record.filename),
    textCell(name),
    field.needs_review ? { ...value, isMarked: true } : value,
    textCell(field.raw),
    measureCell(field.confidence, 4),
    booleanCell(field.needs_review),
    textCell(reviewState(field, record)),
    textCell(field.reasons.join(', ')),
    textCell(field.reader),
    booleanCell(field.corrected),
    ...(seen === null
      ? Array.from({ length: 7 }, () => empty)
      : [seen.page, ...seen.bbox, ...seen.page_size].map((part) => measureCell(part, 2))),
    textCell(seen?.text ?? null),
  ]
}

import { documentTable } from './documentTable.ts'
import { ledgerTable } from './ledgerTable.ts'
import { problemTable } from './problemTable.ts'
import { provenanceTable } from './provenanceTable.ts'
import type { ResultRecord, RunInfo, WriteExportTask } from './record.ts'
import { rowTable } from './rowTable.ts'
import { runTable } from './runTable.ts'
import type { Table } from './table.ts'
import { typeTable } from './typeTable.ts'

/** What the records of an export hold: see `WriteExportTask`. */
export type Holds = WriteExportTask['holds']

/** The tables of a workbook, in order; the tax breakdown only where a document has one. */
export function tablesOf(
  records: readonly ResultRecord[],
  run: RunInfo,
  holds: Holds = 'fields',
): readonly Table[] {
  if (holds === 'types') return [typeTable(records), problemTable(records), runTable(records, run)]
  return [
    documentTable(records),
    rowTable(records, 'line_items'),
    ...taxTable(records),
    provenanceTable(records),
    problemTable(records),
    ledgerTable(run),
    runTable(records, run),
  ]
}

/** The tables that CSV has, one file each: the documents, and rows where there are any. */
export function csvTablesOf(
  records: readonly ResultRecord[],
  holds: Holds = 'fields',
): readonly Table[] {
  if (holds === 'types') return [typeTable(records)]
  const hasLineItems = records.some((record) => record.line_items.length > 0)
  return [
    documentTable(records),
    ...(hasLineItems ? [rowTable(records, 'line_items')] : []),
    ...taxTable(records),
  ]
}

function taxTable(records: readonly ResultRecord[]): readonly Table[] {
  const hasTax = records.some((record) => record.tax_breakdown?.length)
  return hasTax ? [rowTable(records, 'tax_breakdown')] : []
}

import { documentTable } from './documentTable.ts'
import { ledgerTable } from './ledgerTable.ts'
import { problemTable } from './problemTable.ts'
import { provenanceTable } from './provenanceTable.ts'
import type { ResultRecord, RunInfo } from './record.ts'
import { rowTable } from './rowTable.ts'
import { runTable } from './runTable.ts'
import type { Table } from './table.ts'

/** The tables of a workbook, in order; the tax breakdown only where a document has one. */
export function tablesOf(records: readonly ResultRecord[], run: RunInfo): readonly Table[] {
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
export function csvTablesOf(records: readonly ResultRecord[]): readonly Table[] {
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

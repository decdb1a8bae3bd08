import { documentTable } from './documentTable.ts'
import { ledgerTable } from './ledgerTable.ts'
import { problemTable } from './problemTable.ts'
import { provenanceTable } from './provenanceTable.ts'
import type { ResultRecord, RunInfo, WriteExportTask } from './record.ts'
import { rowTable } from './rowTable.ts'
import { runTable } from './runTable.ts'
import type { Table } from './table.ts'
import { typeTable } from './typeTable.ts'
import type { EvidenceFolders } from './writeEvidence.ts'

/** What the records of an export hold: see `WriteExportTask`. */
export type Holds = WriteExportTask['holds']

/** The tables of a workbook, in order; the tax breakdown only where a document has one. */
export function tablesOf(
  records: Iterable<ResultRecord>,
  run: RunInfo,
  holds: Holds = 'fields',
  evidence: EvidenceFolders | null = null,
): readonly Table[] {
  if (holds === 'types') return [typeTable(records), problemTable(records), runTable(run)]
  return [
    documentTable(records),
    rowTable(records, 'line_items'),
    ...taxTable(records),
    provenanceTable(records, evidence),
    problemTable(records),
    ledgerTable(run),
    runTable(run),
  ]
}

/** The tables that CSV has, one file each: the documents, and rows where there are any. */
export function csvTablesOf(
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): readonly Table[] {
  if (holds === 'types') return [typeTable(records)]
  return [
    documentTable(records),
    ...(hasRows(records, 'line_items') ? [rowTable(records, 'line_items')] : []),
    ...taxTable(records),
  ]
}

function taxTable(records: Iterable<ResultRecord>): readonly Table[] {
  return hasRows(records, 'tax_breakdown') ? [rowTable(records, 'tax_breakdown')] : []
}

function hasRows(records: Iterable<ResultRecord>, source: 'line_items' | 'tax_breakdown'): boolean {
  for (const record of records) if (record[source]?.length) return true
  return false
}

import { type Cell, countCell, textCell } from './cell.ts'
import type { RunInfo, UnreadPages } from './record.ts'
import type { Column, Table } from './table.ts'

const columns: readonly Column[] = [
  { name: 'file_index', width: 12, workbook: 'shown' },
  { name: 'document_id', width: 14, workbook: 'folded' },
  { name: 'filename', width: 30, workbook: 'shown' },
  { name: 'path', width: 50, workbook: 'folded' },
  { name: 'first_page', width: 12, workbook: 'shown' },
  { name: 'last_page', width: 12, workbook: 'shown' },
  { name: 'state', width: 12, workbook: 'shown' },
  { name: 'code', width: 24, workbook: 'shown' },
  { name: 'sentence', width: 90, workbook: 'shown' },
]

/** What was not read: pages that failed and files that were left out; no page where none could be counted. */
export function ledgerTable({ unread }: RunInfo): Table {
  return {
    name: 'Ledger',
    suffix: '-ledger',
    columns,
    frozenColumns: 0,
    rows: () => unread.map(cellsOf),
  }
}

function cellsOf(line: UnreadPages): readonly Cell[] {
  return [
    countCell(line.index),
    textCell(line.documentId),
    textCell(line.filename),
    textCell(line.path),
    countCell(line.firstPage),
    countCell(line.lastPage),
    textCell(line.state),
    textCell(line.code),
    textCell(line.message),
  ]
}

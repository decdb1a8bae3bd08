import type { Cell } from './cell.ts'

export interface Column {
  readonly name: string
  /** Characters. */
  readonly width: number
  /** CSV has every column; a workbook shows it, folds it away, or leaves it to Provenance. */
  readonly workbook: 'shown' | 'folded' | 'left_out'
}

/** One sheet of a workbook, or one CSV file. */
export interface Table {
  readonly name: string
  /** What its file's name ends in, before `.csv`. */
  readonly suffix: string
  readonly columns: readonly Column[]
  /** Left out: the first row says what the columns are. */
  readonly hasHeader?: boolean
  /** How many columns stay in sight. */
  readonly frozenColumns: number
  /** How many rows one sheet of it may have, where that is fewer than any. */
  readonly mostRows?: number
  /** One cell per column. Made as they are asked for: a table is never in memory as a whole. */
  readonly rows: () => Iterable<readonly Cell[]>
}

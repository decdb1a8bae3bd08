import type { Cell } from './cell.ts'
import type { CsvDialect } from './csvDialect.ts'
import { formatDate } from './formatDate.ts'
import { formatNumber } from './formatNumber.ts'

/** What a person reads in a cell, of a CSV file opened or in a preview: nothing is escaped here. */
export function cellText(cell: Cell, { decimalMark }: Pick<CsvDialect, 'decimalMark'>): string {
  switch (cell.kind) {
    case 'empty':
    case 'picture':
      return ''
    case 'text':
      return cell.text
    case 'number':
      return formatNumber(cell.decimal, {
        mark: cell.written?.mark ?? decimalMark,
        thousands: cell.written?.thousands ?? '',
      })
    case 'date':
      return cell.pattern === undefined ? cell.iso : formatDate(cell.iso, cell.pattern)
    case 'boolean':
      return String(cell.value)
    case 'link':
      return cell.target
    default:
      return cell satisfies never
  }
}

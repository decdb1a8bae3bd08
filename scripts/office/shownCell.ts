import type { Cell } from '../../workers/export/cell.ts'
import { dateSerial } from '../../workers/export/dateSerial.ts'
import { cutToCell } from '../../workers/export/sheetCell.ts'

/** Whether what an office program shows in a cell is what we meant by it. */
export function isShownAs(cell: Cell, shown: string): boolean {
  switch (cell.kind) {
    case 'empty':
    case 'picture':
      return shown === ''
    case 'text':
      return shown === written(cell.text)
    case 'link':
      return shown === cell.text
    case 'boolean':
      return shown === (cell.value ? 'TRUE' : 'FALSE')
    case 'date':
      // What Excel has no day for stays text.
      return shown === (dateSerial(cell.iso) === null ? written(cell.iso) : cell.iso)
    case 'number':
      return isNumber(cell, shown)
    default:
      return cell satisfies never
  }
}

function isNumber(
  { decimal, currency }: Extract<Cell, { kind: 'number' }>,
  shown: string,
): boolean {
  if (shown === decimal) return true
  const [, figures = '', code] = /^(-?[\d,]+(?:\.\d+)?)(?: ([A-Z]{3}))?$/.exec(shown) ?? []
  return Number(figures.replaceAll(',', '')) === Number(decimal) && code === currency
}

/**
 * A text as LibreOffice shows it. It cuts off spaces at both ends, and leaves the mark in that keeps a text like
 * `_x000D_` from being read as a control character; Excel does neither.
 */
function written(text: string): string {
  const cut = cutToCell(text.replace(/\r\n?/g, '\n'))
  return cut.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_').trim()
}

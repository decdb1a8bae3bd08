import type { Cell } from './cell.ts'
import { dateSerial } from './dateSerial.ts'
import { formatDate, sheetDateFormat } from './formatDate.ts'

export interface SheetCell {
  readonly value:
    | string
    | number
    | boolean
    | { readonly text: string; readonly hyperlink: string }
    | null
  readonly numFmt: string
}

/** A double keeps fifteen digits for certain; Excel shows no more. */
const exactDigits = 15
/** UTF-16 units that one cell holds. */
const longestText = 32_767

const isoPattern = 'yyyy-mm-dd'

// Excel shows TRUE and FALSE by itself; LibreOffice would show some of them as 1 and 0.
const booleanFormat = '"TRUE";"TRUE";"FALSE"'

/** A cell as a workbook keeps it: real dates and numbers where they are exact, else text. */
export function sheetCell(cell: Cell): SheetCell {
  switch (cell.kind) {
    case 'empty':
      return { value: null, numFmt: 'General' }
    case 'text':
      return text(cell.text)
    case 'number':
      return digitCount(cell.decimal) > exactDigits
        ? text(cell.decimal)
        : { value: Number(cell.decimal), numFmt: numberFormat(cell) }
    case 'date': {
      const serial = dateSerial(cell.iso)
      if (serial === null) return text(formatDate(cell.iso, cell.pattern ?? 'yyyy-MM-dd'))
      return { value: serial, numFmt: cell.pattern ? sheetDateFormat(cell.pattern) : isoPattern }
    }
    case 'boolean':
      return { value: cell.value, numFmt: booleanFormat }
    case 'link':
      return { value: { text: cell.text, hyperlink: cell.target }, numFmt: '@' }
    case 'picture':
      // It floats above the cell (sheetPictures.ts).
      return { value: null, numFmt: 'General' }
    default:
      return cell satisfies never
  }
}

/** Cuts a text to what a cell holds, never through the middle of a character. */
export function cutToCell(whole: string): string {
  if (whole.length <= longestText) return whole
  return `${whole.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function text(whole: string): SheetCell {
  return { value: escaped(cutToCell(whole.replace(/\r\n?/g, '\n'))), numFmt: '@' }
}

/** Workbooks write control characters as `_x000D_`; a text that only looks so has to say so. */
function escaped(whole: string): string {
  return whole.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}

function digitCount(decimal: string): number {
  return decimal.replace(/^-?[0.]*|\./g, '').length
}

function numberFormat({ decimals, currency, written }: Extract<Cell, { kind: 'number' }>): string {
  if (decimals === null) return 'General'
  // Which marks they are is the computer's to say: a workbook knows only whether thousands are parted.
  const whole = written && written.thousands === '' ? '0' : '#,##0'
  const figure = decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`
  // The code of the currency, not its sign: half the dollars of the world are not those of the United States.
  return currency === undefined || written ? figure : `${figure} [$${currency}]`
}

import { basename } from 'node:path'
import { csvRows } from './csvRows.ts'
import { type SheetLine, type SheetValue, sheetKindOf } from './sheetLine.ts'

/** The table of one CSV file, whichever separator it has. Throws workbook_unreadable. */
export async function* readCsv(path: string): AsyncGenerator<SheetLine> {
  const file = basename(path)
  let columns: readonly string[] | null = null
  let number = 0
  for await (const { cells, separator } of csvRows(path)) {
    number += 1
    if (columns === null) {
      const kind = sheetKindOf(cells, file)
      if (kind === null || kind === 'run') return
      columns = cells
      const decimalMark = separator === ',' ? '.' : ','
      yield { kind: 'sheet', sheet: kind, columns, decimalMark }
      continue
    }
    const known = columns
    const row = cells.flatMap((text, index) => {
      const column = known[index]
      return column && text !== '' ? [[column, textOf(text)] as const] : []
    })
    yield { kind: 'row', number, cells: Object.fromEntries(row) }
  }
}

const looksLikeNumber = /^[+-]?\d+([.,]\d+)?(E[+-]?\d+)?$/i

/** As we and Excel write a text that would be taken for something else: `="00123"`, `'=A1`. */
function textOf(text: string): SheetValue {
  const kept = /^="([^"]*)"$/.exec(text)?.[1]
  if (kept !== undefined) return { kind: 'text', text: kept }
  if (looksLikeNumber.test(text.trim())) return { kind: 'text', text, mayBeNumber: true }
  return { kind: 'text', text: text.replace(/^'(?=[=+\-@＝＋－＠\s])/, '') }
}

import type { InvoiceSheet } from './model.ts'
import type { Paper } from './paper.ts'
import { type Cell, cellText } from './sheet.ts'

export type Column = {
  readonly cell: Cell
  readonly title: string
  readonly left: number
  readonly right: number
  readonly align?: 'left' | 'right' | 'center'
}
export type TableLook = {
  /** `ruled`: a line under the header and every row; `boxed`: a full grid; `banded`: every other row tinted. */
  readonly kind: 'plain' | 'ruled' | 'boxed' | 'banded'
  readonly font: string
  readonly bold: string
  readonly size: number
  readonly accent: string
  readonly headInk?: string
  readonly headFill?: string
  readonly padding?: number
}

/**
 * Draws the line items and gives back the y below the last row.
 * Where `floor` is reached, `onBreak` finishes the page, starts the next and says where to go on.
 */
export function drawTable(
  paper: Paper,
  sheet: InvoiceSheet,
  o: {
    columns: readonly Column[]
    top: number
    floor: number
    look: TableLook
    onBreak?: (sumSoFar: number, y: number) => number
  },
): number {
  const { columns, look } = o
  const padding = look.padding ?? 4
  const lead = look.size * 1.28
  const left = columns[0]?.left ?? 0
  const right = columns.at(-1)?.right ?? paper.width

  const write = (text: string, column: Column, y: number, font: string, colour?: string) => {
    const align = column.align ?? 'left'
    const x =
      align === 'right'
        ? column.right - 3
        : align === 'center'
          ? (column.left + column.right) / 2
          : column.left + 3
    paper.text(text, x, y, { font, size: look.size, align, ...(colour ? { colour } : {}) })
  }
  const grid = (y0: number, y1: number) => {
    if (look.kind !== 'boxed') return
    paper.box(left, y0, right - left, y1 - y0, { stroke: '#444444', weight: 0.5 })
    for (const column of columns.slice(1))
      paper.line(column.left, y0, column.left, y1, 0.5, '#444444')
  }
  const head = (y: number): number => {
    const bottom = y + lead + 2 * padding
    if (look.headFill !== undefined)
      paper.box(left, y, right - left, bottom - y, { fill: look.headFill })
    for (const column of columns)
      write(column.title, column, y + padding + look.size * 0.95, look.bold, look.headInk)
    if (look.kind !== 'boxed' && look.headFill === undefined)
      paper.line(left, bottom, right, bottom, 0.9, look.accent)
    grid(y, bottom)
    return bottom
  }

  for (const column of columns) paper.columns.add(column.cell)
  let y = head(o.top)
  let sum = 0
  sheet.lines.forEach((line, index) => {
    const cells = cellText(sheet, line, index)
    const wide = columns.find((column) => column.cell === 'description')
    const room = wide === undefined ? 200 : wide.right - wide.left - 6
    const pen = { font: look.font, size: look.size }
    const first = paper.wrap(cells.description, room, pen)
    const more = line.detail === undefined ? [] : paper.wrap(line.detail, room, pen)
    const height = (first.length + more.length) * lead + 2 * padding
    if (y + height > o.floor && o.onBreak !== undefined) y = head(o.onBreak(sum, y))
    if (look.kind === 'banded' && index % 2 === 1)
      paper.box(left, y, right - left, height, { fill: '#f1f3f5' })
    const baseline = y + padding + look.size * 0.95
    for (const column of columns) {
      if (column.cell !== 'description') {
        write(cells[column.cell], column, baseline, look.font)
        continue
      }
      first.forEach((text, row) => {
        write(text, column, baseline + row * lead, look.font)
      })
      more.forEach((text, row) => {
        write(text, column, baseline + (first.length + row) * lead, look.font, '#555555')
      })
    }
    if (look.kind === 'ruled') paper.line(left, y + height, right, y + height, 0.35, '#b5b5b5')
    grid(y, y + height)
    y += height
    sum += sheet.totals.amounts[index] ?? 0
  })
  return y
}

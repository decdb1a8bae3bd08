import { createPaper, type Paper } from './paper.ts'

/** A receipt printer: how wide the paper, how many characters a row, in which type. */
export type RollLook = {
  readonly millimetres: 58 | 80
  readonly columns: number
  readonly font: string
  readonly bold?: string
  readonly lead?: number
  readonly ink?: string
}
export type Piece = { text: string; at: number; align?: 'left' | 'right' | 'center'; tag?: string }
type Row =
  | { kind: 'text'; pieces: readonly Piece[]; size: number; bold: boolean }
  | { kind: 'rule'; char: string }
  | { kind: 'gap'; rows: number }
  | { kind: 'barcode'; digits: string }
export type Style = { size?: number; bold?: boolean; tag?: string }
export type Roll = ReturnType<typeof createRoll>

/** Collects the rows of a receipt; columns count characters from the left edge. */
export function createRoll(look: RollLook) {
  const rows: Row[] = []
  const { columns } = look
  const push = (pieces: readonly Piece[], style: Style = {}) => {
    rows.push({ kind: 'text', pieces, size: style.size ?? 1, bold: style.bold ?? false })
  }
  const tagged = (piece: Piece, tag: string | undefined): Piece =>
    tag === undefined ? piece : { ...piece, tag }
  return {
    rows,
    columns,
    cells: push,
    centre: (text: string, style: Style = {}) =>
      push([tagged({ text, at: columns / 2, align: 'center' }, style.tag)], style),
    left: (text: string, style: Style = {}) => push([tagged({ text, at: 0 }, style.tag)], style),
    pair: (
      label: string,
      value: string,
      style: Style & { labelTag?: string; from?: number } = {},
    ) =>
      push(
        [
          tagged({ text: label, at: style.from ?? 0 }, style.labelTag),
          tagged({ text: value, at: columns, align: 'right' }, style.tag),
        ],
        style,
      ),
    rule: (char = '-') => rows.push({ kind: 'rule', char }),
    gap: (count = 1) => rows.push({ kind: 'gap', rows: count }),
    barcode: (digits: string) => rows.push({ kind: 'barcode', digits }),
  }
}

/** Prints the rows on paper that is exactly as long as they need. */
export function printRoll(roll: Roll, look: RollLook, title: string): Paper {
  const width = (look.millimetres / 25.4) * 72
  const margin = width * 0.06
  const usable = width - 2 * margin
  const step = usable / look.columns
  const probe = createPaper({ size: [width, 100], title })
  const em = probe.measure('0', { font: look.font, size: 100 }) / 100
  const type = Math.min(step / em, 9.5)
  const lead = type * (look.lead ?? 1.25)
  const height = (row: Row): number => {
    switch (row.kind) {
      case 'text':
        return lead * (row.size > 1 ? row.size * 0.95 : 1)
      case 'rule':
        return lead
      case 'gap':
        return lead * row.rows
      case 'barcode':
        return 46
    }
  }
  const length = roll.rows.reduce((sum, row) => sum + height(row), 0) + 44
  const paper = createPaper({ size: [width, length], title, font: look.font })
  let top = 20
  for (const row of roll.rows) {
    const y = top + height(row) * 0.78
    if (row.kind === 'rule') {
      if (row.char === '_') paper.line(margin, y - type * 0.3, width - margin, y - type * 0.3, 0.8)
      else {
        const count = Math.floor(usable / paper.measure(row.char, { font: look.font, size: type }))
        paper.text(row.char.repeat(count), width / 2, y, { size: type, align: 'center' })
      }
    }
    if (row.kind === 'barcode') drawBarcode(paper, row.digits, width / 2, top + 4)
    if (row.kind === 'text')
      for (const piece of row.pieces)
        paper.text(piece.text, margin + piece.at * step, y, {
          font: row.bold ? (look.bold ?? look.font) : look.font,
          size: type * row.size,
          colour: look.ink ?? '#1b1b1b',
          ...(piece.align === undefined ? {} : { align: piece.align }),
          tag: piece.tag,
        })
    top += height(row)
  }
  return paper
}

/** Bars as wide as the digits say: it looks like a barcode and encodes nothing. */
function drawBarcode(paper: Paper, digits: string, centre: number, y: number): void {
  const widths = [...digits].flatMap((digit) => [1 + (Number(digit) % 3), 1 + (Number(digit) % 2)])
  const unit = 0.9
  let x = centre - (widths.reduce((sum, width) => sum + width, 0) * unit) / 2
  widths.forEach((width, index) => {
    if (index % 2 === 0) paper.box(x, y, width * unit, 26, { fill: '#1b1b1b' })
    x += width * unit
  })
  paper.text(digits, centre, y + 35, { size: 7, align: 'center' })
}

import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box } from '../model.ts'

/** A run of words on a line without a wide gap, and without a change from print to what was filled in. */
export interface PairCell {
  readonly line: LineText
  readonly from: number
  readonly to: number
  readonly text: string
  readonly box: Box
  /** What somebody filled into a form of the file. */
  readonly isFilledIn: boolean
}

/** The cells of a line, left to right: parted by gaps wider than a space, boxes to tick, and filled-in text. */
export function cellsOf(line: LineText): PairCell[] {
  const cells: { from: number; to: number; isFilledIn: boolean; isMark: boolean }[] = []
  for (const match of line.text.matchAll(/[[(] {0,2}[xX✓]? {0,2}[\])]|\S+/gu)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const isFilledIn = line.wordsOf(from, to).every((word) => word.reader === 'form')
    const isMark = tickMark.test(match[0])
    const last = cells.at(-1)
    const isNext = last && line.text.slice(last.to, from) === ' '
    if (isNext && !isMark && !last.isMark && last.isFilledIn === isFilledIn) last.to = to
    else cells.push({ from, to, isFilledIn, isMark })
  }
  return cells.map(({ from, to, isFilledIn }) => ({
    ...{ line, from, to, isFilledIn },
    text: line.text.slice(from, to),
    box: line.boxOf(from, to),
  }))
}

const ticked = /^(?:[☒☑✓✔✗✘]|\[ *[xX✓] *\]|\( *[xX] *\))$/u
const unticked = /^(?:[☐□▢]|\[[ _]*\]|\([ _]*\))$/u
const tickMark = new RegExp(`${ticked.source}|${unticked.source}`, 'u')

/** Whether a cell is a box to tick: true when it is ticked, null when it is none. */
export function tickOf({ text }: PairCell): boolean | null {
  if (ticked.test(text)) return true
  return unticked.test(text) ? false : null
}

/** The cells under one, line by line: left aligned with it or within its width, at most `most` lines down. */
export function cellsUnder(
  cell: PairCell,
  rows: readonly (readonly PairCell[])[],
  most: number,
): PairCell[] {
  const height = heightOf(cell.box)
  const found: PairCell[] = []
  let bottom = cell.box[3]
  for (const row of rows) {
    const [first] = row
    if (
      !first ||
      first.line.line.page !== cell.line.line.page ||
      first.box[1] < cell.box[1] + 0.5 * height
    )
      continue
    if (found.length === most || first.line.line.box[1] - bottom > 1.4 * height) break
    const under = row.find(
      ({ box }) =>
        Math.abs(box[0] - cell.box[0]) < height || (box[0] > cell.box[0] && box[0] < cell.box[2]),
    )
    if (!under) continue
    found.push(under)
    bottom = under.box[3]
  }
  return found
}

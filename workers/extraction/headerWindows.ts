import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'

/** A header takes at most this many lines: cells of two and of three lines stand beside each other. */
export const mostLines = 8
/** In line heights. */
const mostHeight = 6

/** What a header may take from a line on: one line, two and so on, as long as they stand close and hold no amounts. */
export function* headerWindows(
  lines: readonly LineText[],
  at: number,
): Generator<readonly LineText[]> {
  const first = lines[at] as LineText
  const height = heightOf(first.line.box)
  for (let count = 1; count <= mostLines; count++) {
    const rows = lines.slice(at, at + count)
    const last = rows.at(-1)
    if (!last || rows.length < count || last.line.page !== first.line.page) return
    const above = Math.max(
      ...rows.slice(0, -1).map((row) => row.line.box[3]),
      Number.NEGATIVE_INFINITY,
    )
    if (count > 1 && last.line.box[1] - above > 0.9 * height) return
    if (last.line.box[3] - first.line.box[1] > mostHeight * height) return
    if (hasValues(last)) return
    yield rows
  }
}

/** Amounts and numbers of three digits are what a table lists, no headings. */
export function hasValues(line: LineText): boolean {
  return line.line.words.some((word) => /\d[.,]\d{2}\b|\d{3}/.test(word.text))
}

import { heightOf } from '../layout/geometry.ts'
import { type Cell, isLabel, linesOfPage, nextUnder } from './cells.ts'
import type { LabelHit } from './labels.ts'
import { contactLine, postcodePlace, streetNumber } from './partyText.ts'
import type { Reading } from './reading.ts'

/** Lines a value may be wrapped over, with its first. */
const mostLines = 3

/** The cell with the lines that its text goes on in: closely under it, at its left edge, and beside no label. */
export function wrapped(
  cells: readonly Cell[],
  hit: LabelHit,
  hits: readonly LabelHit[],
  reading: Reading,
): readonly Cell[] {
  const [first] = cells
  let last = cells.at(-1)
  const all = [...cells]
  while (first && last && all.length < mostLines) {
    const next = nextUnder(last.box, last.line, reading, 0.6 * heightOf(last.box))
    if (!next || !goesOn(last, next, hit, hits, reading)) break
    all.push(next)
    last = next
  }
  return all
}

/** What a line ends with whose sentence is not over. */
const openEnd =
  /(?:[,&/+–—-]|(?<!\p{L})(?:and|of|for|the|to|und|für|der|die|et|de|la|y|e|di|per|en|van|voor))$/iu

function goesOn(
  last: Cell,
  next: Cell,
  hit: LabelHit,
  hits: readonly LabelHit[],
  reading: Reading,
): boolean {
  const height = heightOf(last.box)
  if (Math.abs(next.box[0] - last.box[0]) > 0.5 * height) return false
  if (Math.abs(heightOf(next.box) - height) > 0.35 * height) return false
  const beginsWithLabel = hits.some(
    (other) => other.line === next.line && other.from >= next.from && other.from < next.from + 2,
  )
  if (beginsWithLabel || isLabel(next, hits) || isElse(next.text)) return false
  const isBesideLabel = last.box[0] > hit.box[2] - 1
  if (isBesideLabel) return !hasNeighbourAtLeft(next, hit, reading)
  return openEnd.test(last.line.text.slice(last.from).split('\t')[0]?.trim() ?? '')
}

/** Lines under a name that are not more of it. */
function isElse(text: string): boolean {
  return (
    text.includes(':') ||
    /^[\W\d_]+$/.test(text) ||
    /^\d{1,5},? +\d+(?:st|nd|rd|th)\b/i.test(text) ||
    streetNumber.test(text) ||
    postcodePlace.test(text) ||
    contactLine.test(text)
  )
}

/** Whether something stands in the label's column at the height of a cell: another label, whose value it is. */
function hasNeighbourAtLeft(cell: Cell, hit: LabelHit, reading: Reading): boolean {
  const [x0, x1] = [hit.box[0] - reading.wordHeight, cell.box[0] - 1]
  const reach = 0.4 * heightOf(cell.box)
  return linesOfPage(reading, cell.line)
    .filter((line) => line !== hit.line)
    .some((line) =>
      line.line.segments.some(
        ({ box }) =>
          box[2] > x0 &&
          box[2] <= cell.box[0] &&
          box[0] < x1 &&
          box[1] < cell.box[3] + reach &&
          box[3] > cell.box[1] - reach,
      ),
    )
}

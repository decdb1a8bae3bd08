import { heightOf, sharedWidth } from '../layout/geometry.ts'
import { type Cell, cellOf, cellsOf, isLabel, linesOfPage, nextUnder } from './cells.ts'
import type { LabelHit } from './labels.ts'
import { looksLikeLabel, onlyName, ordinal } from './labelWords.ts'
import type { Reading } from './reading.ts'
import { wrapped } from './wrappedCells.ts'

/** A cell beside a label, and how usual its place is for the label's value, 0 to 1. */
export interface PlacedCell {
  readonly cells: readonly Cell[]
  readonly kind: 'right' | 'below' | 'above'
  readonly score: number
}

/** Points of a label without a colon whose text goes on in the same cell: it may be a longer label. */
const runningOn = 0.66
/** A cell below counts this much less where another stands right of the label. */
const besideAnother = 0.8

/** The cells that could hold what a label names, with the wrapped lines below each. */
export function cellsBeside(
  hit: LabelHit,
  hits: readonly LabelHit[],
  reading: Reading,
): PlacedCell[] {
  const right = rightOf(hit, hits, reading)
  const isCaption = isAlone(hit)
  const beneath = isCaption ? below(hit, hits, reading) : null
  const over = isCaption ? above(hit, hits, reading) : null
  const factor = right && right.score > 0.6 ? besideAnother : 1
  return [
    right && { ...right, cells: wrapped(right.cells, hit, hits, reading) },
    beneath && {
      ...beneath,
      score: beneath.score * factor,
      cells: wrapped(beneath.cells, hit, hits, reading),
    },
    over && { ...over, score: over.score * (right || beneath ? 0.5 : 1) },
  ].filter((place) => place !== null)
}

/** Whether a label is printed by itself: inside a sentence it says nothing about what stands under it. */
function isAlone({ line, from, to }: LabelHit): boolean {
  const before = line.text.slice(0, from).split('\t').at(-1) ?? ''
  const opens = /(?:^| {2}|[:;|/] ?)[^\p{L}\p{N}]*$/u.test(before.replace(ordinal, ''))
  const behind = line.text.slice(to).split(/\t| {2}/)[0] ?? ''
  return opens && (behind.match(/\p{L}+/gu) ?? []).length <= 2
}

function rightOf(hit: LabelHit, hits: readonly LabelHit[], reading: Reading): PlacedCell | null {
  const { text } = hit.line
  const tab = text.indexOf('\t', hit.to)
  const end = tab < 0 ? text.length : tab
  const own = cellOf(hit.line, hit.to, untilLabel(hit, end, hits))
  const hasColon = /^\s?[.)]?\s?:/.test(text.slice(hit.to))
  if (own && /[\p{L}\p{N}]/u.test(own.text)) {
    const isApart = text.startsWith('  ', hit.to)
    const score = hasColon ? 1 : isApart ? 0.85 : runningOn
    // “Customer Code”, “customer to pay”: a longer label, or a sentence.
    const isMore = !hasColon && (looksLikeLabel(own.text) || /^\p{Ll}/u.test(own.text))
    return isMore ? null : { cells: [own], kind: 'right', score }
  }
  const [first, second] = cellsOf(hit.line).filter((cell) => cell.from >= end)
  const cell = first && onlyName.test(hit.line.text.slice(first.from, first.to)) ? second : first
  if (!cell || isLabel(cell, hits)) return null
  const width = reading.pages.find((page) => page.number === hit.line.line.page)?.size[0] ?? 600
  const away = Math.max(0, cell.box[0] - hit.box[2]) / width
  return { cells: [cell], kind: 'right', score: (hasColon ? 1 : 0.95) - 0.4 * away }
}

/** Where the text behind a label ends: at the next label of the same cell that has a colon or a wide space before it. */
function untilLabel(hit: LabelHit, end: number, hits: readonly LabelHit[]): number {
  const { text } = hit.line
  const next = hits
    .filter((other) => other.line === hit.line && other.from > hit.to && other.from < end)
    .filter(({ from, to }) => /^\s?:/.test(text.slice(to)) || text.slice(0, from).endsWith('  '))
  return Math.min(end, ...next.map((other) => other.from))
}

/** The nearest cell under a label, no further than three lines. */
function below(hit: LabelHit, hits: readonly LabelHit[], reading: Reading): PlacedCell | null {
  const height = reading.wordHeight
  const nearest = nextUnder(hit.box, hit.line, reading, 3.4 * height)
  if (!nearest || isLabel(nearest, hits)) return null
  const gap = Math.max(0, (nearest.box[1] - hit.box[3]) / height)
  const isAligned = Math.abs(nearest.box[0] - hit.box[0]) < 0.6 * height
  return {
    cells: [columnWide(nearest, hit, hits, reading)],
    kind: 'below',
    score: 0.86 - 0.06 * gap - (isAligned ? 0 : 0.16),
  }
}

/** Typists leave wide gaps inside a name: the cells of its line up to the next label’s column are one. */
function columnWide(cell: Cell, hit: LabelHit, hits: readonly LabelHit[], reading: Reading): Cell {
  const next = cellsOf(hit.line).find((other) => other.from > hit.to)
  const end = next ? next.box[0] - 0.5 * reading.wordHeight : cell.box[2]
  const column = cellsOf(cell.line).filter(
    ({ box }) => box[0] > hit.box[0] - 0.6 * reading.wordHeight && box[2] < end,
  )
  const [first, last] = [column[0], column.at(-1)]
  const isApart = column.some(
    ({ box }, i) => box[0] - (column[i - 1]?.box[2] ?? box[0]) > 2.5 * reading.wordHeight,
  )
  if (!first || !last || isApart || column.some((other) => isLabel(other, hits))) return cell
  return cellOf(cell.line, first.from, last.to) ?? cell
}

/** Boxed forms print a small caption under the value: only a smaller one, and only close to it. */
function above(hit: LabelHit, hits: readonly LabelHit[], reading: Reading): PlacedCell | null {
  const height = reading.wordHeight
  const cells = linesOfPage(reading, hit.line)
    .filter((line) => line !== hit.line && line.line.box[1] < hit.box[1])
    .filter((line) => hit.box[1] - line.line.box[3] < height)
    .flatMap(cellsOf)
    .filter((cell) => sharedWidth(cell.box, hit.box) > 0)
    .filter((cell) => hit.box[1] - cell.box[3] < 0.9 * height && !isLabel(cell, hits))
  const cell = cells.at(-1)
  if (!cell) return null
  const isSmaller = heightOf(hit.box) < 0.85 * heightOf(cell.box)
  return { cells: [cell], kind: 'above', score: isSmaller ? 0.72 : 0.3 }
}

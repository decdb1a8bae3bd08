import { heightOf, sharedWidth, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import type { LabelHit } from './labels.ts'
import { looksLikeLabel, onlyName, ordinal } from './labelWords.ts'
import { contactLine, postcodePlace, streetNumber } from './partyText.ts'
import type { Reading } from './reading.ts'

/** A stretch of a line between two gaps: what a form prints in one place. */
export interface Cell {
  readonly line: LineText
  readonly from: number
  readonly to: number
  readonly text: string
  readonly box: Box
}

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

/** A column that begins so many heights behind a text leaves no room for another letter of it. */
const noRoom = 1.65

/** Whether a text fills its cell up to the column behind it: forms cut off what does not fit. */
export function fillsItsCell(cells: readonly Cell[], reading: Reading): boolean {
  const cell = cells.at(-1)
  if (!cell) return false
  const [, top, right, bottom] = cell.box
  const height = heightOf(cell.box)
  return linesOfPage(reading, cell.line).some((line) =>
    line.line.segments.some(
      ({ box }) =>
        box[0] > right && box[0] - right < noRoom * height && box[3] > top && box[1] < bottom,
    ),
  )
}

/** Words that a list of cells covers. */
export function wordsOf(cells: readonly Cell[]): readonly Word[] {
  return cells.flatMap((cell) => cell.line.wordsOf(cell.from, cell.to))
}

/** The text of the cells, joined by spaces; a word that a hyphen breaks at a line’s end is whole again. */
export function textOf(cells: readonly Cell[]): string {
  return cells
    .map((cell) => cell.text)
    .join('\n')
    .replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The box around the cells. */
export function boxOf(cells: readonly Cell[]): Box {
  return union(cells.map((cell) => cell.box))
}

/** Whether a label is printed by itself: inside a sentence it says nothing about what stands under it. */
function isAlone({ line, from, to }: LabelHit): boolean {
  const before = line.text.slice(0, from).split('\t').at(-1) ?? ''
  const opens = /(?:^| {2}|[:;|/] ?)[^\p{L}\p{N}]*$/u.test(before.replace(ordinal, ''))
  const behind = line.text.slice(to).split(/\t| {2}/)[0] ?? ''
  return opens && (behind.match(/\p{L}+/gu) ?? []).length <= 2
}

/** Cells of a line, as its tabs part them. */
function cellsOf(line: LineText): Cell[] {
  let at = 0
  return line.text.split('\t').flatMap((part) => {
    const from = at
    at += part.length + 1
    return cellOf(line, from, from + part.length) ?? []
  })
}

/** A stretch of a line without the marks around it; null where nothing else is left. */
function cellOf(line: LineText, from: number, to: number): Cell | null {
  const printed = line.text.slice(from, to)
  const head = /^[\s:.\-–—=|_]*/.exec(printed)?.[0].length ?? 0
  const tail = /[\s:;,|_]*$/.exec(printed)?.[0].length ?? 0
  if (head + tail >= printed.length) return null
  const [start, end] = [from + head, to - tail]
  return {
    line,
    from: start,
    to: end,
    text: line.text.slice(start, end),
    box: line.boxOf(start, end),
  }
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

function isLabel(cell: Cell, hits: readonly LabelHit[]): boolean {
  const printed = cell.line.text.slice(cell.from)
  const named = hits.some(
    (hit) =>
      hit.line === cell.line &&
      hit.from <= cell.from &&
      hit.to > cell.from &&
      (hit.to >= cell.to || /^\s?[.)]?\s?:/.test(cell.line.text.slice(hit.to))),
  )
  return named || looksLikeLabel(printed.split('\t')[0] ?? '')
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

/** The first cell under a box that shares its width or its left edge. */
function nextUnder(box: Box, line: LineText, reading: Reading, reach: number): Cell | null {
  const height = reading.wordHeight
  const candidates = linesOfPage(reading, line)
    .filter((other) => other !== line)
    .filter((other) => other.line.box[3] > box[3] && other.line.box[1] < box[3] + reach)
    .flatMap(cellsOf)
    .filter(
      (cell) =>
        cell.box[1] > box[3] - 0.4 * height &&
        cell.box[1] - box[3] < reach &&
        (sharedWidth(cell.box, box) > 0.3 * Math.min(cell.box[2] - cell.box[0], box[2] - box[0]) ||
          Math.abs(cell.box[0] - box[0]) < 0.6 * height),
    )
  return candidates.reduce<Cell | null>(
    (best, cell) => (best && best.box[1] <= cell.box[1] ? best : cell),
    null,
  )
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

function linesOfPage(reading: Reading, line: LineText): readonly LineText[] {
  return reading.linesByPage.get(line.line.page) ?? []
}

/** Lines a value may be wrapped over, with its first. */
const mostLines = 3

/** The cell with the lines that its text goes on in: closely under it, at its left edge, and beside no label. */
function wrapped(
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

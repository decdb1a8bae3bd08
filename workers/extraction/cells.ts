import { heightOf, sharedWidth, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import type { LabelHit } from './labels.ts'
import { looksLikeLabel } from './labelWords.ts'
import type { Reading } from './reading.ts'

/** A stretch of a line between two gaps: what a form prints in one place. */
export interface Cell {
  readonly line: LineText
  readonly from: number
  readonly to: number
  readonly text: string
  readonly box: Box
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

/** Cells of a line, as its tabs part them. */
export function cellsOf(line: LineText): Cell[] {
  let at = 0
  return line.text.split('\t').flatMap((part) => {
    const from = at
    at += part.length + 1
    return cellOf(line, from, from + part.length) ?? []
  })
}

/** A stretch of a line without the marks around it; null where nothing else is left. */
export function cellOf(line: LineText, from: number, to: number): Cell | null {
  const printed = line.text.slice(from, to)
  const head = /^[\s:.\-–—=|_]*/.exec(printed)?.[0].length ?? 0
  const tail = /[\s:;,|_]*$/.exec(printed)?.[0].length ?? 0
  if (head + tail >= printed.length) return null
  const [start, end] = [from + head, to - tail]
  return stretch(line, start, end)
}

/** A part of a line as a cell, with all that stands in it. */
export function stretch(line: LineText, from: number, to: number): Cell {
  return { line, from, to, text: line.text.slice(from, to), box: line.boxOf(from, to) }
}

/** Whether a cell is itself a label, and so nobody’s value. */
export function isLabel(cell: Cell, hits: readonly LabelHit[]): boolean {
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

/** The first cell under a box that shares its width or its left edge. */
export function nextUnder(box: Box, line: LineText, reading: Reading, reach: number): Cell | null {
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

/** The lines of the page that a line is on. */
export function linesOfPage(reading: Reading, line: LineText): readonly LineText[] {
  return reading.linesByPage.get(line.line.page) ?? []
}

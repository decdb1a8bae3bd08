import { heightOf, median, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import type { HeaderColumn } from './headerColumns.ts'

/** Where one column ends and the next begins, in points from the left; one fewer than columns. */
export type Cuts = readonly number[]

/** Places tried between two headers; finer than the width of a letter. */
const steps = 40

/**
 * Cuts between the columns: between the middles of neighbouring headers, where the fewest words of the
 * body are cut through and the way to the next word is widest.
 */
export function cutsBetween(columns: readonly HeaderColumn[], body: readonly LineText[]): Cuts {
  const words = body.flatMap((line) => {
    const weight = !hasNumbers(line) ? 0.2 : numbersOn(line) > 2 ? 1 : 0.4
    return line.line.words.map(({ box }) => ({ box, weight }))
  })
  return columns.slice(1).map((right, i) => {
    const left = columns[i] as HeaderColumn
    const from = (left.box[0] + left.box[2]) / 2
    const to = (right.box[0] + right.box[2]) / 2
    let best = { x: (left.box[2] + right.box[0]) / 2, cost: Number.POSITIVE_INFINITY }
    for (let step = 1; step < steps; step++) {
      const x = from + ((to - from) * step) / steps
      const cut = words.reduce(
        (sum, { box, weight }) => sum + (box[0] < x && box[2] > x ? weight : 0),
        0,
      )
      const room = Math.min(...words.map((word) => distance(word, x)), 12)
      const header = x > left.box[2] && x < right.box[0] ? 0 : 1
      const cost = cut + header - 0.03 * room
      if (cost < best.cost) best = { x, cost }
    }
    return best.x
  })
}

function distance({ box }: { readonly box: Box }, x: number): number {
  return Math.max(0, box[0] - x, x - box[2])
}

function numbersOn(line: LineText): number {
  return line.line.words.filter(({ text }) => /^[-–−(]?\d/.test(text)).length
}

/** Lines of running text below an item run through columns; what has an amount keeps to them. */
function hasNumbers(line: LineText): boolean {
  return /\d[.,]\d{2}(?!\d)/.test(line.text)
}

/**
 * The words of a line by column; an empty cell stays empty. A word belongs to the column that holds its
 * middle; text that runs on with ordinary spaces stays with the word before it.
 */
export function cellsOf(line: LineText, cuts: Cuts): Word[][] {
  const cells: Word[][] = Array.from({ length: cuts.length + 1 }, () => [])
  const space = 1.3 * Math.max(line.line.wordSpace, 0.1)
  for (const { words } of line.line.segments) {
    let place = -1
    words.forEach((word, i) => {
      const [before, after] = [words[i - 1], words[i + 1]]
      const runsOn =
        before !== undefined &&
        word.box[0] - before.box[2] < space &&
        isText(word) &&
        isText(before)
      const whole = after && isGroup(word, after) && after.box[0] - word.box[2] < space
      const [x0, x1] = whole ? [word.box[0], after.box[2]] : [word.box[0], word.box[2]]
      if (!runsOn) place = columnAt((x0 + x1) / 2, cuts)
      cells[place]?.push(word)
    })
  }
  return cells
}

/** “1” and “180,10”: one number whose thousands stand apart. */
function isGroup(left: Word, right: Word): boolean {
  return /^[-–−(]?[1-9]\d{0,2}$/.test(left.text) && /^\d{3}[.,]\d{1,4}\)?$/.test(right.text)
}

/**
 * The same for a line without numbers: a segment of text stays whole where it begins, unless a word of
 * it begins where a column does (`edges`, in points from the left).
 */
export function textCellsOf(line: LineText, cuts: Cuts, edges: readonly number[]): Word[][] {
  const cells: Word[][] = Array.from({ length: cuts.length + 1 }, () => [])
  for (const { words } of line.line.segments) {
    const isWhole = words.some(isText)
    let place = -1
    for (const word of words) {
      const slack = 0.15 * heightOf(word.box)
      const begins = edges.findIndex(
        (edge, column) => column > place && Math.abs(word.box[0] - edge) < slack,
      )
      if (begins >= 0) place = begins
      else if (place < 0 || !isWhole) place = columnAt((word.box[0] + word.box[2]) / 2, cuts)
      cells[place]?.push(word)
    }
  }
  return cells
}

/**
 * Where the text of each column begins: the left edge that most of its segments share, at least three, or
 * else that of its heading.
 */
export function leftEdges(
  lines: readonly LineText[],
  cuts: Cuts,
  columns: readonly HeaderColumn[],
): readonly number[] {
  const starts: number[][] = Array.from({ length: cuts.length + 1 }, () => [])
  for (const { line } of lines)
    for (const { box } of line.segments) starts[columnAt(box[0] + 1, cuts)]?.push(box[0])
  return starts.map((edges, column) => {
    const near = (edge: number) => edges.filter((other) => Math.abs(other - edge) < 1).length
    const best = edges.reduce(
      (most, edge) => (near(edge) > near(most) ? edge : most),
      edges[0] ?? 0,
    )
    return near(best) >= 3 ? best : (columns[column]?.box[0] ?? Number.NaN)
  })
}

function isText(word: Word): boolean {
  return /\p{L}{2}/u.test(word.text) && !/^[-–−(]?\d/.test(word.text)
}

function columnAt(x: number, cuts: Cuts): number {
  const column = cuts.findIndex((cut) => x < cut)
  return column < 0 ? cuts.length : column
}

/**
 * Columns under one heading that are two: most lines have two numbers there, apart from each other
 * (“VAT % Value” printed as one). The name stays with the side that its label stands over.
 */
export function splitDoubled(
  columns: readonly HeaderColumn[],
  body: readonly LineText[],
  isNumber: (word: Word) => boolean,
): readonly HeaderColumn[] {
  const cuts = cutsBetween(columns, body)
  const rows = body.filter(hasNumbers).map((line) => cellsOf(line, cuts))
  return columns.flatMap((column, i) => {
    const cells = rows
      .map((row) => (row[i] ?? []).filter(isNumber))
      .filter((cell) => cell.length > 0)
    const pairs = alignedPairs(cells.filter((cell) => cell.length === 2) as [Word, Word][])
    const [first] = pairs
    if (!first || pairs.length < 2 || pairs.length < 0.5 * cells.length) return [column]
    const left = union(pairs.map(([word]) => word.box))
    const right = union(pairs.map(([, word]) => word.box))
    if (right[0] - left[2] < 0.3 * heightOf(first[0].box)) return [column]
    const isLeft = distanceBetween(column.label, left) <= distanceBetween(column.label, right)
    return [
      { ...column, name: isLeft ? column.name : null, box: left, label: left },
      { ...column, name: isLeft ? null : column.name, box: right, label: right },
    ]
  })
}

/** Pairs that end where most of them end. */
function alignedPairs(pairs: readonly [Word, Word][]): readonly [Word, Word][] {
  const edges = [0, 1].map((side) => median(pairs.map((pair) => (pair[side] as Word).box[2])))
  return pairs.filter((pair) =>
    pair.every(({ box }, side) => Math.abs(box[2] - (edges[side] ?? 0)) < heightOf(box)),
  )
}

function distanceBetween(a: Box, b: Box): number {
  return Math.abs(a[0] + a[2] - b[0] - b[2])
}

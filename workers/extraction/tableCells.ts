import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import type { HeaderColumn } from './tableHeader.ts'

/** Where one column ends and the next begins, in points from the left; one fewer than columns. */
export type Cuts = readonly number[]

/** Places tried between two headers; finer than the width of a letter. */
const steps = 40

/**
 * Cuts between the columns: between the middles of neighbouring headers, where the fewest words of the
 * body are cut through and the way to the next word is widest.
 */
export function cutsBetween(columns: readonly HeaderColumn[], body: readonly LineText[]): Cuts {
  const words = body.flatMap((line) => line.line.words)
  return columns.slice(1).map((right, i) => {
    const left = columns[i] as HeaderColumn
    const from = (left.box[0] + left.box[2]) / 2
    const to = (right.box[0] + right.box[2]) / 2
    let best = { x: (left.box[2] + right.box[0]) / 2, cost: Number.POSITIVE_INFINITY }
    for (let step = 1; step < steps; step++) {
      const x = from + ((to - from) * step) / steps
      const cut = words.filter((word) => word.box[0] < x && word.box[2] > x).length
      const room = Math.min(...words.map((word) => distance(word, x)), 12)
      const header = x > left.box[2] && x < right.box[0] ? 0 : 0.6
      const cost = cut + header - 0.03 * room
      if (cost < best.cost) best = { x, cost }
    }
    return best.x
  })
}

function distance(word: Word, x: number): number {
  return Math.max(0, word.box[0] - x, x - word.box[2])
}

/** The words of a line by column, each in the column that holds most of it; an empty cell stays empty. */
export function cellsOf(line: LineText, cuts: Cuts): Word[][] {
  const cells: Word[][] = Array.from({ length: cuts.length + 1 }, () => [])
  for (const word of line.line.words) {
    const middle = (word.box[0] + word.box[2]) / 2
    const column = cuts.findIndex((cut) => middle < cut)
    cells[column < 0 ? cuts.length : column]?.push(word)
  }
  return cells
}

import type { Box, Page, Word } from '../model.ts'
import { union } from './geometry.ts'
import { readingOrder } from './readingOrder.ts'

/** A stretch of a page as a person took it: its text, where it stands and how it was read. */
export interface Taken {
  /** Words by a space, lines too. */
  readonly text: string
  readonly box: Box
  readonly words: readonly Word[]
  /** The same words, line by line. */
  readonly lines: readonly (readonly Word[])[]
}

/** All words of a page as a person reads them, one after the other. */
export function wordsInOrder(page: Page): readonly Word[] {
  return readingOrder(page).flatMap((region) =>
    region.flatMap((row) => row.flatMap((segment) => segment.words)),
  )
}

/**
 * The words whose middle lies in a box, in reading order; of a box with none, such as a click, the word
 * that it touches. Null where no word is.
 */
export function wordsInBox(page: Page, box: Box): Taken | null {
  const rows = readingOrder(page).flatMap((region) =>
    region.map((row) => row.flatMap((segment) => segment.words)),
  )
  const inside = rows
    .map((row) => row.filter((word) => holdsMiddleOf(box, word.box)))
    .filter((row) => row.length > 0)
  if (inside.length > 0) return takenFrom(inside)
  const touched = rows.flat().filter((word) => sharedArea(box, word.box) >= 0)
  const [most] = touched.toSorted((a, b) => sharedArea(box, b.box) - sharedArea(box, a.box))
  return most ? takenFrom([[most]]) : null
}

function takenFrom(lines: readonly (readonly Word[])[]): Taken {
  const words = lines.flat()
  const text = words.map((word) => word.text).join(' ')
  return { text, lines, words, box: union(words.map((word) => word.box)) }
}

function holdsMiddleOf([x0, y0, x1, y1]: Box, word: Box): boolean {
  const [x, y] = [(word[0] + word[2]) / 2, (word[1] + word[3]) / 2]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** Square points that two boxes share; 0 for a point or line inside, less where they do not meet. */
function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return width < 0 || height < 0 ? -1 : width * height
}

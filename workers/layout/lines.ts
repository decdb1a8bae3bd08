import type { Line, Page, Segment, Word } from '../model.ts'
import { heightOf, median, middleOf, sharedHeight, union } from './geometry.ts'

/** A gap of this many line heights opens a new segment: a value beside its label, a column. */
const segmentGap = 0.95
/** So does one of this many usual word spaces: till printers set their words as wide as columns. */
const segmentSpaces = 2.1

/**
 * The words of a page as visual lines, top to bottom, each cut into segments at wide gaps.
 * Words are chained left to right by the height they share, so a page that leans a little still
 * gives whole lines.
 */
export function linesOf(page: Page): Line[] {
  const rows: Word[][] = []
  const ordered = page.words.filter((word) => heightOf(word.box) > 0).toSorted(byLeftEdge)
  for (const word of ordered) {
    const row = closestRow(rows, word)
    if (row) row.push(word)
    else rows.push([word])
  }
  const wordSpace = wordSpaceOf(rows)
  return rows
    .map((words) => lineOf(words, page.number, wordSpace))
    .sort((a, b) => middleOf(a.box) - middleOf(b.box))
}

function byLeftEdge(a: Word, b: Word): number {
  return a.box[0] - b.box[0] || a.box[1] - b.box[1]
}

/** The row whose last word shares most of its height with this one and stands left of it. */
function closestRow(rows: readonly Word[][], word: Word): Word[] | null {
  let best: { row: Word[]; score: number } | null = null
  for (const row of rows) {
    const last = row[row.length - 1] as Word
    const height = Math.min(heightOf(last.box), heightOf(word.box))
    const shared = sharedHeight(last.box, word.box) / height
    const overlap = last.box[2] - word.box[0]
    if (
      shared < 0.5 ||
      overlap > 0.6 * Math.min(word.box[2] - word.box[0], last.box[2] - last.box[0])
    )
      continue
    // Among rows that fit, the nearer one: two columns may stand a little apart in height.
    const score = shared - 0.002 * Math.max(0, -overlap)
    if (!best || score > best.score) best = { row, score }
  }
  return best?.row ?? null
}

/** The median gap between neighbours that could be a space, at most 1.3 word heights. */
function wordSpaceOf(rows: readonly (readonly Word[])[]): number {
  const height = median(rows.flatMap((row) => row.map((word) => heightOf(word.box))))
  const gaps = rows.flatMap((row) =>
    row.slice(1).map((word, i) => word.box[0] - (row[i] as Word).box[2]),
  )
  const spaces = gaps.filter((gap) => gap > 0 && gap < 2.5 * height)
  return Math.min(median(spaces), 1.3 * height)
}

function lineOf(words: readonly Word[], page: number, wordSpace: number): Line {
  const height = median(words.map((word) => heightOf(word.box)))
  const runs: Word[][] = []
  let previous: Word | null = null
  for (const word of words) {
    const gap = previous ? word.box[0] - previous.box[2] : Number.POSITIVE_INFINITY
    if (gap > Math.max(segmentGap * height, segmentSpaces * wordSpace)) runs.push([word])
    else runs[runs.length - 1]?.push(word)
    previous = word
  }
  const segments = runs.map((run) => segmentOf(run, page))
  return { page, box: union(words.map((word) => word.box)), words, segments, wordSpace }
}

function segmentOf(words: readonly Word[], page: number): Segment {
  return {
    page,
    words,
    box: union(words.map((word) => word.box)),
    text: words.map((word) => word.text).join(' '),
  }
}

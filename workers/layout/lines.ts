import type { Box, Line, Page, Segment, Word } from '../model.ts'
import { heightOf, median, middleOf, sharedHeight, union, widthOf } from './geometry.ts'

/** A gap of this many line heights opens a new segment: a value beside its label, a column. */
const segmentGap = 0.95
/** So does one of this many usual word spaces: till printers set their words as wide as columns. */
const segmentSpaces = 2.1

/**
 * The words of a page as visual lines, top to bottom, each cut into segments at wide gaps.
 * Words are chained left to right by the height they share. A page that leans is chained twice: the
 * slope of its first lines levels the words for the second time.
 */
export function linesOf(page: Page): Line[] {
  const ordered = page.words.filter((word) => heightOf(word.box) > 0).toSorted(byLeftEdge)
  const first = chain(ordered, 0)
  const slope = slopeOf(first)
  const rows = Math.abs(slope) > leastSlope ? chain(ordered, slope) : first
  const wordSpace = wordSpaceOf(rows)
  return rows
    .map((words) => ({
      line: lineOf(words, page.number, wordSpace),
      level: median(words.map((word) => middleOf(levelled(word.box, slope)))),
    }))
    .sort((a, b) => a.level - b.level)
    .map(({ line }) => line)
}

/** Below three thousandths (a sixth of a degree) a line keeps within its own height. */
const leastSlope = 0.003

function byLeftEdge(a: Word, b: Word): number {
  return a.box[0] - b.box[0] || a.box[1] - b.box[1]
}

/** A row while it grows. */
interface Row {
  readonly words: Word[]
  /** Of its last word, levelled. */
  end: Box
}

function chain(ordered: readonly Word[], slope: number): Word[][] {
  const rows: Row[] = []
  for (const word of ordered) {
    const box = levelled(word.box, slope)
    const row = closestRow(rows, box)
    if (!row) rows.push({ words: [word], end: box })
    else {
      row.words.push(word)
      row.end = box
    }
  }
  return rows.map(({ words }) => words)
}

/** Where a box would stand on a page turned level; only up and down. */
function levelled(box: Box, slope: number): Box {
  const shift = (slope * (box[0] + box[2])) / 2
  return [box[0], box[1] - shift, box[2], box[3] - shift]
}

/** Rise of the lines per point to the right: the median of those long enough to tell. */
function slopeOf(rows: readonly (readonly Word[])[]): number {
  const slopes = rows.flatMap((row) => {
    const [start, end] = [row[0], row.at(-1)]
    if (!start || !end || row.length < 3 || end.box[0] - start.box[0] < 8 * heightOf(start.box))
      return []
    return [(middleOf(end.box) - middleOf(start.box)) / (end.box[0] - start.box[0])]
  })
  return slopes.length < 3 ? 0 : median(slopes)
}

/** The row whose last word shares most of its height with a box and stands left of it. */
function closestRow(rows: readonly Row[], box: Box): Row | null {
  let best: { row: Row; score: number } | null = null
  for (const row of rows) {
    const last = row.end
    const shared = sharedHeight(last, box) / Math.min(heightOf(last), heightOf(box))
    const overlap = last[2] - box[0]
    if (shared < 0.5 || overlap > 0.6 * Math.min(widthOf(box), widthOf(last))) continue
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

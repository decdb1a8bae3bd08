import type { Segment } from '../model.ts'
import { heightOf, median } from './geometry.ts'
import type { Row } from './rows.ts'

/** Two columns of running text beside each other, and how many rows of the page they take. */
export interface Columns {
  readonly left: readonly Row[]
  readonly right: readonly Row[]
  readonly height: number
}

/** A strip of the page in points from the left. */
interface Strip {
  readonly from: number
  readonly to: number
}

/** Fewer lines beside each other are an address and a date, read row by row. */
const leastLines = 4
/** Running text has this many words a segment; a label and its value have fewer. */
const leastWords = 3
/** In line heights: the narrowest gutter, and the widest space between two lines of one column. */
const gutter = 0.8
const lineSpace = 3

/** The columns that begin with row `at`: rows with an empty strip through all of them; null without any. */
export function columnsFrom(rows: readonly Row[], at: number): Columns | null {
  const height = median(rows.map((row) => heightOf(row[0].box)))
  let longest: Columns | null = null
  for (const strip of stripsFrom(rows, at)) {
    const columns = follow(rows, at, strip, height)
    if (columns.height > (longest?.height ?? 0) && isText(columns.left) && isText(columns.right))
      longest = columns
  }
  return longest
}

/**
 * Where a gutter may begin: the gaps between the segments of row `at`. A row of one segment has none; then those of
 * the first row below that has some, if it is near, because one column may begin higher than the other.
 */
function stripsFrom(rows: readonly Row[], at: number): readonly Strip[] {
  const first = rows.slice(at, at + leastLines).find((row) => row.length > 1) ?? []
  return first
    .slice(1)
    .map((segment, i) => ({ from: first[i]?.box[2] ?? 0, to: segment.box[0] }))
    .filter(({ from, to }) => to > from)
}

function follow(rows: readonly Row[], at: number, start: Strip, height: number): Columns {
  let strip = start
  let end = at
  for (const row of rows.slice(at)) {
    const above = rows[end - 1]
    if (end > at && above && row[0].box[1] - above[0].box[3] > lineSpace * height) break
    const narrowed = sharedWith(strip, row)
    if (narrowed.to - narrowed.from < gutter * height) break
    strip = narrowed
    end++
  }
  const middle = (strip.from + strip.to) / 2
  const side = (isOn: (segment: Segment) => boolean) =>
    rows.slice(at, end).flatMap((row): Row[] => {
      const [first, ...others] = row.filter(isOn)
      return first ? [[first, ...others]] : []
    })
  return {
    left: side((segment) => centre(segment) < middle),
    right: side((segment) => centre(segment) >= middle),
    height: end - at,
  }
}

/** The widest part of a strip in which a row has nothing; its width may be negative. */
function sharedWith(strip: Strip, row: Row): Strip {
  const starts = [Number.NEGATIVE_INFINITY, ...row.map(({ box }) => box[2])]
  const ends = [...row.map(({ box }) => box[0]), Number.POSITIVE_INFINITY]
  const parts = starts.map((start, i) => ({
    from: Math.max(strip.from, start),
    to: Math.min(strip.to, ends[i] ?? start),
  }))
  return parts.reduce((best, part) => (part.to - part.from > best.to - best.from ? part : best))
}

function isText(rows: readonly Row[]): boolean {
  const segments = rows.flat()
  const words = segments.reduce((sum, segment) => sum + segment.words.length, 0)
  return rows.length >= leastLines && words >= leastWords * segments.length
}

function centre({ box }: Segment): number {
  return (box[0] + box[2]) / 2
}

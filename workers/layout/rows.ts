import type { Segment } from '../model.ts'

/** The segments of one printed line, left to right; never empty. */
export type Row = readonly [Segment, ...Segment[]]

export function isRow(segments: readonly Segment[]): segments is Row {
  return segments.length > 0
}

/** A row's words, separated by one space. */
export function rowText(row: Row): string {
  return row.map(({ text }) => text).join(' ')
}

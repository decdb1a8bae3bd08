import type { Box } from '../model.ts'

/** The smallest box that holds all of them; boxes must not be empty. */
export function union(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}

export const heightOf = (box: Box): number => box[3] - box[1]
export const widthOf = (box: Box): number => box[2] - box[0]
export const middleOf = (box: Box): number => (box[1] + box[3]) / 2

/** Shared width of two boxes in points; negative is the gap between them. */
export const sharedWidth = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0])

/** Shared height of two boxes in points; negative is the gap between them. */
export const sharedHeight = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1])

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

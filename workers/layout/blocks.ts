import type { Box, Segment } from '../model.ts'
import { heightOf, union } from './geometry.ts'
import type { LineText } from './lineText.ts'

/** Segments that stand under each other as one paragraph or address. */
export interface Block {
  readonly page: number
  readonly box: Box
  readonly segments: readonly Segment[]
}

/** Stacks segments whose left edges or middles agree and that follow each other closely. */
export function blocksOf(lines: readonly LineText[]): Block[] {
  const open: Segment[][] = []
  for (const { line } of lines)
    for (const segment of line.segments) {
      const stack = open.find((segments) =>
        continues(segments[segments.length - 1] as Segment, segment),
      )
      if (stack) stack.push(segment)
      else open.push([segment])
    }
  return open.map((segments) => ({
    page: (segments[0] as Segment).page,
    box: union(segments.map((segment) => segment.box)),
    segments,
  }))
}

function continues(above: Segment, below: Segment): boolean {
  if (above.page !== below.page) return false
  const height = Math.max(heightOf(above.box), heightOf(below.box))
  const gap = below.box[1] - above.box[3]
  if (gap < -0.5 * height || gap > 1.05 * height) return false
  const ratio = heightOf(above.box) / heightOf(below.box)
  if (ratio > 1.9 || ratio < 0.52) return false
  const left = Math.abs(above.box[0] - below.box[0])
  const middle = Math.abs(above.box[0] + above.box[2] - below.box[0] - below.box[2]) / 2
  return left < 0.9 * height || middle < 0.9 * height
}

import type { Box } from './boxBetween.ts'

/** Pixels that a line of print is to be high: a little larger than the input beside it. */
const lineHeight = 22
/** Print on paper is never blown up or shrunk beyond this, in pixels per page point. */
const scales = { least: 1.4, most: 2.6 } as const
/** Print around the value that shows where it stands, in page points. */
const margin = { x: 8, y: 4 } as const
const tallest = 120

/** Which part of a page's picture to show for a place on it, in pixels, and how large to draw the page. */
export function cropOf(
  [left, top, right, bottom]: Box,
  [pageWidth]: readonly [number, number],
  room: number,
) {
  const wide = right - left + 2 * margin.x
  const high = bottom - top + 2 * margin.y
  const reading = Math.min(scales.most, Math.max(scales.least, lineHeight / (bottom - top)))
  const scale = Math.min(reading, room / wide)
  return {
    pageWidth: pageWidth * scale,
    left: (left - margin.x) * scale,
    top: (top - margin.y) * scale,
    width: wide * scale,
    height: Math.min(tallest, high * scale),
  }
}

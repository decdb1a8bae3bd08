import type { Box } from '../model.ts'
import { areaOf, holdsMiddleOf, intersection } from './pdfGeometry.ts'
import type { PaintedArea, PaintedGlyph } from './pdfPainted.ts'

/** Some programs draw the outlines of letters and put the letters themselves there invisibly. */
export function isOutlined(
  { box, em }: { readonly box: Box; readonly em: number },
  order: number,
  shapes: readonly PaintedArea[],
): boolean {
  const drawn = shapes.filter(
    (shape) => shape.box[3] - shape.box[1] < 2 * em && Math.abs(shape.order - order) < outlineReach,
  )
  const covered = drawn.reduce((sum, shape) => sum + areaOf(intersection(shape.box, box)), 0)
  return covered > 0.2 * areaOf(box)
}

/** How many operators may stand between an outline and its invisible letters. */
const outlineReach = 2000

/** Painted over by something opaque, or in the very colour of the ground it stands on. */
export function isLost(
  { order, colour }: PaintedGlyph,
  box: Box,
  areas: readonly PaintedArea[],
): boolean {
  let ground: string | null = '#ffffff'
  for (const area of areas) {
    if (!holdsMiddleOf(area.box, box)) continue
    if (area.order > order) {
      if (area.isOpaque && areaOf(intersection(area.box, box)) > 0.9 * areaOf(box)) return true
    } else ground = area.kind === 'fill' && area.isOpaque ? area.colour : null
  }
  return colour !== null && ground !== null && isSameColour(colour, ground)
}

function isSameColour(a: string, b: string): boolean {
  return [1, 3, 5].every(
    (at) =>
      Math.abs(
        Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16),
      ) <= 6,
  )
}

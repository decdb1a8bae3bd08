import type { Box, Turn } from '../model.ts'

/** Size of a page after a clockwise turn. */
export function turnedSize(
  [width, height]: readonly [number, number],
  turn: Turn,
): readonly [width: number, height: number] {
  return turn % 180 === 0 ? [width, height] : [height, width]
}

/** Where a box of a page lies once the page has been turned clockwise. `size` is the page's before. */
export function turnedBox(
  [x0, y0, x1, y1]: Box,
  [width, height]: readonly [number, number],
  turn: Turn,
): Box {
  if (turn === 90) return [height - y1, x0, height - y0, x1]
  if (turn === 180) return [width - x1, height - y1, width - x0, height - y0]
  if (turn === 270) return [y0, width - x1, y1, width - x0]
  return [x0, y0, x1, y1]
}

/** The turn that undoes another. */
export function turnedBack(turn: Turn): Turn {
  return ((360 - turn) % 360) as Turn
}

import type { Box } from '../model.ts'

/** A PDF's transform [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The transform that does `n` first and `m` after. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** The upright box around a transformed one. */
export function boxAround([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1]
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1]
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f]
}

/** Where a picture lies: PDF paints every picture into the unit square. */
export function unitBox(matrix: Matrix): Box {
  return boxAround(matrix, [0, 0, 1, 1])
}

/** What two boxes share; a box without area, where they share nothing. */
export function intersection(a: Box, b: Box): Box {
  const [x0, y0] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  return [x0, y0, Math.max(x0, Math.min(a[2], b[2])), Math.max(y0, Math.min(a[3], b[3]))]
}

/** The box around both. */
export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** Square points. */
export function areaOf([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
}

/** Whether the middle of one box lies in another. */
export function holdsMiddleOf([x0, y0, x1, y1]: Box, inner: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** Turned by quarters at most. */
export function isAxisAligned([a, b, c, d]: Matrix): boolean {
  const most = 0.002 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d))
  return (
    (Math.abs(b) <= most && Math.abs(c) <= most) || (Math.abs(a) <= most && Math.abs(d) <= most)
  )
}

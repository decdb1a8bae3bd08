import type { Box } from '../model.ts'
import { intersection, isAxisAligned, unitBox } from './pdfGeometry.ts'
import type { PaintedArea } from './pdfPainted.ts'
import type { PaintState } from './pdfState.ts'

/** A filled path. `box` is the box around it, points of the upright page. */
export function filled(
  state: PaintState,
  box: Box,
  order: number,
  isRectangle: boolean,
  edges = 0,
): PaintedArea {
  return {
    ...{
      kind: isRectangle ? 'fill' : 'shape',
      box: intersection(state.clip, box),
      ...{ order, edges, picture: null },
    },
    isOpaque:
      isRectangle && state.alpha > 0.98 && !state.isBlended && !state.isMasked && !state.isLayerOff,
    colour: isRectangle && state.alpha > 0.98 ? state.fill : null,
  }
}

/** A picture painted into the unit square of the state’s matrix. */
export function pictured(
  state: PaintState,
  source: string | { readonly data?: unknown },
  order: number,
  isMask: boolean,
): PaintedArea {
  const { matrix } = state
  const isPlain =
    state.alpha > 0.98 && !state.isBlended && !state.isMasked && !state.hasMaskedPicture
  const whole = unitBox(matrix)
  return {
    ...{ kind: 'picture', box: intersection(state.clip, whole), order, colour: state.fill },
    edges: 0,
    isOpaque: isPlain && !isMask && isAxisAligned(matrix),
    picture: {
      source: isMask ? ((source as { data: string }).data ?? '') : source,
      ...{ matrix, isMask, isPlain: isPlain && !state.isClipped && holds(state.clip, whole) },
    },
  }
}

/** Whether a clip leaves a picture whole; scans are often a hair larger than their page. */
function holds(clip: Box, whole: Box): boolean {
  return (
    [0, 1].every((i) => Number(clip[i]) < Number(whole[i]) + 2) &&
    [2, 3].every((i) => Number(clip[i]) > Number(whole[i]) - 2)
  )
}

/** Numbers that pdf.js writes for the parts of a path, and how many coordinates follow each. */
const parts: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }
const line = 1

/** How many edges a path has when all of them are level or upright, as those of squares are; else 0. */
export function straightEdges(args: readonly unknown[]): number {
  const [path] = (args[1] as (Float32Array | null)[] | undefined) ?? []
  let edges = 0
  let [x, y] = [0, 0]
  for (let at = 0; path && at < path.length; at += 1 + (parts[path[at] ?? 4] ?? 0)) {
    const kind = path[at] ?? 4
    if (kind === 4) continue
    const [nextX = 0, nextY = 0] = [path[at + 1], path[at + 2]]
    const isStraight = Math.abs(nextX - x) < 0.01 || Math.abs(nextY - y) < 0.01
    if (kind > line || (kind === line && !isStraight)) return 0
    if (kind === line) edges++
    ;[x, y] = [nextX, nextY]
  }
  return edges
}

/** A path of one upright rectangle: a move, three or four lines, and closed. */
export function isRectangle(args: readonly unknown[]): boolean {
  const [path] = (args[1] as (Float32Array | null)[] | undefined) ?? []
  if (!path || (path.length !== 13 && path.length !== 16)) return false
  for (let at = 3; at + 2 < path.length; at += 3)
    if (path[at + 1] !== path[at - 2] && path[at + 2] !== path[at - 1]) return false
  return true
}
